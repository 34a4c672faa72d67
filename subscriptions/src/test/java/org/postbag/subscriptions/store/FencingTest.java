package org.postbag.subscriptions.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.posts.store.TestDatabases.Engine;

/** Steps out of order, and steps of whoever lost the claim. */
class FencingTest {

    private static final Instant DUE = Instant.parse("2026-11-20T07:30:00Z");

    private static TestLedger due(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        ledger.add("telegram:1");
        ledger.at("2026-11-20T07:30:00Z").plan();
        return ledger;
    }

    private static void assertFault(ThrowingCallable step) {
        assertThatThrownBy(step).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource
    void theContentMayBeFrozenAnewUntilAMessageIsBeingSent(Engine engine) {
        TestLedger ledger = due(engine);
        Claim claim = ledger.claimOne();
        assertThat(ledger.deliveries.freeze(claim, 42, 7, "{}")).isTrue();
        assertThat(ledger.deliveries.freeze(claim, 43, 8, "{a}")).isTrue();
        assertThat(ledger.row(claim).manifest()).isEqualTo("{a}");
        assertThat(ledger.row(claim).upper()).isEqualTo(43);
        ledger.deliveries.sending(claim, 0, DUE);
        assertThatThrownBy(() -> ledger.deliveries.freeze(claim, 44, 9, "{b}"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("delivery " + claim.delivery().id());
        ledger.deliveries.accepted(claim, 0, "1", DUE);
        assertThatThrownBy(() -> ledger.deliveries.freeze(claim, 44, 9, "{b}"))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource
    void stepsOutOfOrderAreFaultsOfTheCaller(Engine engine) {
        TestLedger ledger = due(engine);
        DeliveryStore deliveries = ledger.deliveries;
        Claim claim = ledger.claimOne();
        assertFault(() -> deliveries.sending(claim, 0, DUE));
        assertFault(() -> deliveries.sent(claim, DUE));
        deliveries.freeze(claim, 42, 7, "{}");
        assertFault(() -> deliveries.sending(claim, 1, DUE));
        assertFault(() -> deliveries.accepted(claim, 0, "1", DUE));
        assertFault(() -> deliveries.uncertain(claim, 0, "x", DUE, false));
        assertFault(() -> deliveries.uncertain(claim, 0, "x", DUE, true));
        deliveries.sending(claim, 0, DUE);
        assertFault(() -> deliveries.sent(claim, DUE));
        assertFault(() -> deliveries.accepted(claim, 1, "1", DUE));
        assertFault(() -> deliveries.uncertain(claim, 1, "x", DUE, false));
        assertThat(ledger.row(claim).status()).isEqualTo(DeliveryStatus.CLAIMED);
        assertThat(ledger.deliveries.messages(claim.delivery().id()))
                .containsExactly(new Message(0, Message.State.SENDING, null, DUE));
    }

    @ParameterizedTest
    @EnumSource
    void whoeverLostTheLeaseChangesNothing(Engine engine) {
        TestLedger ledger = due(engine);
        DeliveryStore deliveries = ledger.deliveries;
        Claim lost = ledger.claimOne();
        deliveries.freeze(lost, 42, 7, "{}");
        ledger.now = DUE.plus(TestLedger.LEASE);
        assertThat(deliveries.reclaim(ledger.now, channel -> false)).isEqualTo(1);
        Claim held = ledger.claimOne();
        assertThat(held.token()).isNotEqualTo(lost.token());
        Delivery before = ledger.row(held);
        for (Claim stale : List.of(lost, new Claim(held.delivery(), held.subscription(), "nonsense"))) {
            assertThat(deliveries.heartbeat(stale, DUE.plusSeconds(500))).isFalse();
            assertThat(deliveries.freeze(stale, 1, 1, "")).isFalse();
            assertThat(deliveries.sending(stale, 0, DUE)).isFalse();
            assertThat(deliveries.accepted(stale, 0, "1", DUE)).isFalse();
            assertThat(deliveries.acceptedLast(stale, 0, "1", DUE)).isFalse();
            assertThat(deliveries.sent(stale, DUE)).isFalse();
            assertThat(deliveries.uncertain(stale, 0, "x", DUE, false)).isFalse();
            assertThat(deliveries.uncertain(stale, 0, "x", DUE, true)).isFalse();
            assertThat(deliveries.retry(stale, DUE, "x", true)).isFalse();
            assertThat(deliveries.failed(stale, "x", DUE)).isFalse();
            assertThat(deliveries.skipped(stale, Skip.EMPTY, DUE)).isFalse();
        }
        assertThat(ledger.row(held)).isEqualTo(before);
        assertThat(deliveries.counts()).isEqualTo(new Counts(0, 0, 0, 0, 1));
    }

    @ParameterizedTest
    @EnumSource
    void anErasedReadersClaimHoldsNoMore(Engine engine) {
        TestLedger ledger = due(engine);
        DeliveryStore deliveries = ledger.deliveries;
        Claim claim = ledger.claimOne();
        deliveries.freeze(claim, 42, 7, "{}");
        deliveries.sending(claim, 0, DUE);
        assertThat(ledger.rules().erase(claim.subscription().address())).isTrue();
        assertThat(deliveries.accepted(claim, 0, "1", DUE)).isFalse();
        assertThat(deliveries.sent(claim, DUE)).isFalse();
        Delivery row = ledger.row(claim);
        assertThat(row.address()).isNull();
        assertThat(row.status()).isEqualTo(DeliveryStatus.SKIPPED);
        assertThat(row.skip()).isEqualTo(Skip.GONE);
        assertThat(row.manifest()).isNull();
        assertThat(deliveries.counts()).isEqualTo(new Counts(0, 0, 1, 0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void theCursorNeverGoesBack(Engine engine) {
        TestLedger ledger = due(engine);
        Claim claim = ledger.claimOne();
        ledger.deliveries.freeze(claim, 5, 1, "{}");
        ledger.db.change(h -> h.execute("UPDATE subscription SET cursor_number = 9"));
        assertThat(ledger.deliveries.sent(claim, DUE)).isTrue();
        assertThat(ledger.find("telegram:1").cursor()).isEqualTo(9);
    }
}
