package org.postbag.subscriptions.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.store.Database;
import org.postbag.subscriptions.Address;

/** Counts what is due without touching it; {@link Claiming} gives it out. */
final class Backlog {

    private final Database db;

    Backlog(Database db) {
        this.db = db;
    }

    /** Rows of a channel that are due but wait for their next try. */
    int backingOff(String channel, Instant now, @Nullable Address only) {
        return count(
                """
                SELECT COUNT(*) FROM delivery d
                WHERE d.status = 'pending' AND d.channel = :channel AND d.due <= :now AND d.waits_until > :now
                  AND (:only = '' OR d.subscription_id = (SELECT id FROM subscription WHERE address_key = :only))
                """,
                channel,
                now,
                only);
    }

    /** Open rows that are due, and active subscriptions whose next instant has come and has no row yet. */
    int due(Instant now, @Nullable Address only) {
        return count(
                """
                SELECT COUNT(*) FROM (
                    SELECT s.id FROM subscription s JOIN timetable t ON t.id = s.timetable_id
                    WHERE s.status = 'active' AND t.next_due <= :now AND s.first_due <= t.next_due
                      AND (:only = '' OR s.address_key = :only)
                    UNION
                    SELECT d.subscription_id FROM delivery d
                    WHERE d.waits_until IS NOT NULL AND d.due <= :now AND :channel = ''
                      AND (:only = '' OR d.subscription_id = (SELECT id FROM subscription WHERE address_key = :only))
                ) waiting
                """,
                "",
                now,
                only);
    }

    private int count(String sql, String channel, Instant now, @Nullable Address only) {
        return db.read(handle -> handle.createQuery(sql)
                .bind("channel", channel)
                .bind("now", now.toEpochMilli())
                .bind("only", only == null ? "" : only.key())
                .mapTo(Integer.class)
                .one());
    }
}
