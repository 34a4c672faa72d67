package org.postbag.bot.telegram.update;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.ReaderLanguage;
import org.postbag.subscriptions.TelegramAddress;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Where a message stands, and whether the bot is meant: in a group it is, by its commands, its name and its messages. */
final class Addressing {
    private final Supplier<String> botName;

    Addressing(Supplier<String> botName) {
        this.botName = botName;
    }

    static TelegramAddress address(Message message) {
        return new TelegramAddress(message.getChatId(), message.isTopicMessage() ? message.getMessageThreadId() : null);
    }

    static @Nullable ReaderLanguage language(@Nullable User user) {
        if (user == null || user.getLanguageCode() == null) return null;
        return ReaderLanguage.of(user.getLanguageCode()).orElse(ReaderLanguage.EN);
    }

    /** The id of the message that is answered; in a topic every message formally answers the one that opened it. */
    static @Nullable String repliedTo(Message message) {
        Message replied = message.getReplyToMessage();
        if (replied == null || replied.getMessageId() == null) return null;
        boolean topic = message.isTopicMessage() && replied.getMessageId().equals(message.getMessageThreadId());
        return topic ? null : Integer.toString(replied.getMessageId());
    }

    /** Who is meant by a text. */
    enum Meant {
        /** The bot, whatever the text says. */
        ME,
        /** The bot, if it can make sense of it. */
        PERHAPS,
        SOMEBODY_ELSE
    }

    Meant meant(Message message, String text) {
        int at = text.indexOf('@');
        int space = text.indexOf(' ');
        boolean addressed = text.startsWith("/") && at > 0 && (space < 0 || at < space);
        if (addressed) {
            String name =
                    text.substring(at + 1, space < 0 ? text.length() : space).split("\\s", 2)[0];
            return name.equalsIgnoreCase(botName.get()) ? Meant.ME : Meant.SOMEBODY_ELSE;
        }
        if (message.isUserMessage()) return Meant.ME;
        // Other bots live in groups, too: a command without a name may be theirs.
        if (text.startsWith("/")) return Meant.PERHAPS;
        return answersMe(message) ? Meant.PERHAPS : Meant.SOMEBODY_ELSE;
    }

    private boolean answersMe(Message message) {
        Message replied = message.getReplyToMessage();
        if (replied == null || repliedTo(message) == null) return false;
        if (message.isChannelMessage()) return true;
        return replied.getFrom() != null
                && botName.get().equalsIgnoreCase(replied.getFrom().getUserName());
    }
}
