package org.postbag.bot.email.smtp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lends the connections to one server, a bounded number of them, the one used last first so that the others can rest. */
final class ConnectionPool {
    private static final Duration NARROW = Duration.ofMinutes(1);

    private final int most;
    private final Supplier<SmtpConnection> maker;
    private final Clock clock;
    private final Duration idle;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<SmtpConnection> resting = new ArrayDeque<>();
    private final Set<SmtpConnection> lent = new HashSet<>();
    private int narrowed;
    private Instant narrowedUntil = Instant.MIN;
    private boolean closed;

    ConnectionPool(int most, Supplier<SmtpConnection> maker, Clock clock, Duration idle) {
        this.most = most;
        this.maker = maker;
        this.clock = clock;
        this.idle = idle;
    }

    /** A connection, perhaps not open; null when the pool is closed or none became free in time. */
    @Nullable
    SmtpConnection take(Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lockInterruptibly();
        try {
            while (!closed) {
                SmtpConnection connection = resting.pollFirst();
                if (connection == null && lent.size() < allowed()) connection = maker.get();
                if (connection != null) {
                    lent.add(connection);
                    return connection;
                }
                if (left <= 0) return null;
                left = changed.awaitNanos(left);
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    void giveBack(SmtpConnection connection) {
        boolean keep = connection.usable();
        if (!keep) connection.retire();
        connection.rest(clock.instant());
        lock.lock();
        try {
            lent.remove(connection);
            if (keep && !closed) resting.addFirst(connection);
            changed.signalAll();
            if (!closed) return;
        } finally {
            lock.unlock();
        }
        connection.leave();
    }

    /**
     * The server took some connections but not this one: for a minute there will be no more than those. False when there
     * is no other, so that the server itself is away.
     */
    boolean narrow(SmtpConnection refused) {
        lock.lock();
        try {
            long others = lent.stream()
                            .filter(other -> other != refused && other.connected())
                            .count()
                    + resting.size();
            if (others == 0) return false;
            narrowed = (int) others;
            narrowedUntil = clock.instant().plus(NARROW);
            return true;
        } finally {
            lock.unlock();
        }
    }

    private int allowed() {
        return clock.instant().isBefore(narrowedUntil) ? Math.min(narrowed, most) : most;
    }

    /** Closes what rested too long and cuts what takes too long. */
    void sweep() {
        Instant limit = clock.instant().minus(idle);
        List<SmtpConnection> old = new ArrayList<>();
        List<SmtpConnection> busy;
        lock.lock();
        try {
            while (!resting.isEmpty() && resting.peekLast().restingSince().isBefore(limit)) old.add(resting.pollLast());
            busy = List.copyOf(lent);
        } finally {
            lock.unlock();
        }
        old.forEach(SmtpConnection::leave);
        busy.forEach(SmtpConnection::cutIfOverdue);
    }

    /** Lends no more, waits for what is lent and cuts what has not come back by then. */
    void close(Duration grace) {
        List<SmtpConnection> left;
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
            resting.forEach(SmtpConnection::leave);
            resting.clear();
            awaitReturn(System.nanoTime() + grace.toNanos());
            left = List.copyOf(lent);
        } finally {
            lock.unlock();
        }
        left.forEach(SmtpConnection::cut);
    }

    private void awaitReturn(long end) {
        try {
            while (!lent.isEmpty() && System.nanoTime() - end < 0) {
                var unused = changed.await(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
