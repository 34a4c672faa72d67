package org.postbag.bot.telegram;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;

/**
 * Telegram's limits, kept from our side (Bot FAQ, "My bot is hitting limits"): so many messages a second in all, one a
 * second to a chat with short bursts, twenty a minute to a group. Callers wait their turn.
 */
public final class RateGate {
    /** A little below the limit, for the road may bring two messages closer together than they left. */
    private static final double MARGIN = 0.97;

    private final Bucket all;
    private final boolean limited;
    private final LoadingCache<String, Bucket> chats;

    /**
     * @param perSecond messages a second over all chats; 0: no limit, not to a chat either
     */
    public RateGate(int perSecond) {
        limited = perSecond > 0;
        long perMinute = Math.max(1, Math.round(perSecond * 60 * MARGIN));
        int burst = Math.max(1, perSecond / 100);
        all = Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
        chats = Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(Duration.ofMinutes(2))
                .build(RateGate::bucket);
    }

    /** Returns when the message may be sent; other methods pass at once. */
    void pass(BotApiMethod<?> method) {
        String chat = method instanceof SendMessage send
                ? send.getChatId()
                : method instanceof EditMessageText edit ? edit.getChatId() : null;
        if (!limited || chat == null) return;
        chats.get(chat).asBlocking().consumeUninterruptibly(1);
        all.asBlocking().consumeUninterruptibly(1);
    }

    private static Bucket bucket(String chat) {
        boolean group = chat.startsWith("-") || chat.startsWith("@");
        return Bucket.builder()
                .addLimit(limit -> group
                        ? limit.capacity(3).refillGreedy(17, Duration.ofMinutes(1))
                        : limit.capacity(3).refillGreedy(1, Duration.ofMillis(1050)))
                .build();
    }
}
