package org.postbag.subscriptions.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.Days;
import org.postbag.subscriptions.Subscription;

class DeliveryPlannerTest {

    @ParameterizedTest
    @EnumSource
    void aRowIsWrittenWhenItIsDueAndNotBefore(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        Subscription s = ledger.add("telegram:1");
        ledger.at("2026-11-20T07:29:59.999Z");
        assertThat(ledger.plan()).isZero();
        ledger.at("2026-11-20T07:30:00Z");
        assertThat(ledger.plan()).isEqualTo(1);
        assertThat(ledger.plan()).isZero();
        Delivery row = ledger.rows().get(0);
        assertThat(row)
                .isEqualTo(new Delivery(
                        1,
                        s.address(),
                        s.id(),
                        ledger.now,
                        DeliveryStatus.PENDING,
                        0,
                        0,
                        0,
                        null,
                        null,
                        List.of(),
                        null,
                        0,
                        ledger.now,
                        null,
                        null));
        assertThat(row.isFrozen()).isFalse();
        assertThat(ledger.find("telegram:1").nextDue()).isEqualTo("2026-11-21T07:30:00Z");
    }

    @ParameterizedTest
    @EnumSource
    void whoeverComesAfterTheInstantWaitsForTheNext(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        ledger.add("telegram:1");
        ledger.at("2026-11-20T07:30:00Z");
        ledger.add("telegram:2");
        assertThat(ledger.plan()).isEqualTo(1);
        ledger.at("2026-11-21T07:30:00Z");
        assertThat(ledger.find("telegram:2").nextDue()).isEqualTo(ledger.now);
        assertThat(ledger.plan()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void onlyActiveOnesArePlanned(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        for (int chat = 1; chat <= 6; chat++) ledger.add("telegram:" + chat);
        ledger.rules().pause(Address.parse("telegram:2"), null);
        ledger.rules().block(Address.parse("telegram:3"));
        ledger.rules().suppress(Address.parse("telegram:4"), "x");
        ledger.rules().gone(Address.parse("telegram:5"), "x");
        ledger.rules().unsubscribe(Address.parse("telegram:6"));
        ledger.rules().add(Address.parse("email:a@b.c"), Change.none(), false);
        ledger.at("2026-11-20T07:30:00Z");
        assertThat(ledger.plan()).isEqualTo(1);
        assertThat(ledger.rows()).extracting(Delivery::address).containsExactly(Address.parse("telegram:1"));
    }

    @ParameterizedTest
    @EnumSource
    void ofTheInstantsMissedInAnOutageOnlyTheLatestBecomesARow(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        ledger.add("telegram:1");
        ledger.add("telegram:2", Change.none().withDays(Days.parse("fri")));
        ledger.at("2026-11-25T10:00:00Z");
        assertThat(ledger.plan()).isEqualTo(2);
        assertThat(ledger.rows())
                .extracting(d -> d.address() + " " + d.due())
                .containsExactlyInAnyOrder("telegram:1 2026-11-25T07:30:00Z", "telegram:2 2026-11-20T07:30:00Z");
    }

    @ParameterizedTest
    @EnumSource
    void aNewerRowTakesThePlaceOfOneThatNobodyGotTo(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        ledger.add("telegram:1");
        ledger.at("2026-11-20T07:30:00Z").plan();
        Claim claim = ledger.claimOne();
        ledger.deliveries.freeze(claim, 42, 3, "{}");
        ledger.deliveries.retry(claim, ledger.now.plusSeconds(100_000), "down", true);
        ledger.at("2026-11-21T07:30:00Z").plan();
        Delivery old = ledger.rows().get(0);
        assertThat(old.status()).isEqualTo(DeliveryStatus.SKIPPED);
        assertThat(old.skip()).isEqualTo(Skip.SUPERSEDED);
        assertThat(old.error()).isEqualTo("superseded");
        assertThat(old.manifest()).isNull();
        assertThat(old.upper()).isZero();
        assertThat(old.posts()).isZero();
        assertThat(old.attempts()).isEqualTo(1);
        assertThat(ledger.find("telegram:1").cursor()).isZero();
        assertThat(ledger.deliveries.counts()).isEqualTo(new Counts(0, 0, 1, 0, 1));
        assertThat(ledger.claimOne().delivery().due()).isEqualTo(ledger.now);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsHalfSentOrPerhapsSentOrBeingSentIsNotSuperseded(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        for (int chat = 1; chat <= 4; chat++) ledger.add("telegram:" + chat);
        ledger.at("2026-11-20T07:30:00Z").plan();
        List<Claim> claims = ledger.claim(3);
        for (Claim claim : claims) {
            ledger.deliveries.freeze(claim, 42, 3, "{}");
            ledger.deliveries.sending(claim, 0, ledger.now);
        }
        ledger.deliveries.accepted(claims.get(0), 0, "1", ledger.now);
        ledger.deliveries.retry(claims.get(0), ledger.now, "429", true);
        ledger.deliveries.uncertain(claims.get(1), 0, "reset", ledger.now, true);
        ledger.at("2026-11-21T07:30:00Z");
        assertThat(ledger.plan()).isEqualTo(4);
        assertThat(ledger.rows().subList(0, 4))
                .extracting(Delivery::status)
                .containsExactly(
                        DeliveryStatus.PENDING, DeliveryStatus.PENDING, DeliveryStatus.CLAIMED, DeliveryStatus.SKIPPED);
        assertThat(ledger.claim(10))
                .as("the older of two first, and none beside one that is claimed")
                .extracting(c -> c.delivery().id())
                .containsExactly(1L, 2L, 8L);
    }

    @ParameterizedTest
    @EnumSource
    void morePagesThanOneAreAllPlannedOnce(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        ledger.add("telegram:1");
        ledger.db.change(
                h -> h.execute(
                        """
                INSERT INTO subscription
                WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 10001)
                SELECT i, 'r' || i, 'telegram:' || i, 'telegram:' || i, channel, status, status_reason, confirmed, admitted,
                       timetable_id, first_due, tags, mute, keywords, lang, length, quiet, created, paused_until,
                       cursor_number, start_number, floor_date, shared, i
                FROM subscription, n WHERE id = 1
                """));
        ledger.at("2026-11-20T07:30:00Z");
        assertThat(ledger.plan()).isEqualTo(10_001);
        assertThat(ledger.count("SELECT COUNT(DISTINCT subscription_id) FROM delivery"))
                .isEqualTo(10_001);
        assertThat(ledger.count("SELECT MAX(id) FROM delivery")).isEqualTo(10_001);
        ledger.at("2026-11-21T07:30:00Z");
        assertThat(ledger.plan()).isEqualTo(10_001);
        assertThat(ledger.deliveries.counts()).isEqualTo(new Counts(0, 0, 10_001, 0, 10_001));
    }
}
