package org.postbag.subscriptions.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.Days;
import org.postbag.subscriptions.Subscription;

class DeliveryPlannerTest {

    private static final Change INSTANT = Change.none().withDays(Days.INSTANT);

    private static void send(TestLedger ledger, Claim claim, long upper) {
        assertThat(ledger.deliveries.freeze(claim, upper, 1, "{}")).isTrue();
        assertThat(ledger.deliveries.sending(claim, 0, ledger.now)).isTrue();
        assertThat(ledger.deliveries.acceptedLast(
                        claim, 0, "m" + claim.delivery().id(), ledger.now))
                .isTrue();
    }

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
                       cursor_number, start_number, floor_date
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

    @ParameterizedTest
    @EnumSource
    void thoseWhoWantNewsAtOnceGetARowWhenThereIsNewsAndNothingIsOpen(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine).at("2026-11-20T10:00:00.000999Z");
        ledger.add("telegram:1", INSTANT);
        ledger.add("telegram:2", INSTANT);
        ledger.add("telegram:3");
        ledger.add("telegram:4", INSTANT);
        ledger.rules().pause(Address.parse("telegram:4"), null);
        List<String> asked = new ArrayList<>();
        assertThat(ledger.plan()).isZero();
        int planned = ledger.planner.planInstant(ledger.now, s -> {
            asked.add(s.address().toString());
            return s.id() == 1;
        });
        assertThat(planned).isEqualTo(1);
        assertThat(asked).containsExactly("telegram:1", "telegram:2");
        assertThat(ledger.rows()).hasSize(1);
        assertThat(ledger.rows().get(0).due()).isEqualTo("2026-11-20T10:00:00Z");
        assertThat(ledger.rows().get(0).subscription()).isEqualTo(1);
        ledger.at("2026-11-20T10:00:01Z");
        assertThat(ledger.planner.planInstant(ledger.now, s -> s.id() == 1))
                .as("one is open")
                .isZero();
        send(ledger, ledger.claimOne(), 5);
        assertThat(ledger.planner.planInstant(ledger.now, s -> s.id() == 1)).isEqualTo(1);
        send(ledger, ledger.claimOne(), 6);
        assertThat(ledger.planner.planInstant(ledger.now, s -> true))
                .as("twice in one instant for one, once for the other")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void instantOnesAreAskedPageByPage(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        ledger.add("telegram:1", INSTANT);
        ledger.db.change(
                h -> h.execute(
                        """
                INSERT INTO subscription
                WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 2500)
                SELECT i, 'r' || i, 'telegram:' || i, 'telegram:' || i, channel, status, status_reason, confirmed, admitted,
                       timetable_id, first_due, tags, mute, keywords, lang, length, quiet, created, paused_until,
                       cursor_number, start_number, floor_date
                FROM subscription, n WHERE id = 1
                """));
        assertThat(ledger.planner.planInstant(ledger.now, s -> s.id() % 100 == 0))
                .isEqualTo(25);
        assertThat(ledger.planner.planInstant(ledger.now.plusMillis(1), s -> true))
                .isEqualTo(2475);
    }

    @ParameterizedTest
    @EnumSource
    void aDigestCanBeAskedForAtAnyTime(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine).at("2026-11-20T10:00:00Z");
        Subscription s = ledger.add("telegram:1");
        Delivery row = ledger.planner.planNow(s, ledger.now.plusNanos(5)).orElseThrow();
        assertThat(row.due()).isEqualTo(ledger.now);
        assertThat(row.status()).isEqualTo(DeliveryStatus.PENDING);
        assertThat(ledger.planner
                        .planNow(s, ledger.now.plusSeconds(1))
                        .orElseThrow()
                        .id())
                .as("one is open already")
                .isEqualTo(row.id());
        Claim claim = ledger.claimOne();
        ledger.deliveries.retry(claim, ledger.now.plusSeconds(600), "down", true);
        ledger.now = ledger.now.plusSeconds(2);
        assertThat(ledger.claim(1)).isEmpty();
        assertThat(ledger.planner.planNow(s, ledger.now).orElseThrow().nextTry())
                .isEqualTo(ledger.now);
        Claim again = ledger.claimOne();
        assertThat(ledger.planner.planNow(s, ledger.now).orElseThrow().status()).isEqualTo(DeliveryStatus.CLAIMED);
        send(ledger, again, 5);
        assertThat(ledger.find("telegram:1").nextDue())
                .as("the timetable goes on")
                .isEqualTo("2026-11-21T07:30:00Z");
        ledger.now = row.due();
        assertThat(ledger.planner.planNow(s, ledger.now))
                .as("this instant had one")
                .isEmpty();
        ledger.rules().pause(s.address(), null);
        assertThat(ledger.planner.planNow(s, ledger.now.plusSeconds(9))).isEqualTo(Optional.empty());
    }
}
