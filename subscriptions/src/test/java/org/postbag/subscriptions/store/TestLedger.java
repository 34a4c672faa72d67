package org.postbag.subscriptions.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.postbag.posts.Length;
import org.postbag.posts.ReaderLanguage;
import org.postbag.posts.Selection;
import org.postbag.posts.store.Database;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.Access;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.Days;
import org.postbag.subscriptions.Settings;
import org.postbag.subscriptions.Subscription;
import org.postbag.subscriptions.Subscriptions;
import org.postbag.subscriptions.Timetable;

/** An empty ledger on a real database, with a clock that a test sets. Digests are daily at 07:30 UTC unless changed. */
final class TestLedger extends Clock {

    static final Duration LEASE = Duration.ofSeconds(20);
    static final Settings DEFAULTS = new Settings(
            Selection.everything(),
            ReaderLanguage.ZH,
            new Timetable(LocalTime.of(7, 30), Days.DAILY, ZoneOffset.UTC),
            Length.SHORT,
            null);

    /** Opening one takes longer than emptying one; they close with the JVM. */
    private static final Map<Engine, Database> OPEN = new EnumMap<>(Engine.class);

    final Database db;
    final SubscriptionStore store;
    final DeliveryStore deliveries;
    final DeliveryPlanner planner;
    Instant now = Instant.parse("2026-11-20T00:00:00Z");
    long lastNumber = 0;

    private TestLedger(Database db) {
        this.db = db;
        this.store = new SubscriptionStore(db);
        this.deliveries = new DeliveryStore(db);
        this.planner = new DeliveryPlanner(db);
    }

    static TestLedger empty(Engine engine) {
        Database db = OPEN.computeIfAbsent(engine, e -> {
            Database opened = e.open();
            SubscriptionStore.migrate(opened);
            return opened;
        });
        db.change(TestLedger::clear);
        return new TestLedger(db);
    }

    /** On a database of the test's own. */
    static TestLedger on(Database db) {
        return new TestLedger(db);
    }

    private static void clear(Handle handle) {
        for (String table : List.of(
                "delivery_message",
                "delivery",
                "delivery_count",
                "bounce",
                "bounce_score",
                "subscription",
                "timetable")) handle.execute("DELETE FROM " + table);
        handle.execute("UPDATE subscriptions_sequence SET value = 0");
    }

    Subscriptions rules() {
        return rules(Access.OPEN);
    }

    Subscriptions rules(Access access) {
        return new Subscriptions(store, DEFAULTS, access, Duration.ofHours(24), () -> lastNumber, this);
    }

    Subscriptions rules(Supplier<Access> access) {
        return new Subscriptions(store, DEFAULTS, access, Duration.ofHours(24), () -> lastNumber, this);
    }

    Subscription add(String address) {
        return add(address, Change.none());
    }

    Subscription add(String address, Change change) {
        return rules().add(Address.parse(address), change, true).subscription().orElseThrow();
    }

    Subscription find(String address) {
        return store.find(Address.parse(address)).orElseThrow();
    }

    TestLedger at(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    int plan() {
        return planner.plan(now);
    }

    List<Claim> claim(int max) {
        return deliveries.claim("telegram", max, now, LEASE, null);
    }

    /** The one row that is ready. */
    Claim claimOne() {
        List<Claim> claims = claim(10);
        if (claims.size() != 1) throw new AssertionError("one row should be ready, but were " + claims);
        return claims.get(0);
    }

    Delivery row(Claim claim) {
        return deliveries.find(claim.delivery().id()).orElseThrow();
    }

    /** Oldest first. */
    List<Delivery> rows() {
        return deliveries.list(DeliveryQuery.all()).stream()
                .sorted(java.util.Comparator.comparing(Delivery::id))
                .toList();
    }

    long count(String sql) {
        return db.read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("zones are the subscriptions' own");
    }
}
