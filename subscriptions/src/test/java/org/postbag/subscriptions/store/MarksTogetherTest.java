package org.postbag.subscriptions.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.posts.store.TestDatabases.Engine;

/** Many threads that mark and answer at the same time: each one's outcome is its own. */
class MarksTogetherTest {

    private static final Instant DUE = Instant.parse("2026-11-20T07:30:00Z");
    private static final int ROWS = 300;
    private static final int THREADS = 12;

    private static TestLedger due(Engine engine, int rows) {
        TestLedger ledger = TestLedger.empty(engine);
        ledger.db.change(all -> {
            for (int chat = 1; chat <= rows; chat++) ledger.add("telegram:" + chat);
        });
        ledger.at("2026-11-20T07:30:00Z").plan();
        return ledger;
    }

    private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<T> done = new ArrayList<>();
            for (Future<T> each : threads.invokeAll(work)) done.add(each.get());
            return done;
        } finally {
            threads.shutdownNow();
        }
    }

    /** One delivery of two messages, with a few things that go wrong on the way; how it should have ended. */
    private static DeliveryStatus deliver(TestLedger ledger, Claim claim) {
        DeliveryStore deliveries = ledger.deliveries;
        long id = claim.delivery().id();
        Random random = new Random(id);
        Claim stale = new Claim(claim.delivery(), claim.subscription(), "stale");
        if (random.nextBoolean()) {
            assertThat(deliveries.freeze(claim, id, 1, "{}")).isTrue();
            assertThat(deliveries.sending(claim, 0, DUE)).isTrue();
        } else assertThat(deliveries.sendingFirst(claim, id, 1, "{}", DUE)).isTrue();
        if (random.nextInt(4) == 0)
            assertThat(deliveries.accepted(stale, 0, "x", DUE)).isFalse();
        if (random.nextInt(4) == 0)
            assertThatThrownBy(() -> deliveries.accepted(claim, 1, "x", DUE))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("delivery " + id + ": message 1 was not marked as being sent");
        // The database refuses a message without an id, and with it everything in the same transaction.
        if (random.nextInt(4) == 0)
            assertThatThrownBy(() -> deliveries.accepted(claim, 0, null, DUE)).isNotNull();
        assertThat(deliveries.accepted(claim, 0, id + "a", DUE)).isTrue();
        assertThat(deliveries.sending(claim, 1, DUE)).isTrue();
        switch (random.nextInt(6)) {
            case 0 -> {
                assertThat(deliveries.failed(claim, "400", DUE)).isTrue();
                return DeliveryStatus.FAILED;
            }
            case 1 -> {
                assertThat(deliveries.uncertain(claim, 1, "cut", DUE, false)).isTrue();
                return DeliveryStatus.UNCERTAIN;
            }
            default -> {
                assertThat(deliveries.acceptedLast(claim, 1, id + "b", DUE)).isTrue();
                assertThat(deliveries.acceptedLast(claim, 1, id + "b", DUE)).isFalse();
                return DeliveryStatus.SENT;
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyDeliveryEndsAsItsOwnAnswersSay(Engine engine) throws Exception {
        TestLedger ledger = due(engine, ROWS);
        List<Claim> claims = ledger.claim(ROWS).stream()
                .sorted(Comparator.comparing(claim -> claim.delivery().id()))
                .toList();
        List<DeliveryStatus> ends = atOnce(claims.stream()
                .map(claim -> (Callable<DeliveryStatus>) () -> deliver(ledger, claim))
                .toList());

        List<Delivery> rows = ledger.rows();
        assertThat(rows).hasSize(ROWS);
        Counts counts = Counts.NONE;
        for (int i = 0; i < ROWS; i++) {
            Delivery row = rows.get(i);
            assertThat(row.status()).isEqualTo(ends.get(i));
            assertThat(row.attempts()).isEqualTo(1);
            assertThat(row.messageIds())
                    .isEqualTo(
                            ends.get(i) == DeliveryStatus.SENT
                                    ? List.of(row.id() + "a", row.id() + "b")
                                    : List.of(row.id() + "a"));
            assertThat(ledger.store.find(row.subscription()).orElseThrow().cursor())
                    .isEqualTo(ends.get(i) == DeliveryStatus.FAILED ? 0 : row.id());
            counts = counts.plus(Counts.of(ends.get(i), 1));
        }
        assertThat(ledger.deliveries.counts()).isEqualTo(counts);
        assertThat(ends).contains(DeliveryStatus.SENT, DeliveryStatus.FAILED, DeliveryStatus.UNCERTAIN);
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoWhoAnswerForTheSameMessageOneIsTold(Engine engine) throws Exception {
        TestLedger ledger = due(engine, 40);
        List<Claim> claims = ledger.claim(40);
        for (Claim claim : claims) ledger.deliveries.sendingFirst(claim, 5, 1, "{}", DUE);
        List<Boolean> told = atOnce(claims.stream()
                .flatMap(claim -> Stream.of(claim, claim))
                .map(claim -> (Callable<Boolean>) () -> ledger.deliveries.acceptedLast(claim, 0, "m", DUE))
                .toList());
        for (int i = 0; i < told.size(); i += 2)
            assertThat(told.get(i) ^ told.get(i + 1)).isTrue();
        assertThat(ledger.deliveries.counts()).isEqualTo(new Counts(40, 0, 0, 0, 0));
        assertThat(ledger.count("SELECT COUNT(*) FROM delivery_message")).isEqualTo(40);
    }

    @ParameterizedTest
    @EnumSource
    void theFirstMessageIsMarkedTogetherWithItsContent(Engine engine) {
        TestLedger ledger = due(engine, 1);
        Claim claim = ledger.claimOne();
        DeliveryStore deliveries = ledger.deliveries;
        assertThat(deliveries.freeze(claim, 4, 1, "{a}")).isTrue();
        assertThat(deliveries.sendingFirst(claim, 5, 2, "{b}", DUE))
                .as("nothing was sent")
                .isTrue();
        assertThat(ledger.row(claim).manifest()).isEqualTo("{b}");
        assertThat(ledger.row(claim).upper()).isEqualTo(5);
        assertThat(deliveries.messages(claim.delivery().id()))
                .containsExactly(new Message(0, Message.State.SENDING, null, DUE));
        assertThatThrownBy(() -> deliveries.sendingFirst(claim, 6, 3, "{c}", DUE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot change");
        assertThat(deliveries.accepted(claim, 0, "m", DUE)).isTrue();
        assertThatThrownBy(() -> deliveries.sendingFirst(claim, 6, 3, "{c}", DUE))
                .isInstanceOf(IllegalStateException.class);
        assertThat(deliveries.retry(claim, DUE, "429", true)).isTrue();
        assertThat(deliveries.sendingFirst(claim, 6, 3, "{c}", DUE)).isFalse();
        assertThat(ledger.row(claim).manifest()).isEqualTo("{b}");
    }
}
