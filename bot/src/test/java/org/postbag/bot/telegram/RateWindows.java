package org.postbag.bot.telegram;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Counts messages in sliding windows of one second, as Telegram's limits are told: in all, and to one chat. */
public final class RateWindows {
    private static final long SECOND = 1_000_000_000L;

    private final int perSecond;
    private final int perChat;
    private final Deque<Long> all = new ArrayDeque<>();
    private final Map<Long, Deque<Long>> chats = new HashMap<>();

    /**
     * @param perSecond messages in any second over all chats
     * @param perChat messages in any second to one chat
     */
    public RateWindows(int perSecond, int perChat) {
        this.perSecond = perSecond;
        this.perChat = perChat;
    }

    /** Seconds to wait, 0 when the message may pass; one that is refused does not count. */
    synchronized int secondsToWait(long chat) {
        long now = System.nanoTime();
        Deque<Long> own = chats.computeIfAbsent(chat, c -> new ArrayDeque<>());
        forget(all, now);
        forget(own, now);
        if (all.size() >= perSecond || own.size() >= perChat) return 1;
        all.add(now);
        own.add(now);
        return 0;
    }

    private static void forget(Deque<Long> window, long now) {
        while (!window.isEmpty() && now - window.peek() >= SECOND) window.remove();
    }
}
