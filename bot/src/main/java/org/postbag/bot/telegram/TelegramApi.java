package org.postbag.bot.telegram;

import java.io.Serializable;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;

/** Carries one Bot API call: over HTTP by {@link TelegramHttp}, or onto disk by {@link TelegramOutbox}. */
public interface TelegramApi extends AutoCloseable {

    /** Waits for the rate budget, makes the call and tells the answer; never throws for what Telegram says. */
    <T extends Serializable> Reply<T> call(BotApiMethod<T> method);

    /** Whether a reader can press buttons here; where not, every page of a digest is shown at once. */
    boolean interactive();

    @Override
    void close();
}
