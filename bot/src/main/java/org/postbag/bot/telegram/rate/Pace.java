package org.postbag.bot.telegram.rate;

/**
 * Spaces messages evenly over a second. Permits are taken in batches; each may be used from its moment on, and lapses
 * when it has not been used {@link #lateness} later. {@link LocalPace} is for one process, {@link SharedPace} for all on
 * one database.
 */
public interface Pace {
    /** How many permits one {@link #take} gives, at least 1. */
    int batch();

    /** Nanoseconds from one permit to the next. */
    long interval();

    /** For how many nanoseconds a permit stays good: what late threads may catch up with. */
    default long lateness() {
        return 2 * Math.max(interval(), CATCH_UP);
    }

    /** The next batch may begin this much in the past. Nanoseconds. */
    long CATCH_UP = 20_000_000L;

    /**
     * Takes the next batch; may wait for a database, but not for the permits' time. Called by one thread at a time.
     *
     * @param now nanoseconds on any steady clock
     * @return nanoseconds from the return of this method to the moment of the first permit; negative when it is past
     */
    long take(long now);
}
