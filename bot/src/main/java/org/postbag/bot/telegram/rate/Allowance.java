package org.postbag.bot.telegram.rate;

/** The permits of the last batch taken from a {@link Pace} that are neither used nor lapsed. */
final class Allowance {
    private final Pace pace;
    private long next;
    private int left;

    Allowance(Pace pace) {
        this.pace = pace;
    }

    /**
     * @param wait nanoseconds to the first permit; where asking has taken so long that it would lapse, it is good for
     *     half its time from now on, so that a slow database slows down and does not stop
     */
    void fill(long wait, long now) {
        next = now + Math.max(wait, -pace.lateness() / 2);
        left = pace.batch();
    }

    boolean isEmpty(long now) {
        while (left > 0 && next < now - pace.lateness()) spend();
        return left == 0;
    }

    /** When the next permit may be used; only where there is one. */
    long next() {
        return next;
    }

    void spend() {
        next += pace.interval();
        left--;
    }
}
