package org.postbag.bot.telegram.rate;

/**
 * How long answers have taken lately; {@link AnsweredWindow} subtracts the shortest. Remembered are the last two blocks
 * of at least a hundred answers and ten seconds: a route that has become slower costs some rate until they are over.
 */
final class RoundTrips {
    private static final int BLOCK_ANSWERS = 100;
    private static final long BLOCK_NANOS = 10_000_000_000L;
    private static final int ENOUGH = 16;
    private static final int SMOOTHING = 16;
    private static final double CAUTION = 2.5;
    /** How much longer than usual an answer may take before its request counts as hanging. */
    private static final long PATIENCE = 250_000_000L;

    private long typical;
    private long shortest = Long.MAX_VALUE;
    private int count;
    private long began;
    private long shortestBefore = Long.MAX_VALUE;
    private int countBefore;

    void add(long nanos, long now) {
        int known = count + countBefore;
        typical += (Math.min(nanos, patience()) - typical) / Math.min(known + 1, SMOOTHING);
        if (count >= BLOCK_ANSWERS && now - began >= BLOCK_NANOS) {
            shortestBefore = shortest;
            countBefore = count;
            shortest = Long.MAX_VALUE;
            count = 0;
            began = now;
        }
        shortest = Math.min(shortest, nanos);
        count++;
    }

    /** Nanoseconds after which an unanswered request is treated as if it had been answered. */
    long patience() {
        return typical + PATIENCE;
    }

    /**
     * A lower bound of the way there and back, in nanoseconds; 0 until enough is known. The shortest of n round trips
     * is longer than the shortest way there plus the shortest way back, which seldom meet in one: where both ways
     * spread evenly by u in all, longer than by u * c * sqrt(2 / n) in one case of exp(c * c). So much is taken off, u
     * being what the usual is above the shortest plus this very error.
     */
    long certain() {
        int known = count + countBefore;
        if (known < ENOUGH) return 0;
        long least = Math.min(shortest, shortestBefore);
        double error = CAUTION * Math.sqrt(2.0 / known);
        double spread = Math.max(0, typical - least) * error / (1 - error);
        return Math.max(0, least - Math.round(spread));
    }
}
