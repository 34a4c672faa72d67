package org.postbag.bot.telegram;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.objects.User;

/** Who the bot is on Telegram, so that commands addressed to other bots are left to them. */
public final class BotIdentity {
    private static final Logger LOG = LoggerFactory.getLogger(BotIdentity.class);

    private BotIdentity() {}

    /** The user name; empty in the outbox and while Telegram cannot be asked. */
    public static String name(TelegramApi api) {
        if (!api.interactive()) return "";
        Reply<User> reply = api.call(new GetMe());
        if (reply instanceof Reply.Ok<User> ok) return ok.result().getUserName();
        LOG.warn("Telegram would not say who this bot is ({}); check telegram.token and telegram.api", reply);
        return "";
    }
}
