package org.postbag.bot.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.objects.User;

/**
 * Who the bot is on Telegram, so that commands addressed to other bots are left to them and links lead here. Asked once;
 * while Telegram does not answer, again at most once a minute.
 */
public final class BotIdentity {
    private static final Logger LOG = LoggerFactory.getLogger(BotIdentity.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final TelegramApi api;
    private final Clock clock;
    private @Nullable User me;
    private Instant notBefore = Instant.MIN;

    public BotIdentity(TelegramApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    /** The user name; empty in the outbox and while Telegram cannot be asked. */
    public String name() {
        User known = known();
        return known == null || known.getUserName() == null ? "" : known.getUserName();
    }

    /** The bot's own user id; 0 where the name is empty. */
    public long id() {
        User known = known();
        return known == null ? 0 : known.getId();
    }

    private synchronized @Nullable User known() {
        if (me != null || !api.interactive() || clock.instant().isBefore(notBefore)) return me;
        Reply<User> reply = api.call(new GetMe());
        if (reply instanceof Reply.Ok<User> ok) me = ok.result();
        else {
            notBefore = clock.instant().plus(PATIENCE);
            LOG.warn("Telegram would not say who this bot is ({}); check telegram.token and telegram.api", reply);
        }
        return me;
    }
}
