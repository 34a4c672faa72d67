package org.postbag.bot.command.admin;

import org.postbag.posts.ReaderLanguage;
import org.postbag.subscriptions.Subscriptions;
import org.postbag.subscriptions.TelegramAddress;

/** The language of an operator whom nobody asked: that of the own subscription, or the installation's. */
public final class OperatorLanguage {
    private final Subscriptions subscriptions;
    private final ReaderLanguage fallback;

    public OperatorLanguage(Subscriptions subscriptions, ReaderLanguage fallback) {
        this.subscriptions = subscriptions;
        this.fallback = fallback;
    }

    public ReaderLanguage of(long operator) {
        return subscriptions
                .find(new TelegramAddress(operator, null))
                .map(s -> s.settings().lang())
                .orElse(fallback);
    }
}
