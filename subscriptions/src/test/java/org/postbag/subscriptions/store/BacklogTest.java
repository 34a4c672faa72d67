package org.postbag.subscriptions.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.Address;

/** How much is due, counted without touching it. */
class BacklogTest {
    private static final Address ONE = Address.parse("telegram:1");

    @ParameterizedTest
    @EnumSource
    void whatWaitsForItsNextTryIsCountedUntilThatTryIsDue(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        ledger.add("telegram:1");
        ledger.add("telegram:2");
        ledger.add("email:a@example.org");
        ledger.at("2026-11-20T07:30:00Z").plan();
        assertThat(backingOff(ledger, null)).as("nothing was tried yet").isZero();
        Claim claim = ledger.deliveries
                .claim("telegram", 1, ledger.now, TestLedger.LEASE, ONE)
                .get(0);
        ledger.deliveries.retry(claim, ledger.now.plusSeconds(60), "Telegram is busy", true);
        assertThat(backingOff(ledger, null)).isEqualTo(1);
        assertThat(backingOff(ledger, ONE)).isEqualTo(1);
        assertThat(backingOff(ledger, Address.parse("telegram:2"))).isZero();
        assertThat(ledger.deliveries.backingOff("email", ledger.now, null))
                .as("another channel's")
                .isZero();
        ledger.at("2026-11-20T07:31:00Z");
        assertThat(backingOff(ledger, null)).as("its time has come").isZero();
    }

    @ParameterizedTest
    @EnumSource
    void dueIsWhatHasARowAndWhatWillGetOne(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        ledger.add("telegram:1");
        ledger.add("telegram:2");
        ledger.rules().pause(Address.parse("telegram:2"), null);
        ledger.at("2026-11-20T07:29:59Z");
        assertThat(ledger.deliveries.due(ledger.now, null)).isZero();
        ledger.at("2026-11-20T07:30:00Z");
        assertThat(ledger.deliveries.due(ledger.now, null))
                .as("not planned yet, the paused one never")
                .isEqualTo(1);
        ledger.plan();
        assertThat(ledger.deliveries.due(ledger.now, null)).as("planned").isEqualTo(1);
        assertThat(ledger.deliveries.due(ledger.now, ONE)).isEqualTo(1);
        assertThat(ledger.deliveries.due(ledger.now, Address.parse("telegram:2")))
                .isZero();
        Claim claim = ledger.claimOne();
        assertThat(ledger.deliveries.due(ledger.now, null)).as("under way").isEqualTo(1);
        ledger.deliveries.skipped(claim, Skip.EMPTY, ledger.now);
        assertThat(ledger.deliveries.due(ledger.now, null)).as("over").isZero();
    }

    private static int backingOff(TestLedger ledger, Address only) {
        return ledger.deliveries.backingOff("telegram", ledger.now, only);
    }
}
