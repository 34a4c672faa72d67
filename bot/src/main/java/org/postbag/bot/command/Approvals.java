package org.postbag.bot.command;

import org.postbag.subscriptions.Subscription;

/** Lets the operators know that somebody waits for their approval. */
public interface Approvals {
    void asked(Subscription subscription);
}
