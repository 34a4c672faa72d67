package org.postbag.bot.delivery;

import java.time.Duration;

/** How long to wait before trying again: a minute after the first try, doubling, six hours at most. */
final class Backoff {
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(6);

    private Backoff() {}

    /**
     * @param attempts tries made so far, at least 1
     */
    static Duration after(int attempts) {
        long factor = 1L << Math.min(Math.max(attempts, 1) - 1, 20);
        Duration wait = FIRST.multipliedBy(factor);
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
