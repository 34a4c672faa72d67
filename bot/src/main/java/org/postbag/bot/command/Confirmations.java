package org.postbag.bot.command;

import org.postbag.subscriptions.Subscription;

/** Asks the owner of a mailbox whether the subscription is wanted (double opt-in); mail implements it. */
public interface Confirmations {

    /** Sends the question, within limits, and answers the asker without telling who is subscribed. */
    Answer ask(Subscription pending);
}
