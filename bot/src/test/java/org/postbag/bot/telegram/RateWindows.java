package org.postbag.bot.telegram;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts messages in sliding windows, as Telegram's limits are told (Bot FAQ, "My bot is hitting limits"): in any
 * second over all chats, in any second to one chat, in any minute to one group.
 */
public final class RateWindows {
    private static final long SECOND = 1_000_000_000L;

    private final int perSecond;
    private final int perChat;
    private final int perGroup;
    private final Deque<Long> all = new ArrayDeque<>();
    private final Map<Long, Deque<Long>> chats = new HashMap<>();
    private boolean edits;
    private int tooMany;

    /**
     * @param perSecond messages in any second over all chats
     * @param perChat messages in any second to one chat
     */
    public RateWindows(int perSecond, int perChat) {
        this(perSecond, perChat, Integer.MAX_VALUE);
    }

    /**
     * @param perSecond messages in any second over all chats
     * @param perChat messages in any second to one chat
     * @param perGroup messages in any 60 seconds to one group or supergroup
     */
    public RateWindows(int perSecond, int perChat, int perGroup) {
        this.perSecond = perSecond;
        this.perChat = perChat;
        this.perGroup = perGroup;
    }

    /** No limits at all. */
    public static RateWindows none() {
        return new RateWindows(Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /** Has edits count like messages. */
    public synchronized RateWindows withEdits() {
        edits = true;
        return this;
    }

    synchronized boolean countsEdits() {
        return edits;
    }

    /** How many messages were refused. */
    synchronized int tooMany() {
        return tooMany;
    }

    /** Seconds to wait, 0 when the message may pass; one that is refused does not count. */
    synchronized int secondsToWait(long chat, boolean group) {
        if (perSecond == Integer.MAX_VALUE && perChat == Integer.MAX_VALUE && perGroup == Integer.MAX_VALUE) return 0;
        long now = System.nanoTime();
        Deque<Long> own = chats.computeIfAbsent(chat, c -> new ArrayDeque<>());
        while (!all.isEmpty() && now - all.peek() >= SECOND) all.remove();
        while (!own.isEmpty() && now - own.peek() >= 60 * SECOND) own.remove();
        long wait = 0;
        if (all.size() >= perSecond) wait = all.peek() + SECOND - now;
        if (group && own.size() >= perGroup) wait = Math.max(wait, own.peek() + 60 * SECOND - now);
        if (perChat < Integer.MAX_VALUE) wait = Math.max(wait, burst(own, now));
        if (wait > 0) {
            tooMany++;
            return (int) Math.max(1, (wait + SECOND - 1) / SECOND);
        }
        all.add(now);
        own.add(now);
        return 0;
    }

    /** Nanoseconds until one chat may have another message within the second. */
    private long burst(Deque<Long> own, long now) {
        int within = 0;
        long oldest = now;
        for (var newest = own.descendingIterator(); newest.hasNext(); ) {
            long at = newest.next();
            if (now - at >= SECOND) break;
            within++;
            oldest = at;
        }
        return within >= perChat ? oldest + SECOND - now : 0;
    }
}
