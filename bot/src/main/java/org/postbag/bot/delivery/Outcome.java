package org.postbag.bot.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Bounce;

/** What the other side said to one message. Problems are told to operators, so they name no address. */
public sealed interface Outcome {

    /** Taken; {@code messageId} is what a reply will refer to. */
    record Accepted(String messageId) implements Outcome {}

    /**
     * Not now.
     *
     * @param after how long to wait where the other side said so; null: the usual back-off
     * @param attempt whether this counts against the number of attempts; being over a rate does not
     */
    record Later(@Nullable Duration after, String problem, boolean attempt) implements Outcome {}

    /** This message will never be taken; the reader may well take another. */
    record Refused(String problem) implements Outcome {}

    /** The chat cannot be reached any more: the bot is blocked there, the account deactivated. */
    record Gone(String problem) implements Outcome {}

    /** The mail came back at once, from an inbox or its server; whether too many have is {@code Subscriptions}' to say. */
    record Bounced(Bounce bounce) implements Outcome {}

    /** The reader is now at another address; try again there. */
    record Moved(Address to) implements Outcome {}

    /** The request went out and no answer came back: it may have been taken or not. */
    record Uncertain(String problem) implements Outcome {}
}
