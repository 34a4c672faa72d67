package org.postbag.subscriptions.store;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.postbag.posts.store.Database;
import org.postbag.subscriptions.Subscription;
import org.postbag.subscriptions.Timetable;

/**
 * Writes a row of the ledger for each digest that falls due. Due instants belong to timetables, which subscriptions
 * share, so a page of subscriptions is planned by a few statements whatever its size. What becomes of the rows is
 * {@link DeliveryStore}'s.
 *
 * <p>Planning twice does no harm: a row is unique by subscription and due instant. A planner that dies goes on where it
 * was, since a timetable moves on only when all of its subscriptions have their row.
 */
public final class DeliveryPlanner {

    private static final int PAGE = 5000;
    // Nodes' clocks differ by less; a larger step back is somebody setting the clock.
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    private final Database db;
    private final InstantRows instantRows;

    public DeliveryPlanner(Database db) {
        this.db = db;
        this.instantRows = new InstantRows(db);
    }

    /**
     * Resumes those whose pause has ended; then, for every timetable due, writes a row for the latest instant due of each
     * active subscription. Older rows of it that nobody works on and nothing of which went out are superseded.
     *
     * @return rows written
     */
    public int plan(Instant now) {
        if (db.read(handle -> pauseHasEnded(handle, now))) db.change(handle -> resume(handle, now));
        int planned = 0;
        for (DueTimetable due : due(now)) planned += plan(due, now);
        return planned;
    }

    /**
     * For every active subscription with {@code instant} days and no open row: a row due now, if it has news.
     *
     * @return rows written
     */
    public int planInstant(Instant now, Predicate<Subscription> hasNews) {
        return instantRows.plan(now.truncatedTo(ChronoUnit.MILLIS), hasNews);
    }

    /**
     * A digest outside the timetable: the open row of the subscription, made ready now, or a new one due now.
     *
     * @return empty when the subscription is not active, or had a digest due this very instant
     */
    public Optional<Delivery> planNow(Subscription subscription, Instant now) {
        return instantRows.planNow(subscription.id(), now.truncatedTo(ChronoUnit.MILLIS));
    }

    /** Looked at first, so that a beat without anything to do writes nothing. */
    private static boolean pauseHasEnded(Handle handle, Instant now) {
        return handle.createQuery("SELECT 1 FROM subscription WHERE paused_until <= :now AND status = 'paused' LIMIT 1")
                .bind("now", now.toEpochMilli())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private static void resume(Handle handle, Instant now) {
        Sequence.DELIVERY.take(handle, 0);
        handle.createUpdate(
                        """
                        UPDATE subscription SET status = 'active', first_due = paused_until, paused_until = NULL
                        WHERE paused_until <= :now
                        """)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /** @param backward the clock was set back since it was last planned */
    private record DueTimetable(long id, Timetable timetable, Instant nextDue, boolean backward) {}

    private List<DueTimetable> due(Instant now) {
        return db.read(handle -> handle.createQuery(
                        """
                        SELECT id, time_of_day, days, zone, next_due, planned_at FROM timetable
                        WHERE next_due <= :now OR (next_due IS NOT NULL AND planned_at > :skewed)
                        ORDER BY next_due, id
                        """)
                .bind("now", now.toEpochMilli())
                .bind("skewed", now.plus(CLOCK_SKEW).toEpochMilli())
                .map((row, context) -> new DueTimetable(
                        row.getLong("id"),
                        SubscriptionRows.timetable(row),
                        Columns.instant(row, "next_due"),
                        Columns.instant(row, "next_due").isAfter(now)))
                .list());
    }

    private int plan(DueTimetable row, Instant now) {
        int planned = 0;
        if (!row.backward()) {
            // A new release of the zone's rules may have moved the instant that was foreseen.
            Instant due =
                    row.timetable().latest(row.nextDue().minusMillis(1), now).orElse(row.nextDue());
            long after = 0;
            while (true) {
                long from = after;
                Page page = db.write(handle -> plan(handle, row.id(), due, from, now));
                planned += page.planned();
                if (page.isLast()) break;
                after = page.last();
            }
        }
        moveOn(row, now);
        return planned;
    }

    /** @param last the highest id looked at */
    private record Page(long last, boolean isLast, int planned) {}

    private record Scan(long last, int looked, int due) {}

    private static Page plan(Handle handle, long timetable, Instant due, long after, Instant now) {
        long before = Sequence.DELIVERY.take(handle, 0);
        Scan scan = scan(handle, timetable, due, after);
        if (scan.due() == 0) return new Page(scan.last(), scan.looked() < PAGE, 0);
        long lastId = Sequence.DELIVERY.take(handle, scan.due());
        int planned = insert(handle, timetable, due, after, scan.last(), before);
        OpenRows.supersede(handle, before, lastId, now);
        return new Page(scan.last(), scan.looked() < PAGE, planned);
    }

    private static Scan scan(Handle handle, long timetable, Instant due, long after) {
        return handle.createQuery(
                        """
                        SELECT MAX(id) AS last, COUNT(*) AS looked, COUNT(CASE WHEN first_due <= :due THEN 1 END) AS due
                        FROM (SELECT id, first_due FROM subscription
                              WHERE timetable_id = :timetable AND status = 'active' AND id > :after
                              ORDER BY id LIMIT :page) AS page
                        """)
                .bind("due", due.toEpochMilli())
                .bind("timetable", timetable)
                .bind("after", after)
                .bind("page", PAGE)
                .map((row, context) -> new Scan(row.getLong("last"), row.getInt("looked"), row.getInt("due")))
                .one();
    }

    private static int insert(Handle handle, long timetable, Instant due, long after, long upTo, long before) {
        return handle.createUpdate(
                        """
                        INSERT INTO delivery (id, subscription_id, channel, due, status, waits_until)
                        SELECT :before + ROW_NUMBER() OVER (ORDER BY s.id), s.id, s.channel, :due, 'pending', :due
                        FROM subscription s
                        WHERE s.timetable_id = :timetable AND s.status = 'active'
                          AND s.id > :after AND s.id <= :upTo AND s.first_due <= :due
                        ON CONFLICT (subscription_id, due) DO NOTHING
                        """)
                .bind("before", before)
                .bind("due", due.toEpochMilli())
                .bind("timetable", timetable)
                .bind("after", after)
                .bind("upTo", upTo)
                .execute();
    }

    private void moveOn(DueTimetable row, Instant now) {
        db.change(handle -> handle.createUpdate(
                        """
                        UPDATE timetable SET next_due = :next, planned_at = :now WHERE id = :id AND next_due = :was
                        """)
                .bind("next", Columns.millis(row.timetable().next(now).orElseThrow()))
                .bind("now", now.toEpochMilli())
                .bind("id", row.id())
                .bind("was", row.nextDue().toEpochMilli())
                .execute());
    }
}
