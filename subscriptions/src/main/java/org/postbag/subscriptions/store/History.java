package org.postbag.subscriptions.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.postbag.posts.store.Database;
import org.postbag.subscriptions.Address;

/** Reads the ledger, counts it, and prunes what is old. */
final class History {

    private static final String OF_ADDRESS =
            "AND d.subscription_id = (SELECT id FROM subscription WHERE address_key = :address)";

    private static final String STATUS = "AND d.status = :status";

    private final Database db;

    History(Database db) {
        this.db = db;
    }

    List<Delivery> list(DeliveryQuery query) {
        return db.read(handle -> {
            DeliveryStatus status = query.status();
            // Whatever is sorted, only ids are; rows and their messages are read for the page alone.
            Query select = DeliveryRows.select(
                            handle,
                            """
                            WHERE d.id IN (
                                SELECT d.id FROM delivery d WHERE 1 = 1 <status> <address> <before>
                                ORDER BY d.id DESC LIMIT :limit)
                            ORDER BY d.id DESC
                            """)
                    .define("status", status == null ? "" : query.address() == null ? state(status) : STATUS)
                    .define("address", query.address() == null ? "" : OF_ADDRESS)
                    .define("before", query.before() == null ? "" : "AND d.id < :before")
                    .bind("limit", query.limit());
            if (status != null) select.bind("status", status.word());
            if (query.address() != null) select.bind("address", query.address().key());
            if (query.before() != null) select.bind("before", query.before());
            return select.map(DeliveryRows::delivery).list();
        });
    }

    /**
     * Names the half of the ledger too, because open and closed rows have an index each. Of one address's rows, which
     * are few, it is not named: either of those indexes would lead through everybody's.
     */
    private static String state(DeliveryStatus status) {
        return switch (status) {
            case PENDING, CLAIMED -> STATUS + " AND d.waits_until IS NOT NULL";
            case SENT, FAILED, SKIPPED, UNCERTAIN -> STATUS + " AND d.waits_until IS NULL";
        };
    }

    Optional<Delivery> find(long id) {
        return db.read(handle -> DeliveryRows.select(handle, "WHERE d.id = :id")
                .bind("id", id)
                .map(DeliveryRows::delivery)
                .findOne());
    }

    List<Message> messages(long delivery) {
        return db.read(handle -> {
            List<Message> messages = new ArrayList<>(handle.createQuery(
                            """
                            SELECT part, message_id, accepted_at FROM delivery_message
                            WHERE delivery_id = :delivery ORDER BY part
                            """)
                    .bind("delivery", delivery)
                    .map((row, context) -> new Message(
                            row.getInt("part"),
                            Message.State.ACCEPTED,
                            row.getString("message_id"),
                            Columns.instant(row, "accepted_at")))
                    .list());
            handle.createQuery("SELECT sending, sending_at FROM delivery WHERE id = :delivery AND sending IS NOT NULL")
                    .bind("delivery", delivery)
                    .map((row, context) -> new Message(
                            row.getInt("sending"), Message.State.SENDING, null, Columns.instant(row, "sending_at")))
                    .findOne()
                    .ifPresent(messages::add);
            return List.copyOf(messages);
        });
    }

    Optional<Delivery> byMessage(Address address, String messageId, Instant notBefore) {
        return db.read(handle -> DeliveryRows.select(
                        handle,
                        """
                        JOIN delivery_message sought ON sought.delivery_id = d.id
                        WHERE s.address_key = :address AND sought.subscription_id = s.id
                          AND sought.message_id = :message AND sought.accepted_at >= :notBefore
                        ORDER BY sought.accepted_at DESC LIMIT 1
                        """)
                .bind("address", address.key())
                .bind("message", messageId)
                .bind("notBefore", notBefore.toEpochMilli())
                .map(DeliveryRows::delivery)
                .findOne());
    }

    Optional<Delivery> latest(Address address) {
        return db.read(handle -> DeliveryRows.select(
                        handle, "WHERE s.address_key = :address AND d.accepted > 0 ORDER BY d.due DESC LIMIT 1")
                .bind("address", address.key())
                .map(DeliveryRows::delivery)
                .findOne());
    }

    private record Counted(String channel, Counts counts) {}

    /** One statement, so that it sees one moment. */
    Map<String, Counts> countsByChannel() {
        return db.read(handle -> {
            Map<String, Counts> counts = new TreeMap<>();
            handle.createQuery(
                            """
                            SELECT channel, status, COUNT(*) AS deliveries FROM delivery
                            WHERE waits_until IS NOT NULL AND status IN ('pending', 'claimed') GROUP BY channel, status
                            UNION ALL
                            SELECT channel, status, SUM(closed) AS deliveries FROM delivery_count GROUP BY channel, status
                            """)
                    .map((row, context) -> new Counted(
                            row.getString("channel"),
                            Counts.of(
                                    Columns.word(DeliveryStatus.class, row.getString("status")),
                                    row.getLong("deliveries"))))
                    .forEach(c -> counts.merge(c.channel(), c.counts(), Counts::plus));
            return Map.copyOf(counts);
        });
    }

    int prune(Instant before, int atMost) {
        return db.write(handle -> {
            // Ids grow with due instants, so the oldest rows have the lowest, and a look at these is enough.
            List<Long> old = handle.createQuery(
                            """
                            SELECT id FROM (SELECT id, due, waits_until FROM delivery ORDER BY id LIMIT :most) AS oldest
                            WHERE due < :before AND waits_until IS NULL
                            """)
                    .bind("most", atMost)
                    .bind("before", before.toEpochMilli())
                    .mapTo(Long.class)
                    .list();
            if (!old.isEmpty()) delete(handle, old);
            return old.size() + BounceStore.prune(handle, before, atMost);
        });
    }

    private static void delete(Handle handle, List<Long> ids) {
        handle.createUpdate("DELETE FROM delivery_message WHERE delivery_id IN (<ids>)")
                .bindList("ids", ids)
                .execute();
        handle.createUpdate("DELETE FROM delivery WHERE id IN (<ids>)")
                .bindList("ids", ids)
                .execute();
    }
}
