package org.postbag.bot.telegram.rate;

import java.util.ArrayDeque;
import java.util.Deque;

/** A server's strictest count: refuses what would be one too many in any sliding window of a second. */
final class StrictWindow {
    private static final long SECOND = 1_000_000_000L;

    private final int limit;
    private final Deque<Long> counted = new ArrayDeque<>();
    private long refused;

    StrictWindow(int limit) {
        this.limit = limit;
    }

    synchronized boolean takes() {
        long now = System.nanoTime();
        while (!counted.isEmpty() && now - counted.peek() > SECOND) counted.remove();
        boolean takes = counted.size() < limit;
        if (takes) counted.add(now);
        else refused++;
        return takes;
    }

    synchronized long refused() {
        return refused;
    }
}
