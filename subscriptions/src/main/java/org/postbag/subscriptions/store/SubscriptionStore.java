package org.postbag.subscriptions.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.postbag.posts.store.Database;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Result;
import org.postbag.subscriptions.Roster;
import org.postbag.subscriptions.Status;
import org.postbag.subscriptions.Subscription;
import org.postbag.subscriptions.SubscriptionQuery;

/**
 * Keeps subscriptions and who they belong to. What may be done to one is decided by {@code Subscriptions}; what was
 * delivered is {@link DeliveryStore}'s.
 */
public final class SubscriptionStore implements Roster {

    private static final String MIGRATIONS = "classpath:org/postbag/subscriptions/migrations";
    private static final String HISTORY = "subscriptions_schema_history";

    private final Database db;

    public SubscriptionStore(Database db) {
        this.db = db;
    }

    /** Brings the tables of subscriptions and of the ledger up to date. */
    public static void migrate(Database db) {
        db.migrate(MIGRATIONS, HISTORY);
    }

    @Override
    public Optional<Subscription> find(Address address) {
        return db.read(handle -> find(handle, address, ""));
    }

    @Override
    public Optional<Subscription> find(long id) {
        return db.read(handle -> handle.createQuery(SubscriptionRows.SELECT + "WHERE s.id = :id")
                .bind("id", id)
                .map(SubscriptionRows::subscription)
                .findOne());
    }

    /** All addresses of one person. */
    public List<Subscription> ofReader(String reader) {
        return db.read(handle -> handle.createQuery(SubscriptionRows.SELECT + "WHERE s.reader = :reader ORDER BY s.id")
                .bind("reader", reader)
                .map(SubscriptionRows::subscription)
                .list());
    }

    @Override
    public List<Subscription> list(SubscriptionQuery query) {
        List<Subscription> found = new ArrayList<>();
        each(query, found::add);
        return List.copyOf(found);
    }

    /** The same as {@link #list}, one after the other; {@code sink} must not come back to the database. */
    public void each(SubscriptionQuery query, Consumer<Subscription> sink) {
        db.read(handle -> {
            SubscriptionSearch.select(handle, query)
                    .map(SubscriptionRows::subscription)
                    .forEach(sink);
            return query;
        });
    }

    /** How many there are in each status; a status that nobody has is left out. */
    public Map<Status, Long> counts() {
        return db.read(handle -> {
            Map<Status, Long> counts = new EnumMap<>(Status.class);
            handle.createQuery("SELECT status, COUNT(*) AS subscriptions FROM subscription GROUP BY status")
                    .map((row, context) -> Map.entry(
                            Columns.word(Status.class, row.getString("status")), row.getLong("subscriptions")))
                    .forEach(count -> counts.put(count.getKey(), count.getValue()));
            return Map.copyOf(counts);
        });
    }

    @Override
    public Result decide(Address address, Instant now, Rule rule) {
        return db.write(handle -> {
            Optional<Subscription> known = find(handle, address, lock());
            Result result = rule.apply(known);
            if (!(result instanceof Result.Done done) || done.kind() == Result.Kind.UNCHANGED) return result;
            store(handle, known, done.after(), now);
            return new Result.Done(find(handle, address, "").orElseThrow(), done.kind());
        });
    }

    private static void store(Handle handle, Optional<Subscription> known, Subscription after, Instant now) {
        long timetable = TimetableRows.idOf(handle, after.settings().timetable(), now);
        if (known.isEmpty()) {
            SubscriptionRows.insert(handle, after, Sequence.SUBSCRIPTION.next(handle), timetable);
            return;
        }
        SubscriptionRows.update(handle, after, timetable);
        if (!after.isActive())
            OpenRows.skipWaiting(handle, after.id(), after.status() == Status.PAUSED ? Skip.PAUSED : Skip.GONE, now);
        if (!after.settings().timetable().equals(known.get().settings().timetable()))
            OpenRows.dropAhead(handle, after.id(), now);
    }

    @Override
    public Optional<Subscription> move(Address from, Address to, Instant now) {
        return db.write(handle -> {
            Optional<Subscription> moving = find(handle, from, lock());
            if (moving.isEmpty()) return moving;
            long cursor = find(handle, to, lock()).map(Subscription::cursor).orElse(0L);
            remove(handle, to, now);
            handle.createUpdate(
                            """
                            UPDATE subscription
                            SET address = :address, address_key = :key, channel = :channel,
                                cursor_number = CASE WHEN cursor_number < :cursor THEN :cursor ELSE cursor_number END
                            WHERE id = :id
                            """)
                    .bind("address", to.toString())
                    .bind("key", to.key())
                    .bind("channel", to.channel())
                    .bind("cursor", cursor)
                    .bind("id", moving.get().id())
                    .execute();
            return find(handle, to, "");
        });
    }

    @Override
    public boolean remove(Address address, Instant now) {
        return db.write(handle -> remove(handle, address, now).isPresent());
    }

    @Override
    public boolean erase(Address address, Instant now) {
        return db.write(handle -> {
            // Without it SQLite keeps deleted text in the file until the space is used again.
            if (!db.isPostgres())
                handle.createQuery("PRAGMA secure_delete = ON")
                        .mapTo(Integer.class)
                        .one();
            Optional<Long> removed = remove(handle, address, now);
            removed.ifPresent(id -> OpenRows.forget(handle, id));
            return removed.isPresent();
        });
    }

    private Optional<Long> remove(Handle handle, Address address, Instant now) {
        Optional<Long> id = find(handle, address, lock()).map(Subscription::id);
        id.ifPresent(there -> {
            OpenRows.skipAll(handle, there, now);
            handle.createUpdate("DELETE FROM subscription WHERE id = :id")
                    .bind("id", there)
                    .execute();
        });
        return id;
    }

    private static Optional<Subscription> find(Handle handle, Address address, String lock) {
        return handle.createQuery(SubscriptionRows.SELECT + "WHERE s.address_key = :key <lock>")
                .define("lock", lock)
                .bind("key", address.key())
                .map(SubscriptionRows::subscription)
                .findOne();
    }

    /** On SQLite a transaction that writes is alone anyway. */
    private String lock() {
        return db.isPostgres() ? "FOR UPDATE OF s" : "";
    }
}
