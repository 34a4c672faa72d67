package org.postbag.bot.email.smtp;

/** What a {@link MailSink} does at a {@link Moment} instead of what it would do. */
sealed interface Act {

    /** What a server does when all is well. */
    record Agree() implements Act {}

    /** Answers with this line, which may be an agreement too. */
    record Say(String line) implements Act {}

    /** Answers with this line and closes the connection. */
    record SayAndCut(String line) implements Act {}

    /** Closes the connection without an answer. */
    record Cut() implements Act {}

    /** At the end of a mail: takes it, then closes the connection without an answer. */
    record TakeAndCut() implements Act {}

    /** Says nothing until the other side has enough of it. */
    record Hang() implements Act {}
}
