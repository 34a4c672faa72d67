package org.postbag.subscriptions.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * What becomes of open rows when something other than their own delivery decides: the subscription changed, or a newer
 * digest takes their place.
 */
final class OpenRows {

    private OpenRows() {}

    /** The subscription is no longer active: what nobody works on and no message of which went out is skipped. */
    static void skipWaiting(Handle handle, long subscription, Skip why, Instant now) {
        skip(
                handle.createQuery(
                                """
                                UPDATE delivery
                                SET status = 'skipped', skip = :skip, waits_until = NULL, finished_at = :now,
                                    cursor_before = NULL, upper_number = NULL, posts = 0, manifest = NULL
                                WHERE subscription_id = :subscription AND waits_until IS NOT NULL
                                  AND status = 'pending' AND accepted = 0 AND cursor_moved = 0
                                RETURNING id, channel
                                """)
                        .bind("subscription", subscription),
                handle,
                why,
                now);
    }

    /** The subscription is no longer there: its open rows are skipped, and a claim on one holds no more. */
    static void skipAll(Handle handle, long subscription, Instant now) {
        skip(
                handle.createQuery(
                                """
                                UPDATE delivery
                                SET status = 'skipped', skip = :skip, waits_until = NULL, finished_at = :now,
                                    token = NULL, sending = NULL, sending_at = NULL
                                WHERE subscription_id = :subscription AND waits_until IS NOT NULL
                                RETURNING id, channel
                                """)
                        .bind("subscription", subscription),
                handle,
                Skip.GONE,
                now);
    }

    /**
     * The new rows with ids in (after, upTo] take the place of older ones of their subscriptions that nobody works on and
     * nothing of which can have arrived.
     */
    static void supersede(Handle handle, long after, long upTo, Instant now) {
        // CROSS JOIN tells SQLite to begin with the new rows, which are few. Not naming the status keeps both engines,
        // when
        // they have no statistics yet, from going through all rows that wait.
        skip(
                handle.createQuery(
                                """
                                UPDATE delivery
                                SET status = 'skipped', skip = :skip, waits_until = NULL, finished_at = :now,
                                    cursor_before = NULL, upper_number = NULL, posts = 0, manifest = NULL
                                WHERE id IN (
                                    SELECT older.id
                                    FROM delivery newer CROSS JOIN delivery older
                                    WHERE newer.id > :after AND newer.id <= :upTo
                                      AND older.subscription_id = newer.subscription_id AND older.due < newer.due
                                      AND older.waits_until IS NOT NULL AND older.token IS NULL
                                      AND older.accepted = 0 AND older.uncertain = 0)
                                RETURNING id, channel
                                """)
                        .bind("after", after)
                        .bind("upTo", upTo),
                handle,
                Skip.SUPERSEDED,
                now);
    }

    private record Closed(long id, String channel) {}

    private static void skip(Query update, Handle handle, Skip why, Instant now) {
        Map<String, List<Closed>> closed = update.bind("skip", why.word())
                .bind("now", now.toEpochMilli())
                .map((row, context) -> new Closed(row.getLong("id"), row.getString("channel")))
                .collect(Collectors.groupingBy(Closed::channel, TreeMap::new, Collectors.toList()));
        closed.forEach((channel, rows) ->
                Tally.add(handle, channel, DeliveryStatus.SKIPPED, rows.get(0).id(), rows.size()));
    }

    /** A timetable that has changed plans anew: what was planned ahead and not begun is as if it never was. */
    static void dropAhead(Handle handle, long subscription, Instant now) {
        handle.createUpdate(
                        """
                        DELETE FROM delivery
                        WHERE subscription_id = :subscription AND waits_until IS NOT NULL AND due > :now
                          AND status = 'pending' AND manifest IS NULL AND accepted = 0 AND uncertain = 0
                        """)
                .bind("subscription", subscription)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /** Of what was delivered, only that it was stays. */
    static void forget(Handle handle, long subscription) {
        handle.createUpdate("DELETE FROM delivery_message WHERE subscription_id = :subscription")
                .bind("subscription", subscription)
                .execute();
        handle.createUpdate("UPDATE delivery SET manifest = NULL, problem = NULL WHERE subscription_id = :subscription")
                .bind("subscription", subscription)
                .execute();
    }
}
