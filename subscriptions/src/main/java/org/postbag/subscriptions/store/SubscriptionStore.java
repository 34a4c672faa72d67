package org.postbag.subscriptions.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.postbag.posts.store.Database;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Bounce;
import org.postbag.subscriptions.BounceLine;
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
        return db.read(handle -> find(handle, address));
    }

    @Override
    public Optional<Subscription> find(long id) {
        return db.read(handle -> find(handle, id));
    }

    @Override
    public List<Subscription> ofReader(String reader) {
        return db.read(handle -> ofReader(handle, reader));
    }

    @Override
    public List<Subscription> inChat(long chatId) {
        return db.read(
                handle -> handle.createQuery(SubscriptionRows.SELECT + "WHERE s.chat_id = :chat ORDER BY s.address_key")
                        .bind("chat", chatId)
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
        Map<Status, Long> counts = new EnumMap<>(Status.class);
        countsByChannel()
                .values()
                .forEach(channel -> channel.forEach((status, count) -> counts.merge(status, count, Long::sum)));
        return Map.copyOf(counts);
    }

    private record Counted(String channel, Status status, long subscriptions) {}

    /** The same by channel; one that nobody has is left out. Reads an index, no rows. */
    public Map<String, Map<Status, Long>> countsByChannel() {
        return db.read(handle -> handle.createQuery(
                        """
                        SELECT channel, status, COUNT(*) AS subscriptions FROM subscription GROUP BY channel, status
                        """)
                .map((row, context) -> new Counted(
                        row.getString("channel"),
                        Columns.word(Status.class, row.getString("status")),
                        row.getLong("subscriptions")))
                .collect(Collectors.groupingBy(
                        Counted::channel, Collectors.toUnmodifiableMap(Counted::status, Counted::subscriptions))));
    }

    @Override
    public Result decide(Address address, Instant now, Rule rule) {
        return db.write(handle -> {
            lock(handle, address);
            Optional<Subscription> known = find(handle, address);
            return store(handle, known, rule.apply(known), now);
        });
    }

    @Override
    public List<Result> decideAll(List<Decision> decisions, Instant now, boolean keep) {
        Address[] addresses = decisions.stream().map(Decision::address).toArray(Address[]::new);
        if (!keep) return db.read(handle -> Many.decided(decisions, Many.known(handle, addresses)));
        return db.write(handle -> {
            lock(handle, addresses);
            List<Result> results = new ArrayList<>(Many.decided(decisions, Many.known(handle, addresses)));
            Many.insert(handle, results, now);
            for (int i = 0; i < results.size(); i++)
                if (results.get(i) instanceof Result.Done done && done.kind() == Result.Kind.CHANGED)
                    results.set(i, changed(handle, decisions.get(i), now));
            return results;
        });
    }

    /** Decided again: another one of the same reader may just have been changed, and this one with it. */
    private static Result changed(Handle handle, Decision decision, Instant now) {
        Optional<Subscription> known = find(handle, decision.address());
        return store(handle, known, decision.rule().apply(known), now);
    }

    @Override
    public Result decide(Address existing, Address added, Instant now, LinkRule rule) {
        return db.write(handle -> {
            lock(handle, existing, added);
            Optional<Subscription> of = find(handle, existing);
            if (of.isEmpty()) return new Result.Refused(Result.Reason.UNKNOWN);
            Optional<Subscription> known = find(handle, added);
            List<Subscription> family = ofReader(handle, of.get().reader());
            return store(handle, known, rule.apply(of.get(), family, known), now);
        });
    }

    @Override
    public Result bounced(long subscription, Bounce bounce, Instant now, BounceRule rule) {
        Optional<Address> address = find(subscription).map(Subscription::address);
        if (address.isEmpty()) return new Result.Refused(Result.Reason.UNKNOWN);
        return db.write(handle -> {
            lock(handle, address.get());
            Optional<Subscription> known = find(handle, subscription);
            if (known.isEmpty()) return new Result.Refused(Result.Reason.UNKNOWN);
            Verdict verdict = rule.apply(known.get(), BounceStore.score(handle, subscription));
            BounceStore.add(handle, subscription, new BounceLine(now, bounce), verdict.score());
            return store(handle, known, verdict.result(), now);
        });
    }

    @Override
    public List<BounceLine> bounces(long subscription) {
        return db.read(handle -> BounceStore.list(handle, subscription));
    }

    private static Result store(Handle handle, Optional<Subscription> known, Result result, Instant now) {
        if (!(result instanceof Result.Done done) || done.kind() == Result.Kind.UNCHANGED) return result;
        Subscription after = done.after();
        long timetable = TimetableRows.idOf(handle, after.settings().timetable(), now);
        known.ifPresentOrElse(
                before -> change(handle, before, after, timetable, now),
                () -> SubscriptionRows.insert(handle, after, Sequence.SUBSCRIPTION.next(handle), timetable));
        return new Result.Done(find(handle, after.address()).orElseThrow(), done.kind());
    }

    private static void change(Handle handle, Subscription before, Subscription after, long timetable, Instant now) {
        replace(handle, before, after, timetable, now);
        if (before.status() == Status.SUPPRESSED && after.status() != Status.SUPPRESSED)
            BounceStore.startAfresh(handle, after.id());
        if (!after.isActive())
            OpenRows.skipWaiting(handle, after.id(), after.status() == Status.PAUSED ? Skip.PAUSED : Skip.GONE, now);
        boolean asBefore = before.shared() && after.settings().equals(before.settings());
        if (after.shared() && !asBefore) spread(handle, after, timetable, now);
    }

    /** The settings of one that is shared become those of the reader's other shared ones. */
    private static void spread(Handle handle, Subscription from, long timetable, Instant now) {
        for (Subscription other : ofReader(handle, from.reader())) {
            if (!other.shared() || other.id() == from.id() || other.settings().equals(from.settings())) continue;
            replace(handle, other, other.following(from.settings(), now), timetable, now);
        }
    }

    private static void replace(Handle handle, Subscription before, Subscription after, long timetable, Instant now) {
        SubscriptionRows.update(handle, after, timetable);
        if (!after.settings().timetable().equals(before.settings().timetable()))
            OpenRows.dropAhead(handle, after.id(), now);
    }

    @Override
    public Optional<Subscription> move(Address from, Address to, Instant now) {
        return db.write(handle -> {
            lock(handle, from, to);
            Optional<Subscription> moving = find(handle, from);
            if (moving.isEmpty()) return moving;
            long cursor = find(handle, to).map(Subscription::cursor).orElse(0L);
            remove(handle, to, now);
            SubscriptionRows.move(handle, moving.get().id(), to, cursor);
            return find(handle, to);
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
        lock(handle, address);
        Optional<Long> id = find(handle, address).map(Subscription::id);
        id.ifPresent(there -> {
            OpenRows.skipAll(handle, there, now);
            BounceStore.forget(handle, there);
            handle.createUpdate("DELETE FROM subscription WHERE id = :id")
                    .bind("id", there)
                    .execute();
        });
        return id;
    }

    private static Optional<Subscription> find(Handle handle, long id) {
        return handle.createQuery(SubscriptionRows.SELECT + "WHERE s.id = :id")
                .bind("id", id)
                .map(SubscriptionRows::subscription)
                .findOne();
    }

    private static Optional<Subscription> find(Handle handle, Address address) {
        return handle.createQuery(SubscriptionRows.SELECT + "WHERE s.address_key = :key")
                .bind("key", address.key())
                .map(SubscriptionRows::subscription)
                .findOne();
    }

    private static List<Subscription> ofReader(Handle handle, String reader) {
        return handle.createQuery(SubscriptionRows.SELECT + "WHERE s.reader = :reader ORDER BY s.address_key")
                .bind("reader", reader)
                .map(SubscriptionRows::subscription)
                .list();
    }

    /**
     * Holds all addresses of these addresses' readers, always in the same order, so that two changes of one reader wait
     * for each other. It is a statement of its own because the next one sees what the wait was for. On SQLite a
     * transaction that writes is alone anyway.
     */
    private void lock(Handle handle, Address... addresses) {
        if (!db.isPostgres() || addresses.length == 0) return;
        handle.createQuery(
                        """
                        SELECT id FROM subscription
                        WHERE id IN (
                            SELECT o.id FROM subscription named JOIN subscription o ON o.reader = named.reader
                            WHERE named.address_key IN (<keys>))
                        ORDER BY id FOR UPDATE
                        """)
                .bindList("keys", Arrays.stream(addresses).map(Address::key).toList())
                .mapTo(Long.class)
                .list();
    }
}
