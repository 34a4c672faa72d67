package org.postbag.bot.telegram.rate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * At most so many messages in any window of time <em>at the server</em>, which lies between leaving and answer we know
 * not where. A message holds its place until {@code answer + span - }{@link RoundTrips#certain() shortest round trip}:
 * whatever leaves later arrives at least {@code span} after it, whether the server counts at the beginning or at the
 * end of its work and whether its windows slide or not. The rate is {@code limit / (span + jitter)}.
 *
 * <p>A hanging request holds its place as if answered {@link RoundTrips#patience() 250 ms later than usual}, so that it
 * does not slow everything down; the price is that a server that stalls for longer and then counts all at once may find
 * too many. An answer that comes after all counts again from then.
 */
final class AnsweredWindow {
    /** Servers that count in milliseconds, or to the end of the window and including it. */
    private static final long ROUNDING = 3_000_000L;

    private final int limit;
    private final long span;
    private final Set<Departure> open = new LinkedHashSet<>(4);
    private final Deque<Departure> answered = new ArrayDeque<>(3);

    /**
     * @param span in nanoseconds
     */
    AnsweredWindow(int limit, long span) {
        this.limit = limit;
        this.span = span + ROUNDING;
    }

    /**
     * When there may be a place, as far as is known: now or before, at a later moment at which to ask again, or {@link
     * Long#MAX_VALUE} when it depends on messages that have not left.
     */
    long earliest(long now, RoundTrips trips) {
        while (!answered.isEmpty() && free(answered.getFirst(), trips) <= now) answered.removeFirst();
        Iterator<Departure> waiting = open.iterator();
        long first = Long.MAX_VALUE;
        while (waiting.hasNext() && first == Long.MAX_VALUE) {
            long free = free(waiting.next(), trips);
            if (free <= now) waiting.remove();
            else first = free;
        }
        if (open.size() + answered.size() < limit) return now;
        return answered.isEmpty() ? first : Math.min(first, free(answered.getFirst(), trips));
    }

    private long free(Departure departure, RoundTrips trips) {
        if (departure.isAnswered()) return departure.answered() + span - Math.min(span, trips.certain());
        return departure.hasLeft() ? departure.left() + trips.patience() + span : Long.MAX_VALUE;
    }

    /** Takes a place; the message may leave later. */
    void hold(Departure departure) {
        open.add(departure);
    }

    /** The place is not needed: the message does not leave. */
    void giveBack(Departure departure) {
        open.remove(departure);
    }

    /** Its answer came; answers are told in the order of their times. */
    void answered(Departure departure) {
        open.remove(departure);
        answered.addLast(departure);
    }
}
