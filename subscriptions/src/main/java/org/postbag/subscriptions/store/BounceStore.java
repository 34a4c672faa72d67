package org.postbag.subscriptions.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.postbag.subscriptions.Bounce;
import org.postbag.subscriptions.BounceLine;
import org.postbag.subscriptions.BounceScore;

/**
 * The rows of bounces: a short history for the operator, and the score, which outlives the rows it was made of. Whoever
 * writes holds the subscription ({@link SubscriptionStore}).
 */
final class BounceStore {

    /** Bounces of one subscription that are kept. */
    private static final int KEPT = 50;

    private BounceStore() {}

    static BounceScore score(Handle handle, long subscription) {
        return handle.createQuery("SELECT points, counted_at FROM bounce_score WHERE subscription_id = :subscription")
                .bind("subscription", subscription)
                .map((row, context) ->
                        new BounceScore(row.getDouble("points"), Columns.instantOrNull(row, "counted_at")))
                .findOne()
                .orElse(BounceScore.NONE);
    }

    static void add(Handle handle, long subscription, BounceLine line, BounceScore score) {
        Bounce bounce = line.bounce();
        long number = handle.createQuery(
                        """
                        INSERT INTO bounce (subscription_id, number, at, kind, status, said, origin)
                        VALUES (
                            :subscription,
                            (SELECT COALESCE(MAX(b.number), 0) + 1 FROM bounce b WHERE b.subscription_id = :subscription),
                            :at, :kind, :status, :said, :origin)
                        RETURNING number
                        """)
                .bind("subscription", subscription)
                .bind("at", line.at().toEpochMilli())
                .bind("kind", bounce.kind().word())
                .bind("status", bounce.status())
                .bind("said", bounce.said())
                .bind("origin", bounce.origin().word())
                .mapTo(Long.class)
                .one();
        handle.createUpdate("DELETE FROM bounce WHERE subscription_id = :subscription AND number <= :last")
                .bind("subscription", subscription)
                .bind("last", number - KEPT)
                .execute();
        keep(handle, subscription, score);
    }

    private static void keep(Handle handle, long subscription, BounceScore score) {
        Instant counted = score.counted();
        if (counted == null) return;
        handle.createUpdate(
                        """
                        INSERT INTO bounce_score (subscription_id, points, counted_at)
                        VALUES (:subscription, :points, :counted)
                        ON CONFLICT (subscription_id)
                        DO UPDATE SET points = excluded.points, counted_at = excluded.counted_at
                        """)
                .bind("subscription", subscription)
                .bind("points", score.points())
                .bind("counted", counted.toEpochMilli())
                .execute();
    }

    static List<BounceLine> list(Handle handle, long subscription) {
        return handle.createQuery(
                        """
                        SELECT at, kind, status, said, origin FROM bounce
                        WHERE subscription_id = :subscription ORDER BY number DESC
                        """)
                .bind("subscription", subscription)
                .map((row, context) -> new BounceLine(
                        Columns.instant(row, "at"),
                        new Bounce(
                                Columns.word(Bounce.Kind.class, row.getString("kind")),
                                row.getString("status"),
                                row.getString("said"),
                                Columns.word(Bounce.Origin.class, row.getString("origin")))))
                .list();
    }

    static void startAfresh(Handle handle, long subscription) {
        handle.createUpdate("DELETE FROM bounce_score WHERE subscription_id = :subscription")
                .bind("subscription", subscription)
                .execute();
    }

    static void forget(Handle handle, long subscription) {
        startAfresh(handle, subscription);
        handle.createUpdate("DELETE FROM bounce WHERE subscription_id = :subscription")
                .bind("subscription", subscription)
                .execute();
    }

    static int prune(Handle handle, Instant before, int atMost) {
        return handle.createUpdate(
                        """
                        DELETE FROM bounce WHERE (subscription_id, number) IN (
                            SELECT b.subscription_id, b.number FROM bounce b
                            WHERE b.at < :before ORDER BY b.at LIMIT :most)
                        """)
                .bind("before", before.toEpochMilli())
                .bind("most", atMost)
                .execute();
    }
}
