package org.postbag.subscriptions.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.postbag.posts.store.Database;

/**
 * Gives closed rows another try because the operator asks for it. A row whose posts a later digest has taken along, or
 * will, is left closed, so that nobody reads them twice.
 */
final class Reopening {

    private static final int PAGE = 500;

    private final Database db;

    Reopening(Database db) {
        this.db = db;
    }

    private record Closed(long id, String channel, DeliveryStatus status) {}

    boolean retry(long id, Instant now) {
        return db.write(handle -> {
            Optional<Closed> closed = handle.createQuery(
                            """
                            SELECT d.id, d.channel, d.status
                            FROM delivery d JOIN subscription s ON s.id = d.subscription_id
                            WHERE d.id = :id AND d.waits_until IS NULL AND d.status <> 'sent'
                              AND (d.cursor_moved = 1
                                   OR NOT EXISTS (
                                          SELECT 1 FROM delivery o
                                          WHERE o.subscription_id = d.subscription_id AND o.waits_until IS NOT NULL)
                                      AND (d.accepted = 0 OR d.cursor_before = s.cursor_number))
                            <lock>
                            """)
                    .define("lock", db.isPostgres() ? "FOR UPDATE" : "")
                    .bind("id", id)
                    .map((row, context) -> new Closed(
                            row.getLong("id"),
                            row.getString("channel"),
                            Columns.word(DeliveryStatus.class, row.getString("status"))))
                    .findOne();
            closed.ifPresent(row -> reopen(handle, row, now));
            return closed.isPresent();
        });
    }

    private static void reopen(Handle handle, Closed row, Instant now) {
        handle.createUpdate(
                        """
                        UPDATE delivery
                        SET status = 'pending', waits_until = :now, retried_at = :now, finished_at = NULL, skip = NULL,
                            sending = NULL, sending_at = NULL
                        WHERE id = :id
                        """)
                .bind("now", now.toEpochMilli())
                .bind("id", row.id())
                .execute();
        Tally.reopened(handle, row.channel(), row.status(), row.id());
    }

    /** The newest first: of one subscription's failed rows only one may come back, and it takes the others' posts. */
    int retryAll(DeliveryStatus status, Instant now) {
        int reopened = 0;
        long before = Long.MAX_VALUE;
        while (true) {
            List<Long> page = page(status, before);
            for (long id : page) if (retry(id, now)) reopened++;
            if (page.size() < PAGE) return reopened;
            before = page.get(page.size() - 1);
        }
    }

    private List<Long> page(DeliveryStatus status, long before) {
        return db.read(handle -> handle.createQuery(
                        """
                        SELECT id FROM delivery
                        WHERE status = :status AND waits_until IS NULL AND id < :before ORDER BY id DESC LIMIT :page
                        """)
                .bind("status", status.word())
                .bind("before", before)
                .bind("page", PAGE)
                .mapTo(Long.class)
                .list());
    }
}
