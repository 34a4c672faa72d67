package org.postbag.bot.telegram;

import org.jspecify.annotations.Nullable;
import org.postbag.bot.token.Tokens;
import org.postbag.bot.token.Tokens.Purpose;

/**
 * Links that open the private chat with the bot and say there what was wanted (Telegram, "Deep linking"): {@code
 * /start TOKEN}. The payload is signed, for anybody can write one.
 */
public final class StartLinks {
    private final BotIdentity bot;
    private final Tokens tokens;

    public StartLinks(BotIdentity bot, Tokens tokens) {
        this.bot = bot;
        this.tokens = tokens;
    }

    /** Brings an article; null while the bot's name is not known. */
    public @Nullable String article(long post) {
        return link(Purpose.READ, post);
    }

    /** Makes the chat a further address of a subscription's reader; null while the bot's name is not known. */
    public @Nullable String connect(long subscription) {
        return link(Purpose.CONNECT, subscription);
    }

    private @Nullable String link(Purpose purpose, long about) {
        String name = bot.name();
        return name.isEmpty() ? null : "https://t.me/" + name + "?start=" + tokens.make(purpose, about);
    }
}
