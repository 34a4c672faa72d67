package org.postbag.bot.command.admin;

import org.postbag.subscriptions.Subscription;

/** Tells a reader what an operator did for them, as soon as it can be told; a reader by mail is told nothing. */
public interface Tells {
    void tell(Subscription to, String text);
}
