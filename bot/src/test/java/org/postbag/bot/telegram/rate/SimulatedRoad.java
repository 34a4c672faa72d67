package org.postbag.bot.telegram.rate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import java.util.function.ToLongFunction;

/**
 * Threads that send as fast as the limits let them, the way to a server, and the moments at which it counts, all in
 * simulated nanoseconds. What the server refuses is judged afterwards, from the moments.
 */
final class SimulatedRoad {
    static final long MILLI = 1_000_000L;
    static final long SECOND = 1_000_000_000L;

    /**
     * One way of the road, in nanoseconds.
     *
     * @param out until the server reads the request
     * @param work until it has done it
     * @param back until the answer is read
     */
    record Latency(ToLongFunction<Random> out, ToLongFunction<Random> work, ToLongFunction<Random> back) {}

    /** When the server counts: at a moment of its work, chosen anew for each message or not. */
    enum Counting {
        EARLY,
        LATE
    }

    private record Answer(long at, Departure departure) {}

    private final Random random;
    private final Latency latency;
    private final Counting counting;
    private final int threads;
    private final PriorityQueue<Answer> answers = new PriorityQueue<>(Comparator.comparingLong(Answer::at));
    private final List<Long> counted = new ArrayList<>();

    SimulatedRoad(long seed, Latency latency, Counting counting, int threads) {
        this.random = new Random(seed);
        this.latency = latency;
        this.counting = counting;
        this.threads = threads;
    }

    static Latency constant(long millis) {
        return new Latency(r -> millis * MILLI / 2, r -> 0, r -> millis * MILLI - millis * MILLI / 2);
    }

    /** Both ways spread evenly about a middle, together by this much up and down. */
    static Latency spread(long millis, long jitter) {
        ToLongFunction<Random> way = r -> (long) ((millis - jitter + 2 * jitter * r.nextDouble()) * MILLI / 2);
        return new Latency(way, r -> r.nextInt((int) MILLI), way);
    }

    /** The moments at which a strict server counted, sorted. */
    long[] run(GlobalLimits limits, Pace pace, int messages) {
        return run(
                messages,
                now -> {
                    if (limits.needsPermits(now)) limits.permits(pace.take(now), now);
                    return limits.earliest(now);
                },
                limits::leave,
                limits::answered);
    }

    long[] run(ChatLimits limits, RoundTrips trips, int messages) {
        return run(
                messages,
                now -> limits.earliest(now, trips),
                (departure, now) -> {
                    limits.hold(departure, now);
                    departure.leave(now);
                },
                (departure, now) -> {
                    trips.add(now - departure.left(), now);
                    departure.answer(now);
                    limits.answered(departure);
                });
    }

    private interface Step {
        void take(Departure departure, long now);
    }

    private long[] run(int messages, LongUnaryOperator earliest, Step leave, Step answered) {
        long now = 60 * SECOND;
        while (counted.size() < messages) {
            while (!answers.isEmpty() && answers.peek().at() <= now) {
                Answer answer = answers.remove();
                answered.take(answer.departure(), answer.at());
            }
            long next = answers.isEmpty() ? Long.MAX_VALUE : answers.peek().at();
            if (answers.size() < threads) {
                long at = earliest.applyAsLong(now);
                if (at <= now) {
                    Departure departure = new Departure();
                    leave.take(departure, now);
                    travel(departure, now);
                    continue;
                }
                next = Math.min(next, at + random.nextInt(200_000));
            }
            now = next;
        }
        return counted.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private void travel(Departure departure, long now) {
        long arrived = now + latency.out().applyAsLong(random);
        long done = arrived + latency.work().applyAsLong(random);
        counted.add(counting == Counting.EARLY ? arrived : done);
        answers.add(new Answer(done + latency.back().applyAsLong(random), departure));
    }

    /** The shortest time in which the server counted one message more than the limit allows; the window must be shorter. */
    static long tightest(long[] moments, int limit) {
        long tightest = Long.MAX_VALUE;
        for (int i = limit; i < moments.length; i++) tightest = Math.min(tightest, moments[i] - moments[i - limit]);
        return tightest;
    }

    /** Messages a second from the end of the first second on. */
    static double rate(long[] moments, int limit) {
        int first = Math.min(limit, moments.length / 2);
        int last = moments.length - 1;
        return (last - first) / ((moments[last] - moments[first]) / (double) SECOND);
    }
}
