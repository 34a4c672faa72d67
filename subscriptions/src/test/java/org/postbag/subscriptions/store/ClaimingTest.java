package org.postbag.subscriptions.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Change;

class ClaimingTest {

    private static final Instant DUE = Instant.parse("2026-11-20T07:30:00Z");

    private static TestLedger due(Engine engine, int chats) {
        TestLedger ledger = TestLedger.empty(engine);
        for (int chat = 1; chat <= chats; chat++) ledger.add("telegram:" + chat);
        ledger.at("2026-11-20T07:30:00Z").plan();
        return ledger;
    }

    private static List<Long> subscriptions(List<Claim> claims) {
        return claims.stream().map(c -> c.subscription().id()).toList();
    }

    @ParameterizedTest
    @EnumSource
    void aClaimShowsTheRowAndItsSubscriptionUnderALease(Engine engine) {
        TestLedger ledger = due(engine, 1);
        Claim claim = ledger.claimOne();
        assertThat(claim.subscription()).isEqualTo(ledger.find("telegram:1"));
        assertThat(claim.delivery()).isEqualTo(ledger.row(claim));
        assertThat(claim.delivery().status()).isEqualTo(DeliveryStatus.CLAIMED);
        assertThat(claim.delivery().due()).isEqualTo(DUE);
        assertThat(claim.delivery().nextTry()).isNull();
        assertThat(claim.token()).isNotBlank();
        assertThat(ledger.deliveries.counts()).isEqualTo(new Counts(0, 0, 0, 0, 1));
        assertThat(ledger.claim(10)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theOldestDueComeFirstAndNotMoreThanAskedFor(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        ledger.add("telegram:1", Change.none().withAt(LocalTime.of(8, 0)));
        ledger.add("telegram:2", Change.none().withAt(LocalTime.of(7, 0)));
        ledger.add("telegram:3", Change.none().withAt(LocalTime.of(7, 0)));
        ledger.add("telegram:4", Change.none().withAt(LocalTime.of(9, 0)));
        ledger.at("2026-11-20T08:30:00Z").plan();
        assertThat(subscriptions(ledger.claim(2))).containsExactly(2L, 3L);
        assertThat(subscriptions(ledger.claim(2))).containsExactly(1L);
        assertThat(ledger.claim(2)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void channelsAndAddressesAreClaimedApart(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        ledger.add("telegram:1");
        ledger.add("telegram:2");
        ledger.add("email:a@b.c");
        ledger.at("2026-11-20T07:30:00Z").plan();
        assertThat(subscriptions(ledger.deliveries.claim("email", 10, DUE, TestLedger.LEASE, null)))
                .containsExactly(3L);
        assertThat(ledger.deliveries.claim("telegram", 10, DUE, TestLedger.LEASE, Address.parse("email:a@b.c")))
                .isEmpty();
        assertThat(subscriptions(
                        ledger.deliveries.claim("telegram", 10, DUE, TestLedger.LEASE, Address.parse("telegram:2"))))
                .containsExactly(2L);
        assertThat(subscriptions(ledger.claim(10))).containsExactly(1L);
    }

    @ParameterizedTest
    @EnumSource
    void aHeartbeatRenewsTheLease(Engine engine) {
        TestLedger ledger = due(engine, 1);
        Claim claim = ledger.claimOne();
        assertThat(ledger.deliveries.heartbeat(claim, DUE.plusSeconds(30))).isTrue();
        assertThat(ledger.deliveries.reclaim(DUE.plusSeconds(30).minusMillis(1), c -> false))
                .isZero();
        assertThat(ledger.deliveries.reclaim(DUE.plusSeconds(30), c -> false)).isEqualTo(1);
        assertThat(ledger.row(claim).status()).isEqualTo(DeliveryStatus.PENDING);
        assertThat(ledger.row(claim).nextTry()).isEqualTo(DUE.plusSeconds(30));
    }

    @ParameterizedTest
    @EnumSource
    void whatADeadProcessHadNotSentGoesOnAtOnceAndWithTheSameContent(Engine engine) {
        TestLedger ledger = due(engine, 1);
        Claim claim = ledger.claimOne();
        ledger.deliveries.freeze(claim, 42, 3, "{}");
        ledger.deliveries.sending(claim, 0, DUE);
        ledger.deliveries.accepted(claim, 0, "900", DUE);
        ledger.now = DUE.plus(TestLedger.LEASE);
        assertThat(ledger.deliveries.reclaim(ledger.now.minusMillis(1), c -> true))
                .isZero();
        assertThat(ledger.deliveries.reclaim(ledger.now, c -> true)).isEqualTo(1);
        assertThat(ledger.deliveries.reclaim(ledger.now, c -> true)).isZero();
        Claim again = ledger.claimOne();
        assertThat(again.delivery().attempts()).isZero();
        assertThat(again.delivery().uncertain()).isZero();
        assertThat(again.delivery().manifest()).isEqualTo("{}");
        assertThat(again.delivery().messageIds()).containsExactly("900");
    }

    @ParameterizedTest
    @EnumSource
    void whatADeadProcessMayHaveSentIsHeldOrSentAgainByChannel(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        ledger.add("telegram:1");
        ledger.add("email:a@b.c");
        ledger.at("2026-11-20T07:30:00Z").plan();
        List<Claim> claims = new ArrayList<>(ledger.claim(10));
        claims.addAll(ledger.deliveries.claim("email", 10, DUE, TestLedger.LEASE, null));
        for (Claim claim : claims) {
            ledger.deliveries.freeze(claim, 42, 3, "{}");
            ledger.deliveries.sending(claim, 0, DUE);
        }
        ledger.now = DUE.plusSeconds(60);
        assertThat(ledger.deliveries.reclaim(ledger.now, channel -> channel.equals("email")))
                .isEqualTo(2);
        Delivery held = ledger.row(claims.get(0));
        assertThat(held.status()).isEqualTo(DeliveryStatus.UNCERTAIN);
        assertThat(held.uncertain()).isEqualTo(1);
        assertThat(held.attempts()).isEqualTo(1);
        assertThat(held.error()).isEqualTo("stopped after sending, before the answer");
        assertThat(ledger.find("telegram:1").cursor()).isEqualTo(42);
        Delivery again = ledger.row(claims.get(1));
        assertThat(again.status()).isEqualTo(DeliveryStatus.PENDING);
        assertThat(again.uncertain()).isEqualTo(1);
        assertThat(again.attempts()).isEqualTo(1);
        assertThat(again.error()).isEqualTo("stopped after sending, before the answer");
        assertThat(again.nextTry()).isEqualTo(ledger.now);
        assertThat(ledger.find("email:a@b.c").cursor()).isZero();
        assertThat(ledger.deliveries.countsByChannel())
                .containsOnlyKeys("telegram", "email")
                .containsEntry("telegram", new Counts(0, 0, 0, 1, 0))
                .containsEntry("email", new Counts(0, 0, 0, 0, 1));
    }

    @ParameterizedTest
    @EnumSource
    void contentFrozenBeforeTheCursorMovedOnIsMadeAnew(Engine engine) {
        TestLedger ledger = due(engine, 1);
        Claim claim = ledger.claimOne();
        ledger.deliveries.freeze(claim, 42, 3, "{}");
        ledger.deliveries.retry(claim, DUE, "down", true);
        assertThat(ledger.row(claim).isFrozen()).isTrue();
        ledger.db.change(h -> h.execute("UPDATE subscription SET cursor_number = 7"));
        Claim again = ledger.claimOne();
        assertThat(again.delivery().manifest()).isNull();
        assertThat(again.delivery().upper()).isZero();
        assertThat(again.delivery().posts()).isZero();
        assertThat(ledger.row(again)).isEqualTo(again.delivery());
    }

    @ParameterizedTest
    @EnumSource
    void aRowWhoseSubscriptionVanishedIsSkipped(Engine engine) {
        TestLedger ledger = due(engine, 2);
        ledger.db.change(h -> h.execute("DELETE FROM subscription WHERE id = 1"));
        assertThat(subscriptions(ledger.claim(10))).containsExactly(2L);
        assertThat(ledger.rows().get(0).skip()).isEqualTo(Skip.GONE);
        assertThat(ledger.deliveries.counts()).isEqualTo(new Counts(0, 0, 1, 0, 1));
    }

    @ParameterizedTest
    @EnumSource
    void manyWhoClaimAtOnceNeverGetTheSameRow(Engine engine) throws Exception {
        TestLedger ledger = due(engine, 60);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        Callable<List<Long>> worker = () -> {
            List<Long> got = new ArrayList<>();
            // PostgreSQL may show an empty hand while all that is left is locked by another worker.
            for (int empty = 0; empty < 50; ) {
                List<Claim> claims = ledger.claim(3);
                if (claims.isEmpty()) empty++;
                for (Claim claim : claims) got.add(claim.delivery().id());
            }
            return got;
        };
        List<Long> all = new ArrayList<>();
        for (Future<List<Long>> one : pool.invokeAll(List.of(worker, worker, worker, worker)))
            all.addAll(one.get(60, TimeUnit.SECONDS));
        pool.shutdown();
        Set<Long> distinct = new HashSet<>(all);
        assertThat(all).hasSameSizeAs(distinct).hasSize(60);
    }
}
