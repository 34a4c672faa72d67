package org.postbag.posts.summary.llm;

import java.time.Duration;
import java.time.Instant;

/**
 * Says when the endpoint may be asked: not before the time it gave itself, and not for a while after several calls in
 * a row have failed (a circuit breaker). Then one call tries, and the others wait for how it ends. Thread safe.
 */
final class Gate {
    private static final Duration LONGEST = Duration.ofDays(1);

    private final int limit;
    private final Duration rest;
    private final Duration trial;
    private int failures;
    private Instant closedUntil = Instant.MIN;
    private Instant pausedUntil = Instant.MIN;

    /** @param trial how long a call can take */
    Gate(int limit, Duration rest, Duration trial) {
        this.limit = limit;
        this.rest = rest;
        this.trial = trial;
    }

    /** Whether a call may begin now; each that is let in reports how it ended. */
    synchronized boolean enter(Instant now) {
        if (failures < limit) return true;
        if (now.isBefore(closedUntil)) return false;
        closedUntil = now.plus(trial);
        return true;
    }

    /** How long the endpoint wants to be left alone from now on; zero for not at all. */
    synchronized Duration pause(Instant now) {
        return now.isBefore(pausedUntil) ? Duration.between(now, pausedUntil) : Duration.ZERO;
    }

    synchronized void pauseFor(Duration length, Instant now) {
        Instant until = now.plus(length.compareTo(LONGEST) > 0 ? LONGEST : length);
        if (until.isAfter(pausedUntil)) pausedUntil = until;
    }

    /** True when this failure closed the gate. */
    synchronized boolean failed(Instant now) {
        failures++;
        if (failures < limit) return false;
        closedUntil = now.plus(rest);
        return failures == limit;
    }

    /** True when this success opened the gate again. */
    synchronized boolean succeeded() {
        boolean wasClosed = failures >= limit;
        failures = 0;
        closedUntil = Instant.MIN;
        return wasClosed;
    }

    /** The call that was let in ended without reaching the endpoint. */
    synchronized void abandoned() {
        closedUntil = Instant.MIN;
    }
}
