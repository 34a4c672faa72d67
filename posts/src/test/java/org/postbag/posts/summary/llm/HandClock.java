package org.postbag.posts.summary.llm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A clock that the test sets; as a {@link Pause} it moves on at once by what it is asked to wait. */
final class HandClock extends Clock implements Pause {
    private Instant now = Instant.parse("2026-11-20T08:00:00Z");
    final List<Duration> waits = new CopyOnWriteArrayList<>();

    synchronized void pass(Duration length) {
        now = now.plus(length);
    }

    @Override
    public void await(Duration length) {
        waits.add(length);
        pass(length);
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("nobody asks for another zone");
    }
}
