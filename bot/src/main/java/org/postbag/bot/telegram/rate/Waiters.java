package org.postbag.bot.telegram.rate;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The gate's lock and clock, and every thread that waits in one of its {@link Line}s, so that all can be let go. */
final class Waiters {
    /** One thread: its condition, its place, and until when it sleeps at most. */
    static final class Waiter {
        private final Urgency urgency;
        private final long number;
        private final Condition called;
        private long until = Long.MAX_VALUE;

        private Waiter(Urgency urgency, long number, Condition called) {
            this.urgency = urgency;
            this.number = number;
            this.called = called;
        }

        Urgency urgency() {
            return urgency;
        }

        long number() {
            return number;
        }

        /** The lock is free while it sleeps; it may wake early, and {@link Line} then looks again. */
        @SuppressWarnings("WaitNotInLoop")
        void sleep(long until, long now) throws InterruptedException {
            this.until = until;
            if (until == Long.MAX_VALUE) called.await();
            else called.awaitNanos(until - now);
        }

        /** Wakes it if it would sleep beyond this moment. */
        void call(long moment) {
            if (until > moment) called.signal();
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Set<Waiter> waiting = new HashSet<>();
    private final long origin = System.nanoTime() - TimeUnit.MINUTES.toNanos(1);
    private long arrivals;
    private boolean closed;

    ReentrantLock lock() {
        return lock;
    }

    /** Steady nanoseconds, always positive. */
    long now() {
        return System.nanoTime() - origin;
    }

    Waiter arrive(Urgency urgency) {
        Waiter waiter = new Waiter(urgency, arrivals++, lock.newCondition());
        waiting.add(waiter);
        return waiter;
    }

    void leave(Waiter waiter) {
        waiting.remove(waiter);
    }

    boolean closed() {
        return closed;
    }

    void close() {
        closed = true;
        for (Waiter waiter : waiting) waiter.call(Long.MIN_VALUE);
    }
}
