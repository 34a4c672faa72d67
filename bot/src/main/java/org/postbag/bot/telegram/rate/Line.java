package org.postbag.bot.telegram.rate;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.LongUnaryOperator;
import org.postbag.bot.telegram.rate.Waiters.Waiter;

/**
 * Threads in line for one budget, the most urgent and then the oldest first. Only the first one watches the clock; the
 * others sleep until it is their turn. Every method is called with the lock of {@link Waiters} held.
 */
final class Line {
    private static final Comparator<Waiter> ORDER =
            Comparator.comparing(Waiter::urgency).thenComparingLong(Waiter::number);

    private final Waiters waiters;
    private final Queue<Waiter> queue = new PriorityQueue<>(1, ORDER);

    Line(Waiters waiters) {
        this.waiters = waiters;
    }

    /**
     * Returns when it is this thread's turn.
     *
     * @param earliest from the present time: when the first in line may go, or is to ask again; it may give the lock
     *     away and take it back
     * @return false: it will not be, for the gate was closed or the thread interrupted (and still is)
     */
    boolean pass(Urgency urgency, LongUnaryOperator earliest) {
        Waiter self = waiters.arrive(urgency);
        queue.add(self);
        try {
            while (!waiters.closed()) {
                long until = queue.peek() == self ? earliest.applyAsLong(waiters.now()) : Long.MAX_VALUE;
                if (waiters.closed()) break;
                long now = waiters.now();
                if (until <= now && queue.peek() == self) return true;
                if (until > now) self.sleep(until, now);
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            queue.remove(self);
            waiters.leave(self);
            call(Long.MIN_VALUE);
        }
    }

    /** Lets the first in line look again, if it would sleep beyond this moment. */
    void call(long moment) {
        Waiter first = queue.peek();
        if (first != null) first.call(moment);
    }
}
