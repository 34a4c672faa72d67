package org.postbag.bot.telegram.rate;

/** One message on its way: when it left and when its answer came, in nanoseconds of the gate's clock. */
final class Departure {
    private static final long NOT_YET = Long.MAX_VALUE;

    private long left = NOT_YET;
    private long answered = NOT_YET;

    void leave(long now) {
        left = now;
    }

    void answer(long now) {
        answered = now;
    }

    /** {@link Long#MAX_VALUE} while it has a place in its chat but waits for one in the global budget. */
    long left() {
        return left;
    }

    long answered() {
        return answered;
    }

    boolean hasLeft() {
        return left != NOT_YET;
    }

    boolean isAnswered() {
        return answered != NOT_YET;
    }
}
