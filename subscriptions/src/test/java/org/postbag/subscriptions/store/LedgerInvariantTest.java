package org.postbag.subscriptions.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.Days;
import org.postbag.subscriptions.Subscription;
import org.postbag.subscriptions.SubscriptionQuery;

/**
 * Whatever happens in whatever order - planning, sending, answers of every kind, processes that die at any step, changes
 * of timetable and zone, pauses, leaving and erasing, operators who retry and prune - the ledger's promises hold.
 */
class LedgerInvariantTest {

    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("UTC"), ZoneId.of("Asia/Shanghai"), ZoneId.of("America/New_York"), ZoneId.of("Pacific/Apia"));
    private static final int STEPS = 500;

    /** One run of random operations. */
    private static final class Run {
        final TestLedger ledger;
        final Random random;
        final List<Claim> held = new ArrayList<>();
        long numbers = 0;
        int messages = 0;

        Run(Engine engine, long seed) {
            ledger = TestLedger.empty(engine);
            random = new Random(seed);
            for (int chat = 1; chat <= 5; chat++) ledger.add("telegram:" + chat);
            ledger.add("email:a@b.c");
            ledger.add("telegram:9", Change.none().withDays(Days.INSTANT));
        }

        Address address() {
            return Address.parse(List.of(
                            "telegram:1",
                            "telegram:2",
                            "telegram:3",
                            "telegram:4",
                            "telegram:5",
                            "telegram:9",
                            "email:a@b.c")
                    .get(random.nextInt(7)));
        }

        void step() {
            ledger.now = ledger.now.plus(
                    Duration.ofSeconds(random.nextInt(8) == 0 ? random.nextInt(50_000) : random.nextInt(15)));
            numbers += random.nextInt(3);
            switch (random.nextInt(20)) {
                case 0, 1, 2 -> ledger.plan();
                case 3, 4, 5, 6, 7, 8, 9, 10, 11 -> {
                    claim();
                    for (int works = random.nextInt(4); works > 0; works--) work();
                }
                case 12 -> ledger.deliveries.reclaim(ledger.now, channel -> channel.equals("email"));
                case 13 -> ledger.planner.planInstant(ledger.now, s -> s.cursor() < numbers);
                case 14 ->
                    ledger.rules()
                            .set(
                                    address(),
                                    Change.none()
                                            .withAt(LocalTime.of(random.nextInt(24), 30))
                                            .withZone(ZONES.get(random.nextInt(ZONES.size()))));
                case 15 -> ledger.rules().pause(address(), ledger.now.plus(Duration.ofHours(1 + random.nextInt(72))));
                case 16 -> comeAndGo();
                case 17 -> ledger.deliveries.retry(1 + random.nextInt(50), ledger.now);
                case 18 -> ledger.store.find(address()).ifPresent(s -> ledger.planner.planNow(s, ledger.now));
                default -> operate();
            }
        }

        void claim() {
            String channel = random.nextInt(4) == 0 ? "email" : "telegram";
            held.addAll(ledger.deliveries.claim(channel, 3, ledger.now, TestLedger.LEASE, null));
        }

        /** A few steps of a delivery, ending in an answer, in a crash, or too late. */
        void work() {
            if (held.isEmpty()) return;
            Claim claim = held.remove(random.nextInt(held.size()));
            DeliveryStore deliveries = ledger.deliveries;
            Delivery row = claim.delivery();
            if (random.nextInt(12) == 0) return; // died before anything
            if (random.nextInt(12) == 0) {
                deliveries.skipped(claim, Skip.EMPTY, ledger.now);
                return;
            }
            if (!row.isFrozen()
                    && !deliveries.freeze(
                            claim, Math.max(numbers, claim.subscription().cursor()), 1, "{}")) return;
            if (random.nextInt(8) == 0) return; // died after freezing
            int parts = 1 + (int) (row.id() % 3);
            for (int part = row.messageIds().size(); part < parts; part++) {
                if (!deliveries.sending(claim, part, ledger.now)) return;
                switch (random.nextInt(8)) {
                    case 0 -> deliveries.uncertain(claim, part, "reset", ledger.now, random.nextBoolean());
                    case 1 -> deliveries.retry(claim, ledger.now.plusSeconds(60), "429", true);
                    case 2 -> deliveries.failed(claim, "400", ledger.now);
                    case 3 -> {} // died between the request and the answer
                    default -> {
                        if (!deliveries.accepted(claim, part, "m" + ++messages, ledger.now)) return;
                        continue;
                    }
                }
                return;
            }
            deliveries.sent(claim, ledger.now);
        }

        void comeAndGo() {
            switch (random.nextInt(8)) {
                case 0 -> ledger.rules().erase(address());
                case 1 -> ledger.rules().remove(address());
                case 2 -> ledger.rules().unsubscribe(address());
                case 3 -> ledger.rules().gone(address(), "403");
                case 4 -> ledger.rules().resume(address());
                default -> ledger.rules().add(address(), Change.none(), true);
            }
        }

        void operate() {
            switch (random.nextInt(4)) {
                case 0 -> ledger.deliveries.retryFailed(ledger.now);
                case 1 -> ledger.deliveries.retryUncertain(ledger.now);
                case 2 -> ledger.deliveries.prune(ledger.now.minus(Duration.ofDays(30)), 5);
                default ->
                    held.stream()
                            .findFirst()
                            .ifPresent(c -> ledger.deliveries.heartbeat(c, ledger.now.plusSeconds(20)));
            }
        }
    }

    private record Row(
            long id,
            long subscription,
            Instant due,
            String status,
            boolean moved,
            long after,
            long upper,
            boolean open) {}

    private static List<Row> rows(TestLedger ledger) {
        return ledger.db.read(handle -> handle.createQuery(
                        """
                        SELECT id, subscription_id, due, status, cursor_moved, cursor_before, upper_number, waits_until
                        FROM delivery ORDER BY subscription_id, due
                        """)
                .map((row, context) -> new Row(
                        row.getLong("id"),
                        row.getLong("subscription_id"),
                        Instant.ofEpochMilli(row.getLong("due")),
                        row.getString("status"),
                        row.getInt("cursor_moved") == 1,
                        row.getLong("cursor_before"),
                        row.getLong("upper_number"),
                        row.getObject("waits_until") != null))
                .list());
    }

    @ParameterizedTest
    @CsvSource({"SQLITE, 1", "SQLITE, 2", "SQLITE, 3", "SQLITE, 4", "POSTGRESQL, 1", "POSTGRESQL, 5", "POSTGRESQL, 6"})
    void holds(Engine engine, long seed) {
        Run run = new Run(engine, seed);
        Map<Long, Long> cursors = new HashMap<>();
        Map<Long, Row> ever = new TreeMap<>();
        Set<String> seen = new HashSet<>();
        for (int step = 0; step < STEPS; step++) {
            run.step();
            String when = engine + " seed " + seed + " step " + step;
            for (Row row : rows(run.ledger)) {
                Row before = ever.put(row.id(), row);
                seen.add(row.status());
                if (before != null) assertThat(row.due()).as(when).isEqualTo(before.due());
            }
            assertCounts(run.ledger, ever.values(), when);
            assertStates(run.ledger, ever.values(), when);
            for (Subscription s : run.ledger.store.list(SubscriptionQuery.all())) {
                assertThat(s.cursor()).as(when).isGreaterThanOrEqualTo(cursors.getOrDefault(s.id(), 0L));
                cursors.put(s.id(), s.cursor());
                assertIntervals(s, ever.values(), when);
            }
        }
        assertThat(seen).as("the run met every state").hasSize(DeliveryStatus.values().length);
    }

    /** Due is the sum of the five states, those of pruned rows too. */
    private static void assertCounts(TestLedger ledger, Iterable<Row> ever, String when) {
        Counts expected = Counts.NONE;
        for (Row row : ever)
            expected = expected.plus(Counts.of(DeliveryStatus.of(row.status()).orElseThrow(), 1));
        assertThat(ledger.deliveries.counts()).as(when).isEqualTo(expected);
    }

    private static void assertStates(TestLedger ledger, Iterable<Row> ever, String when) {
        Map<String, Long> instants = new HashMap<>();
        Map<Long, Integer> claimed = new HashMap<>();
        for (Row row : ever) {
            Long other = instants.put(row.subscription() + " at " + row.due(), row.id());
            assertThat(other).as(when + ": one digest an instant").isNull();
            assertThat(row.open())
                    .as(when)
                    .isEqualTo(row.status().equals("pending") || row.status().equals("claimed"));
            if (row.status().equals("claimed")) claimed.merge(row.subscription(), 1, Integer::sum);
            if (row.status().equals("sent") || row.status().equals("uncertain"))
                assertThat(row.moved()).as(when).isTrue();
        }
        assertThat(claimed.values()).as(when + ": one at a time").allMatch(n -> n == 1);
        assertThat(ledger.count("SELECT COUNT(*) FROM delivery WHERE (status = 'claimed') <> (token IS NOT NULL)"))
                .as(when)
                .isZero();
    }

    /** What was sent, or may have been, covers the posts up to the cursor without a gap and without an overlap. */
    private static void assertIntervals(Subscription s, Iterable<Row> ever, String when) {
        TreeMap<Long, Row> byUpper = new TreeMap<>();
        for (Row row : ever) {
            if (row.subscription() != s.id() || !row.moved() || row.upper() == row.after()) continue;
            assertThat(byUpper.put(row.upper(), row)).as(when + ": overlap").isNull();
        }
        long reached = 0;
        for (Row row : byUpper.values()) {
            assertThat(row.after()).as(when + ": " + byUpper.values()).isEqualTo(reached);
            reached = row.upper();
        }
        assertThat(s.cursor()).as(when).isEqualTo(reached);
    }
}
