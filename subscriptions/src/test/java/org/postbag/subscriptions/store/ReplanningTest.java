package org.postbag.subscriptions.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Change;

/** Planning when timetables change, the clock is set, or the planner died half-way. */
class ReplanningTest {

    private static void send(TestLedger ledger, Claim claim, long upper) {
        assertThat(ledger.deliveries.freeze(claim, upper, 1, "{}")).isTrue();
        assertThat(ledger.deliveries.sending(claim, 0, ledger.now)).isTrue();
        assertThat(ledger.deliveries.acceptedLast(
                        claim, 0, "m" + claim.delivery().id(), ledger.now))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void theClockMayBeSetBackWithoutADoubleAndWithoutAHole(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        ledger.add("telegram:1");
        ledger.at("2027-11-20T07:30:00Z").plan();
        send(ledger, ledger.claimOne(), 5);
        ledger.at("2026-11-20T08:00:00Z");
        assertThat(ledger.plan()).isZero();
        ledger.at("2026-11-21T07:30:00Z");
        assertThat(ledger.plan()).isEqualTo(1);
        send(ledger, ledger.claimOne(), 6);
        ledger.at("2027-11-20T07:30:00Z");
        assertThat(ledger.plan()).as("this instant had its digest").isZero();
        ledger.at("2027-11-21T07:30:00Z");
        assertThat(ledger.plan()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void clocksThatDifferByAMomentAreNotSetBack(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        ledger.add("telegram:1");
        ledger.at("2026-11-20T07:30:00Z").plan();
        ledger.at("2026-11-20T07:29:30Z").plan();
        assertThat(ledger.count("SELECT next_due FROM timetable"))
                .isEqualTo(Instant.parse("2026-11-21T07:30:00Z").toEpochMilli());
    }

    @ParameterizedTest
    @EnumSource
    void anInstantForeseenUnderOlderZoneRulesIsStillPlanned(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        ledger.add("telegram:1");
        long earlier = Instant.parse("2026-11-20T06:30:00Z").toEpochMilli();
        ledger.db.change(h -> {
            h.execute("UPDATE timetable SET next_due = " + earlier);
            h.execute("UPDATE subscription SET first_due = " + earlier);
        });
        ledger.at("2026-11-20T06:30:00Z");
        assertThat(ledger.plan()).isEqualTo(1);
        assertThat(ledger.rows().get(0).due()).isEqualTo(ledger.now);
        assertThat(ledger.find("telegram:1").nextDue()).isEqualTo("2026-11-20T07:30:00Z");
    }

    @ParameterizedTest
    @EnumSource
    void aPlannerThatDiedHalfWayGoesOn(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        ledger.add("telegram:1");
        ledger.add("telegram:2");
        ledger.at("2026-11-20T07:30:00Z").plan();
        // as if it had died after the first of two pages
        ledger.db.change(h -> {
            h.execute("DELETE FROM delivery WHERE subscription_id = 2");
            h.execute("UPDATE timetable SET next_due = " + ledger.now.toEpochMilli());
        });
        send(ledger, ledger.claimOne(), 5);
        assertThat(ledger.plan()).isEqualTo(1);
        assertThat(ledger.rows())
                .extracting(Delivery::status)
                .containsExactly(DeliveryStatus.SENT, DeliveryStatus.PENDING);
    }

    @ParameterizedTest
    @EnumSource
    void aNewTimetableDropsWhatWasPlannedAheadAndNeverBringsOneInstantTwice(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        ledger.add("telegram:1");
        ledger.add("telegram:2");
        ledger.at("2026-11-20T07:30:00Z").plan();
        ledger.at("2026-11-20T07:00:00Z");
        ledger.rules().set(Address.parse("telegram:1"), Change.none().withAt(LocalTime.of(9, 0)));
        assertThat(ledger.rows()).extracting(Delivery::subscription).containsExactly(2L);
        assertThat(ledger.find("telegram:1").nextDue()).isEqualTo("2026-11-20T09:00:00Z");

        ledger.at("2026-11-20T08:00:00Z");
        send(ledger, ledger.claimOne(), 5);
        // the same instant by another clock: 08:30 in Berlin is 07:30 UTC
        ledger.rules()
                .set(
                        Address.parse("telegram:2"),
                        Change.none().withAt(LocalTime.of(8, 30)).withZone(ZoneId.of("Europe/Berlin")));
        assertThat(ledger.find("telegram:2").nextDue()).isEqualTo("2026-11-21T07:30:00Z");
        ledger.at("2026-11-20T09:00:00Z");
        assertThat(ledger.plan()).isEqualTo(1);
        ledger.at("2026-11-21T07:30:00Z");
        assertThat(ledger.plan()).isEqualTo(1);
        assertThat(ledger.count("SELECT COUNT(*) FROM delivery WHERE subscription_id = 2"))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsBegunStaysWhenTheTimetableChanges(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        ledger.add("telegram:1");
        ledger.at("2026-11-20T07:30:00Z").plan();
        Claim claim = ledger.claimOne();
        ledger.at("2026-11-20T07:00:00Z");
        ledger.rules().set(Address.parse("telegram:1"), Change.none().withAt(LocalTime.of(9, 0)));
        assertThat(ledger.row(claim).status()).isEqualTo(DeliveryStatus.CLAIMED);
        ledger.deliveries.freeze(claim, 5, 1, "{}");
        ledger.deliveries.retry(claim, ledger.now, "later", false);
        ledger.rules().set(Address.parse("telegram:1"), Change.none().withAt(LocalTime.of(10, 0)));
        assertThat(ledger.row(claim).status()).isEqualTo(DeliveryStatus.PENDING);
        ledger.at("2026-11-20T07:30:00Z");
        ledger.rules().set(Address.parse("telegram:1"), Change.none().withAt(LocalTime.of(11, 0)));
        assertThat(ledger.row(claim).status()).as("due already").isEqualTo(DeliveryStatus.PENDING);
    }

    @ParameterizedTest
    @EnumSource
    void whoeverResumesLateStillGetsTheLatestInstantOfAnOutage(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        ledger.add("telegram:1");
        ledger.add("telegram:2");
        ledger.rules().pause(Address.parse("telegram:1"), Instant.parse("2026-11-21T00:00:00Z"));
        ledger.rules().pause(Address.parse("telegram:2"), Instant.parse("2026-11-22T08:00:00Z"));
        ledger.at("2026-11-22T09:00:00Z");
        assertThat(ledger.plan()).isEqualTo(1);
        assertThat(ledger.rows()).extracting(Delivery::subscription).containsExactly(1L);
        assertThat(ledger.rows().get(0).due()).isEqualTo("2026-11-22T07:30:00Z");
        assertThat(ledger.find("telegram:2").isActive()).isTrue();
        assertThat(ledger.find("telegram:2").nextDue()).isEqualTo("2026-11-23T07:30:00Z");
    }
}
