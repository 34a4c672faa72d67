package org.postbag.bot.telegram.update;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.ReaderLanguage;
import org.postbag.subscriptions.TelegramAddress;

/**
 * Something that was typed or pressed in a chat.
 *
 * @param person who did it; null where that is not told, as in channels
 * @param hint the language of the person's app
 * @param repliedTo id of the message that is answered, or whose button was pressed
 * @param mayChange asked when the chat's settings shall be changed
 */
record Asked(
        TelegramAddress chat,
        @Nullable Long person,
        @Nullable ReaderLanguage hint,
        String text,
        @Nullable String repliedTo,
        BooleanSupplier mayChange) {

    boolean inPrivate() {
        return chat.chatId() > 0;
    }
}
