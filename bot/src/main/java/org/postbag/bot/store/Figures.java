package org.postbag.bot.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.postbag.posts.store.Database;
import org.postbag.subscriptions.store.DeliveryStatus;

/** Counts for the operator that nothing else asks for. */
public final class Figures {
    private static final long FIRST_STEP = 1024;

    private final Database db;

    public Figures(Database db) {
        this.db = db;
    }

    private record Counted(String channel, DeliveryStatus status, long deliveries) {}

    /** Deliveries that were due at or after {@code since}, by channel and by what became of them. */
    public Map<String, Map<DeliveryStatus, Long>> deliveriesSince(Instant since) {
        Map<String, Map<DeliveryStatus, Long>> counts = new TreeMap<>();
        db.read(handle -> handle.createQuery(
                                """
                                SELECT channel, status, COUNT(*) AS deliveries FROM delivery
                                WHERE id > :floor AND due >= :since
                                GROUP BY channel, status
                                """)
                        .bind("floor", floor(handle, since))
                        .bind("since", since.toEpochMilli())
                        .map((row, context) -> new Counted(
                                row.getString("channel"),
                                DeliveryStatus.of(row.getString("status")).orElseThrow(),
                                row.getLong("deliveries")))
                        .list())
                .forEach(c -> counts.computeIfAbsent(c.channel(), channel -> new TreeMap<>())
                        .put(c.status(), c.deliveries()));
        return counts;
    }

    /** Ids grow with due instants, so steps that double find where older ones begin without a look at all of them. */
    private static long floor(Handle handle, Instant since) {
        long newest = handle.createQuery("SELECT COALESCE(MAX(id), 0) FROM delivery")
                .mapTo(Long.class)
                .one();
        for (long step = FIRST_STEP; step < newest; step *= 2) {
            Optional<Long> due = handle.createQuery("SELECT due FROM delivery WHERE id <= :id ORDER BY id DESC LIMIT 1")
                    .bind("id", newest - step)
                    .mapTo(Long.class)
                    .findOne();
            if (due.isEmpty() || due.get() < since.toEpochMilli()) return newest - step;
        }
        return 0;
    }

    /** Updates of Telegram that are kept and not yet done. */
    public long updatesWaiting() {
        return db.read(handle -> handle.createQuery("SELECT COUNT(*) FROM telegram_update WHERE done = 0")
                .mapTo(Long.class)
                .one());
    }
}
