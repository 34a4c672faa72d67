package org.postbag.bot.email.smtp;

import org.postbag.bot.delivery.Outcome;

/** What came of handing a mail to one server. */
sealed interface Attempt {

    /** The server decided, or the mail does not leave. */
    record Decided(Outcome outcome) implements Attempt {}

    /**
     * The server does not let us in; another one may.
     *
     * @param asked false where it was not asked now, having refused shortly before
     */
    record Away(String problem, boolean asked) implements Attempt {}

    /** The server takes no more connections than it has; one of those will do. */
    record Crowded() implements Attempt {}
}
