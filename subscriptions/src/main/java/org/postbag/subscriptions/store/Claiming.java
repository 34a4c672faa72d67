package org.postbag.subscriptions.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.store.Database;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Subscription;

/** Gives rows out under a lease and takes back those whose holder died. What a holder does is {@link Outcomes}'. */
final class Claiming {

    private final Database db;

    Claiming(Database db) {
        this.db = db;
    }

    List<Claim> claim(String channel, int max, Instant now, Instant leaseUntil, @Nullable Address only) {
        return db.write(handle -> {
            List<Long> ids = ready(handle, channel, max, now, only);
            if (ids.isEmpty()) return List.of();
            String token = UUID.randomUUID().toString();
            handle.createUpdate(
                            """
                            UPDATE delivery SET status = 'claimed', token = :token, waits_until = :lease
                            WHERE id IN (<ids>)
                            """)
                    .bindList("ids", ids)
                    .bind("token", token)
                    .bind("lease", leaseUntil.toEpochMilli())
                    .execute();
            thawStale(handle, ids);
            return claims(handle, ids, token, now);
        });
    }

    /** Oldest due first; of a subscription only its oldest open row, and none while another is being worked on. */
    private List<Long> ready(Handle handle, String channel, int max, Instant now, @Nullable Address only) {
        var select = handle.createQuery(
                        """
                        SELECT d.id FROM delivery d
                        WHERE d.status = 'pending' AND d.channel = :channel AND d.waits_until <= :now <only>
                          AND d.id = (
                              SELECT first.id FROM delivery first
                              WHERE first.subscription_id = d.subscription_id AND first.waits_until IS NOT NULL
                              ORDER BY CASE WHEN first.token IS NULL THEN 1 ELSE 0 END, first.due LIMIT 1)
                        ORDER BY d.due, d.id LIMIT :max <lock>
                        """)
                .define(
                        "only",
                        only == null
                                ? ""
                                : "AND d.subscription_id = (SELECT id FROM subscription WHERE address_key = :only)")
                // Another node may be claiming too: take other rows than it does, and do not wait for it.
                .define("lock", db.isPostgres() ? "FOR UPDATE OF d SKIP LOCKED" : "")
                .bind("channel", channel)
                .bind("now", now.toEpochMilli())
                .bind("max", max);
        if (only != null) select.bind("only", only.key());
        return select.mapTo(Long.class).list();
    }

    /**
     * Content that was frozen for a cursor that has since moved on would repeat posts; nothing of it went out, so it is
     * made anew.
     */
    private static void thawStale(Handle handle, List<Long> ids) {
        handle.createUpdate(
                        """
                        UPDATE delivery SET cursor_before = NULL, upper_number = NULL, posts = 0, manifest = NULL
                        WHERE id IN (<ids>) AND manifest IS NOT NULL AND accepted = 0 AND cursor_moved = 0
                          AND cursor_before < (
                              SELECT s.cursor_number FROM subscription s WHERE s.id = delivery.subscription_id)
                        """)
                .bindList("ids", ids)
                .execute();
    }

    private static List<Claim> claims(Handle handle, List<Long> ids, String token, Instant now) {
        List<Delivery> rows = DeliveryRows.select(handle, "WHERE d.id IN (<ids>)")
                .bindList("ids", ids)
                .map(DeliveryRows::delivery)
                .list();
        Map<Long, Subscription> subscriptions = handle.createQuery(SubscriptionRows.SELECT + "WHERE s.id IN (<ids>)")
                .bindList("ids", rows.stream().map(Delivery::subscription).toList())
                .map(SubscriptionRows::subscription)
                .collect(Collectors.toMap(Subscription::id, Function.identity()));
        // Planned while the subscription was being removed by somebody else.
        rows.stream()
                .filter(row -> !subscriptions.containsKey(row.subscription()))
                .forEach(orphan -> OpenRows.skipAll(handle, orphan.subscription(), now));
        return rows.stream()
                .filter(row -> subscriptions.containsKey(row.subscription()))
                .sorted(Comparator.comparing(Delivery::due).thenComparing(Delivery::id))
                .map(row -> new Claim(row, Objects.requireNonNull(subscriptions.get(row.subscription())), token))
                .toList();
    }

    private record Expired(long id, String channel, boolean unanswered) {}

    /** Takes back rows whose lease has ended. How many there were. */
    int reclaim(Instant now, Function<String, Boolean> resendUncertain) {
        return db.write(handle -> {
            List<Expired> expired = handle.createQuery(
                            """
                            SELECT id, channel, sending FROM delivery
                            WHERE status = 'claimed' AND waits_until <= :now ORDER BY id <lock>
                            """)
                    .define("lock", db.isPostgres() ? "FOR UPDATE SKIP LOCKED" : "")
                    .bind("now", now.toEpochMilli())
                    .map((row, context) ->
                            new Expired(row.getLong("id"), row.getString("channel"), row.getObject("sending") != null))
                    .list();
            for (Expired row : expired) {
                if (!row.unanswered()) release(handle, row.id(), now);
                else if (resendUncertain.apply(row.channel())) Unanswered.resend(handle, row.id(), INTERRUPTED, now);
                else Unanswered.hold(handle, row.id(), INTERRUPTED, now);
            }
            return expired.size();
        });
    }

    private static final String INTERRUPTED = "stopped after sending, before the answer";

    /** It goes on at once, and before those due later, at the first message that was not accepted. */
    private static void release(Handle handle, long id, Instant now) {
        handle.createUpdate("UPDATE delivery SET status = 'pending', token = NULL, waits_until = :now WHERE id = :id")
                .bind("now", now.toEpochMilli())
                .bind("id", id)
                .execute();
    }
}
