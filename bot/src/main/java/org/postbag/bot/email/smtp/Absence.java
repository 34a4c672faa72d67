package org.postbag.bot.email.smtp;

import java.time.Duration;
import java.time.Instant;

/**
 * A server that does not let us in is set aside, for 5 seconds at first and twice as long each time, up to 5 minutes. After
 * that one mail tries it, and the others only once that one was let in.
 */
final class Absence {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private Instant until = Instant.MIN;
    private Duration length = Duration.ZERO;
    private String problem = "";

    synchronized boolean mayTry(Instant now) {
        if (length.isZero()) return true;
        if (now.isBefore(until)) return false;
        lengthen(now);
        return true;
    }

    /** Where several connections are refused at once, only the first counts. */
    synchronized void begin(Instant now, String reason) {
        problem = reason;
        if (length.isZero()) lengthen(now);
    }

    synchronized void end() {
        length = Duration.ZERO;
    }

    synchronized String problem() {
        return problem;
    }

    private void lengthen(Instant now) {
        Duration next = length.isZero() ? FIRST : length.multipliedBy(2);
        length = next.compareTo(LONGEST) > 0 ? LONGEST : next;
        until = now.plus(length);
    }
}
