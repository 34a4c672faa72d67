package org.postbag.subscriptions;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Telegram chat, or one topic of a forum.
 *
 * @param chatId positive for a person, negative for a group or channel, never 0
 * @param threadId the topic's {@code message_thread_id}, positive; null for the chat itself
 */
public record TelegramAddress(long chatId, @Nullable Integer threadId) implements Address {

    static final String CHANNEL = "telegram";
    private static final String EXAMPLE = "telegram:123456789 or telegram:-100123456/7";
    // The Bot API promises that ids have at most 52 significant bits.
    private static final Pattern FORM = Pattern.compile("(-?[0-9]{1,16})(?:/([0-9]{1,9}))?");

    public TelegramAddress {
        if (chatId == 0) throw new InvalidAddress("telegram:0", "the chat id must not be 0", EXAMPLE);
        if (threadId != null && threadId <= 0)
            throw new InvalidAddress("telegram:" + chatId + "/" + threadId, "the thread id must be 1 or more", EXAMPLE);
    }

    static TelegramAddress parse(String rest) {
        Matcher m = FORM.matcher(rest);
        if (!m.matches())
            throw new InvalidAddress(
                    "telegram:" + rest,
                    "the chat id must be a number, as /start or the chat's settings show it",
                    EXAMPLE);
        return new TelegramAddress(Long.parseLong(m.group(1)), m.group(2) == null ? null : Integer.valueOf(m.group(2)));
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public String toString() {
        return CHANNEL + ":" + chatId + (threadId == null ? "" : "/" + threadId);
    }
}
