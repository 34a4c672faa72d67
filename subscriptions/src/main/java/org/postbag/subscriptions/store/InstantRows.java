package org.postbag.subscriptions.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.postbag.posts.store.Database;
import org.postbag.subscriptions.Subscription;

/** Writes rows that follow no timetable: for subscribers who want news at once, and for a digest asked for by hand. */
final class InstantRows {

    private static final int PAGE = 1000;

    private final Database db;

    InstantRows(Database db) {
        this.db = db;
    }

    int plan(Instant now, Predicate<Subscription> hasNews) {
        int planned = 0;
        long after = 0;
        while (true) {
            List<Subscription> page = idle(after);
            List<Subscription> withNews = page.stream().filter(hasNews).toList();
            if (!withNews.isEmpty()) planned += db.write(handle -> insert(handle, withNews, now));
            if (page.size() < PAGE) return planned;
            after = page.get(page.size() - 1).id();
        }
    }

    /** Active ones with nothing open. */
    private List<Subscription> idle(long after) {
        return db.read(handle -> handle.createQuery(
                        SubscriptionRows.SELECT
                                + """
                          WHERE s.timetable_id IN (SELECT id FROM timetable WHERE days = 'instant')
                            AND s.status = 'active' AND s.id > :after
                            AND NOT EXISTS (
                                SELECT 1 FROM delivery o WHERE o.subscription_id = s.id AND o.waits_until IS NOT NULL)
                          ORDER BY s.id LIMIT :page
                          """)
                .bind("after", after)
                .bind("page", PAGE)
                .map(SubscriptionRows::subscription)
                .list());
    }

    private static int insert(Handle handle, List<Subscription> subscriptions, Instant now) {
        int planned = 0;
        for (Subscription s : subscriptions) if (insert(handle, s.id(), now)) planned++;
        return planned;
    }

    /** False when it is not active any more, has an open row, or had one due this very instant. */
    private static boolean insert(Handle handle, long subscription, Instant now) {
        // Taken first: whoever else plans a row waits, and then sees this one.
        long id = Sequence.DELIVERY.next(handle);
        return handle.createUpdate(
                                """
                                INSERT INTO delivery (id, subscription_id, channel, due, status, waits_until)
                                SELECT :id, s.id, s.channel, :now, 'pending', :now
                                FROM subscription s
                                WHERE s.id = :subscription AND s.status = 'active'
                                  AND NOT EXISTS (
                                      SELECT 1 FROM delivery o
                                      WHERE o.subscription_id = s.id AND o.waits_until IS NOT NULL)
                                ON CONFLICT (subscription_id, due) DO NOTHING
                                """)
                        .bind("id", id)
                        .bind("subscription", subscription)
                        .bind("now", now.toEpochMilli())
                        .execute()
                == 1;
    }

    Optional<Delivery> planNow(long subscription, Instant now) {
        return db.write(handle -> {
            if (!insert(handle, subscription, now)) hurry(handle, subscription, now);
            return DeliveryRows.select(
                            handle,
                            """
                            WHERE d.subscription_id = :subscription AND d.waits_until IS NOT NULL AND s.status = 'active'
                            ORDER BY d.due LIMIT 1
                            """)
                    .bind("subscription", subscription)
                    .map(DeliveryRows::delivery)
                    .findOne();
        });
    }

    private static void hurry(Handle handle, long subscription, Instant now) {
        handle.createUpdate(
                        """
                        UPDATE delivery SET waits_until = :now
                        WHERE subscription_id = :subscription AND waits_until > :now AND status = 'pending'
                        """)
                .bind("now", now.toEpochMilli())
                .bind("subscription", subscription)
                .execute();
    }
}
