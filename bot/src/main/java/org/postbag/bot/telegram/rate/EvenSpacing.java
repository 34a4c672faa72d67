package org.postbag.bot.telegram.rate;

/** One message an interval on average and a few at once after a pause (GCRA, ITU-T I.371). Nanoseconds. */
final class EvenSpacing {
    private final long interval;
    private final long tolerance;
    private long due;

    /**
     * @param burst how many may go at once, at least 1
     */
    EvenSpacing(long interval, int burst) {
        this.interval = interval;
        this.tolerance = interval * (burst - 1);
    }

    long earliest() {
        return due - tolerance;
    }

    void take(long now) {
        due = Math.max(due, now) + interval;
    }
}
