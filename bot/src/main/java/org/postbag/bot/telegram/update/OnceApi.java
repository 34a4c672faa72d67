package org.postbag.bot.telegram.update;

import java.io.Serializable;
import java.util.function.BooleanSupplier;
import org.postbag.bot.store.UpdateStore;
import org.postbag.bot.telegram.Reply;
import org.postbag.bot.telegram.TelegramApi;
import org.postbag.bot.telegram.rate.Urgency;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * The calls made in answer to one update. Each message is noted before it is sent, so an update that is handled again
 * after a crash repeats none of them; a message that was noted may have arrived or not, and is not sent again.
 */
final class OnceApi implements TelegramApi {
    private final TelegramApi api;
    private final UpdateStore updates;
    private final long update;
    private int messages;
    private boolean begun;
    private boolean begunBefore;

    OnceApi(TelegramApi api, UpdateStore updates, long update) {
        this.api = api;
        this.updates = updates;
        this.update = update;
    }

    @Override
    public <T extends Serializable> Reply<T> call(BotApiMethod<T> method, Urgency urgency, BooleanSupplier leaving) {
        begunBefore = false;
        if (!(method instanceof SendMessage)) return api.call(method, urgency, leaving);
        next();
        return api.call(method, urgency, () -> leaving.getAsBoolean() && begin());
    }

    /** The same message once more, because Telegram surely did not take it. */
    <T extends Serializable> Reply<T> again(BotApiMethod<T> method) {
        return method instanceof SendMessage
                ? api.call(method, Urgency.ANSWER, this::begin)
                : api.call(method, Urgency.ANSWER);
    }

    /** Whether the latest message was begun before a crash, and so did not leave now. */
    boolean begunBefore() {
        return begunBefore;
    }

    @Override
    public Reply<Message> upload(SendDocument document, BooleanSupplier leaving) {
        next();
        return api.upload(document, () -> leaving.getAsBoolean() && begin());
    }

    @Override
    public Reply<Boolean> push(SetWebhook webhook) {
        return api.push(webhook);
    }

    private void next() {
        messages++;
        begun = false;
        begunBefore = false;
    }

    /** False for a message that was begun before a crash. */
    private boolean begin() {
        if (begun) return true;
        begun = updates.begin(update, messages);
        begunBefore = !begun;
        return begun;
    }

    @Override
    public boolean interactive() {
        return api.interactive();
    }

    @Override
    public void close() {}
}
