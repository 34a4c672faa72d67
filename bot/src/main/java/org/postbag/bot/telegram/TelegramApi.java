package org.postbag.bot.telegram;

import java.io.Serializable;
import java.util.function.BooleanSupplier;
import org.postbag.bot.telegram.rate.Urgency;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Carries one Bot API call: over HTTP by {@link TelegramHttp}, or onto disk by {@link TelegramOutbox}. */
public interface TelegramApi extends AutoCloseable {

    /**
     * Waits for the rate budget, makes the call and tells the answer; never throws for what Telegram says.
     *
     * @param leaving asked when the request is about to leave; where it answers no, the request does not
     */
    <T extends Serializable> Reply<T> call(BotApiMethod<T> method, Urgency urgency, BooleanSupplier leaving);

    default <T extends Serializable> Reply<T> call(BotApiMethod<T> method, Urgency urgency) {
        return call(method, urgency, () -> true);
    }

    /** The call of an answer to somebody who waits for it. */
    default <T extends Serializable> Reply<T> call(BotApiMethod<T> method) {
        return call(method, Urgency.ANSWER);
    }

    /** Uploads a file, in answer to somebody who waits for it. */
    Reply<Message> upload(SendDocument document, BooleanSupplier leaving);

    /** Has updates pushed from now on. */
    Reply<Boolean> push(SetWebhook webhook);

    /** Whether a reader can press buttons here; where not, every page of a digest is shown at once. */
    boolean interactive();

    @Override
    void close();
}
