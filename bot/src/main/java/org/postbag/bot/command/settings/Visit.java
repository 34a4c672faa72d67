package org.postbag.bot.command.settings;

import java.util.Optional;
import org.postbag.bot.command.Request;
import org.postbag.posts.ReaderLanguage;
import org.postbag.subscriptions.EmailAddress;
import org.postbag.subscriptions.Settings;
import org.postbag.subscriptions.Subscription;
import org.postbag.subscriptions.TelegramAddress;

/** A subscriber at the settings, with the subscription as it is now. */
record Visit(Request request, Subscription subscription) {

    /** The same visit after a change, in the language that is spoken from now on. */
    Visit after(Subscription changed) {
        return new Visit(
                new Request(
                        request.asker(),
                        Optional.of(changed),
                        changed.settings().lang(),
                        request.args()),
                changed);
    }

    Settings settings() {
        return subscription.settings();
    }

    ReaderLanguage lang() {
        return request.lang();
    }

    /** Where there are no buttons. */
    boolean byMail() {
        return request.address() instanceof EmailAddress;
    }

    /** Whether nobody but the reader sees the answer. */
    boolean inPrivate() {
        return !(request.address() instanceof TelegramAddress chat) || chat.chatId() > 0;
    }
}
