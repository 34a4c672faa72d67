package org.postbag.bot.telegram.rate;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Holds messages back so that Telegram never has to: so many a second in all, one a second to a chat with short bursts,
 * twenty a minute to a group (Bot FAQ, "My bot is hitting limits"), and the pauses it asks for ({@code retry_after}).
 * Shared by all threads. A message waits for its chat first, holding up nobody else, then for the global budget, where
 * {@link Urgency answers go ahead of broadcasts} and the oldest goes first.
 *
 * <p>The rules are in {@link ChatLimits} and {@link GlobalLimits}; here are the lock, the lines and what is remembered of
 * chats: a hundred thousand of them, each for two minutes beyond its last message or pause.
 */
public final class RateGate implements AutoCloseable {
    private static final int CHATS = 100_000;
    private static final long MEMORY = TimeUnit.MINUTES.toNanos(2);
    private static final int LONGEST_PAUSE = 86_400;

    private record Chat(ChatLimits limits, Line line) {}

    private final boolean limited;
    private final Waiters waiters = new Waiters();
    private final Line line = new Line(waiters);
    private final FloodWatch floods = new FloodWatch();
    private final Pace pace;
    private final GlobalLimits all;
    private final LoadingCache<String, Chat> chats;
    private boolean asking;
    private long retryAfters;
    private long pauses;

    /**
     * For the only process that sends for its bot.
     *
     * @param perSecond messages over all chats, 30 without paid broadcasts; 0: no limits at all
     */
    public RateGate(int perSecond) {
        this(Limits.telegram(perSecond), new LocalPace(Math.max(1, perSecond)));
    }

    /**
     * @param pace spaces messages; a {@link SharedPace} where several processes send for the bot
     */
    public RateGate(Limits limits, Pace pace) {
        limited = limits.perSecond() > 0;
        this.pace = pace;
        all = new GlobalLimits(Math.max(1, limits.perSecond()), pace);
        chats = Caffeine.newBuilder()
                .maximumSize(CHATS)
                .executor(Runnable::run)
                .expireAfter(Expiry.<String, Chat>accessing((id, chat) -> memory(chat)))
                .build(id -> new Chat(new ChatLimits(id, limits), new Line(waiters)));
    }

    private Duration memory(Chat chat) {
        return Duration.ofNanos(Math.max(0, chat.limits().heldUntil() - waiters.now()) + MEMORY);
    }

    /**
     * Blocks until the message may leave. Returns a refusal when the gate is or gets closed, or when the thread is
     * interrupted while it waits (its interrupt stays set).
     *
     * @param chat {@code chat_id} as in the request; null: the method is for no chat, and only the global budget counts
     * @throws org.jdbi.v3.core.JdbiException from a {@link SharedPace}; nothing was sent
     */
    public Permit enter(@Nullable String chat, Urgency urgency) {
        if (!limited) return closed() ? Permit.refused() : Permit.granted(() -> {});
        waiters.lock().lock();
        try {
            return chat == null ? enter(urgency) : enter(chats.get(chat), urgency);
        } finally {
            waiters.lock().unlock();
        }
    }

    private Permit enter(Urgency urgency) {
        if (!line.pass(urgency, this::earliest)) return Permit.refused();
        Departure departure = new Departure();
        all.leave(departure, waiters.now());
        return Permit.granted(() -> answered(departure, null));
    }

    private Permit enter(Chat chat, Urgency urgency) {
        ChatLimits limits = chat.limits();
        while (chat.line().pass(urgency, now -> limits.earliest(now, all.trips()))) {
            Departure departure = new Departure();
            limits.hold(departure, waiters.now());
            boolean leaves = false;
            try {
                if (!line.pass(urgency, this::earliest)) break;
                long now = waiters.now();
                // Another message to the chat may have met a 429 meanwhile: back to its line.
                leaves = limits.heldUntil() <= now;
                if (leaves) {
                    all.leave(departure, now);
                    return Permit.granted(() -> answered(departure, chat));
                }
            } finally {
                if (!leaves) limits.giveBack(departure);
                chat.line().call(Long.MIN_VALUE);
            }
        }
        return Permit.refused();
    }

    /** For the first in line; asks the pace without the lock, for a database may keep it waiting. */
    private long earliest(long now) {
        if (!all.needsPermits(now)) return all.earliest(now);
        if (asking) return Long.MAX_VALUE;
        asking = true;
        long wait = 0;
        boolean taken = false;
        waiters.lock().unlock();
        try {
            wait = pace.take(now);
            taken = true;
        } finally {
            waiters.lock().lock();
            asking = false;
            line.call(Long.MIN_VALUE);
            now = waiters.now();
            if (taken) all.permits(wait, now);
        }
        return all.earliest(now);
    }

    private void answered(Departure departure, @Nullable Chat chat) {
        waiters.lock().lock();
        try {
            if (departure.isAnswered()) return;
            long now = waiters.now();
            all.answered(departure, now);
            line.call(all.earliest(now));
            if (chat == null) return;
            chat.limits().answered(departure);
            chat.line().call(chat.limits().earliest(now, all.trips()));
        } finally {
            waiters.lock().unlock();
        }
    }

    /**
     * Telegram answered 429. Holds this chat, and everything when several chats met one within a second.
     *
     * @param retryAfter seconds, as in {@code parameters.retry_after}; taken as 1 to 86,400
     */
    public void tooMany(@Nullable String chat, int retryAfter) {
        waiters.lock().lock();
        try {
            retryAfters++;
            if (!limited) return;
            long now = waiters.now();
            long pause = TimeUnit.SECONDS.toNanos(Math.max(1, Math.min(LONGEST_PAUSE, retryAfter)));
            if (chat != null) {
                Chat held = chats.get(chat);
                held.limits().holdUntil(now + pause);
                // Put again so that it is remembered for as long as it is held.
                chats.put(chat, held);
            }
            long until = floods.refused(chat == null ? "" : chat, pause, now);
            if (until > now) pauses++;
            all.hold(until);
        } finally {
            waiters.lock().unlock();
        }
    }

    /** For how long Telegram's last 429 keeps this chat from being sent to; zero when it does not. */
    public Duration heldFor(String chat) {
        waiters.lock().lock();
        try {
            Chat known = chats.getIfPresent(chat);
            long left = known == null ? 0 : known.limits().heldUntil() - waiters.now();
            return Duration.ofNanos(Math.max(0, left));
        } finally {
            waiters.lock().unlock();
        }
    }

    /** How many answers 429 there were. */
    public long retryAfters() {
        return locked(() -> retryAfters);
    }

    /** How often 429s to several chats at once held everything. */
    public long pauses() {
        return locked(() -> pauses);
    }

    private boolean closed() {
        return locked(() -> waiters.closed() ? 1 : 0) == 1;
    }

    private long locked(LongSupplier number) {
        waiters.lock().lock();
        try {
            return number.getAsLong();
        } finally {
            waiters.lock().unlock();
        }
    }

    /** Refuses all who wait and all who come; what has left may still be answered. */
    @Override
    public void close() {
        waiters.lock().lock();
        try {
            waiters.close();
        } finally {
            waiters.lock().unlock();
        }
    }
}
