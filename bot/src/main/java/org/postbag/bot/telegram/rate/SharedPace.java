package org.postbag.bot.telegram.rate;

import java.time.Clock;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.postbag.posts.store.Database;

/**
 * The pace of all processes that send for one bot and share a database: the next free moment is a row of the table
 * {@code telegram_pace}, moved on in one short transaction a batch. A batch is a single permit, or 20 ms' worth where a
 * second has many.
 *
 * <p>Slower than the limit, by {@link #ALONE}, and by {@link #TOGETHER} for two seconds after another process has
 * taken permits: {@link AnsweredWindow} knows only its own process's messages, and those of several come closer together
 * on the way than they left. The clocks of several machines need to agree to about a second.
 */
public final class SharedPace implements Pace {
    private static final long SECOND = 1_000_000_000L;
    /** Permits of a second are spread over so many nanoseconds. */
    private static final long ALONE = 1_010_000_000L;

    private static final long TOGETHER = 1_120_000_000L;
    private static final int BATCHES_A_SECOND = 50;
    /** A moment further away than this was written by a clock that was wrong. */
    private static final long FAR = 2 * SECOND;

    private final Database database;
    private final Clock clock;
    private final int batch;
    private final int perSecond;
    private volatile long interval;
    private long written;
    private long aloneFrom;

    /**
     * @param perSecond of all processes together, at least 1
     */
    public SharedPace(Database database, int perSecond, Clock clock) {
        if (perSecond < 1)
            throw new IllegalArgumentException("a shared pace needs at least 1 message a second: " + perSecond);
        this.database = database;
        this.clock = clock;
        batch = Math.max(1, perSecond / BATCHES_A_SECOND);
        this.perSecond = perSecond;
        interval = ALONE / perSecond;
    }

    @Override
    public int batch() {
        return batch;
    }

    @Override
    public long interval() {
        return interval;
    }

    /**
     * @throws org.jdbi.v3.core.JdbiException when the database does not answer; nothing was taken
     */
    @Override
    public long take(long now) {
        long length = batch * interval;
        Moved moved = database.write(handle -> move(handle, length));
        long clockNow = nanos(clock.instant());
        boolean another = moved.from() != written && moved.from() > moved.past();
        if (another) aloneFrom = clockNow + FAR;
        interval = (clockNow < aloneFrom ? TOGETHER : ALONE) / perSecond;
        written = moved.from() + length;
        return moved.from() - clockNow;
    }

    /**
     * @param from the first permit of the batch
     * @param past where it would be after a pause
     */
    private record Moved(long from, long past) {}

    private Moved move(Handle handle, long length) {
        long clockNow = nanos(clock.instant());
        long past = clockNow - Math.max(interval, CATCH_UP);
        long next = handle.createQuery(
                        """
                        UPDATE telegram_pace
                        SET next_at = :length + CASE
                            WHEN next_at > :far OR next_at < :past THEN :past
                            ELSE next_at END
                        WHERE id = 1
                        RETURNING next_at
                        """)
                .bind("length", length)
                .bind("far", clockNow + Math.max(FAR, 10 * length))
                .bind("past", past)
                .mapTo(Long.class)
                .one();
        return new Moved(next - length, past);
    }

    private static long nanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), SECOND), instant.getNano());
    }
}
