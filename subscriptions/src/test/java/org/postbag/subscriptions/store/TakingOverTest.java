package org.postbag.subscriptions.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.Result.Kind;
import org.postbag.subscriptions.Status;
import org.postbag.subscriptions.Subscription;
import org.postbag.subscriptions.SubscriptionLine;

/** What the lines of a list do to subscriptions that are new and to those that are there. */
class TakingOverTest {

    private static final String INBOX = "email:reader@example.org";

    private static SubscriptionLine line(String address, Status status) {
        return new SubscriptionLine(Address.parse(address), Change.none(), status, null);
    }

    private static Kind take(TestLedger ledger, SubscriptionLine line) {
        return ledger.rules().takeOver(List.of(line), false, true).get(0);
    }

    @ParameterizedTest
    @EnumSource
    void everyStatusIsTheOperatorsWordForANewOne(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        for (Status status : Status.values()) {
            String address = "email:" + status.word() + "@example.org";
            assertThat(take(ledger, line(address, status))).isEqualTo(Kind.CREATED);
            assertThat(ledger.find(address).status()).isEqualTo(status);
            assertThat(take(ledger, line(address, status))).isEqualTo(Kind.UNCHANGED);
        }
        assertThat(ledger.find("email:active@example.org").nextDue()).isEqualTo(Instant.parse("2026-11-20T07:30:00Z"));
        assertThat(ledger.find("email:suppressed@example.org").statusReason()).isEqualTo("said by an imported list");
    }

    @ParameterizedTest
    @EnumSource
    void whoeverWaitsCanStillComeIn(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        take(ledger, line(INBOX, Status.PENDING));
        take(ledger, line("telegram:1", Status.PENDING));
        take(ledger, line("telegram:2", null));
        take(ledger, line("email:b@example.org", null));
        assertThat(ledger.find("telegram:2").status()).isEqualTo(Status.ACTIVE);
        assertThat(ledger.find("email:b@example.org").status()).isEqualTo(Status.PENDING);
        ledger.rules().confirm(Address.parse(INBOX));
        ledger.rules().confirm(Address.parse("telegram:1"));
        assertThat(ledger.find(INBOX).status()).isEqualTo(Status.ACTIVE);
        assertThat(ledger.find("telegram:1").status()).isEqualTo(Status.PENDING);
        ledger.rules().approve(Address.parse("telegram:1"));
        assertThat(ledger.find("telegram:1").status()).isEqualTo(Status.ACTIVE);
    }

    @ParameterizedTest
    @EnumSource
    void theOperatorMayVouchForThoseWithoutAStatus(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        ledger.rules().takeOver(List.of(line(INBOX, null)), true, true);
        assertThat(ledger.find(INBOX).status()).isEqualTo(Status.ACTIVE);
    }

    @ParameterizedTest
    @EnumSource
    void whoeverIsKeptOutStaysOut(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        ledger.add(INBOX);
        ledger.add("telegram:1");
        ledger.rules().suppress(Address.parse(INBOX), "bounced");
        ledger.rules().block(Address.parse("telegram:1"));
        Subscription suppressed = ledger.find(INBOX);
        for (Status status : Status.values()) {
            assertThat(take(ledger, line(INBOX, status))).isEqualTo(Kind.UNCHANGED);
            assertThat(take(ledger, line("telegram:1", status))).isEqualTo(Kind.UNCHANGED);
        }
        SubscriptionLine wish =
                new SubscriptionLine(Address.parse(INBOX), Change.none().withTags(Set.of("x")), Status.ACTIVE, null);
        assertThat(take(ledger, wish)).isEqualTo(Kind.UNCHANGED);
        assertThat(ledger.find(INBOX)).isEqualTo(suppressed);
    }

    @ParameterizedTest
    @EnumSource
    void thoseWhoAreThereFollowTheList(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        ledger.add(INBOX);
        ledger.at("2026-11-20T07:30:00Z").plan();
        assertThat(take(ledger, line(INBOX, Status.PENDING)))
                .as("nobody is sent back")
                .isEqualTo(Kind.UNCHANGED);
        assertThat(take(ledger, line(INBOX, Status.PAUSED))).isEqualTo(Kind.CHANGED);
        assertThat(ledger.rows()).extracting(Delivery::skip).containsExactly(Skip.PAUSED);
        assertThat(take(ledger, line(INBOX, null))).isEqualTo(Kind.UNCHANGED);
        assertThat(take(ledger, line(INBOX, Status.ACTIVE))).isEqualTo(Kind.CHANGED);
        assertThat(ledger.find(INBOX).nextDue()).isEqualTo(Instant.parse("2026-11-21T07:30:00Z"));
        assertThat(take(ledger, line(INBOX, Status.UNSUBSCRIBED))).isEqualTo(Kind.CHANGED);
        assertThat(take(ledger, line(INBOX, Status.ACTIVE))).isEqualTo(Kind.CHANGED);
        assertThat(ledger.find(INBOX).status()).isEqualTo(Status.ACTIVE);
        SubscriptionLine other = new SubscriptionLine(
                Address.parse("EMAIL:Reader@Example.org"),
                Change.none().withTags(Set.of("b")).withAt(LocalTime.of(9, 0)),
                null,
                Instant.EPOCH);
        assertThat(take(ledger, other)).isEqualTo(Kind.CHANGED);
        assertThat(ledger.find(INBOX).settings().selection().tags()).containsExactly("b");
        assertThat(ledger.find(INBOX).nextDue()).isEqualTo(Instant.parse("2026-11-20T09:00:00Z"));
        assertThat(ledger.find(INBOX).created()).as("when it came is a fact").isAfter(Instant.EPOCH);
    }

    @ParameterizedTest
    @EnumSource
    void twoAddressesOfOneReaderInOneListKeepTheSameSettings(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        ledger.add("telegram:1");
        ledger.rules().link(Address.parse("telegram:1"), Address.parse(INBOX));
        Change tags = Change.none().withTags(Set.of("a"));
        Change at = Change.none().withAt(LocalTime.of(6, 0));
        List<SubscriptionLine> lines = List.of(
                new SubscriptionLine(Address.parse(INBOX), tags, null, null),
                new SubscriptionLine(Address.parse("telegram:1"), at, null, null));
        assertThat(ledger.rules().takeOver(lines, false, true)).containsExactly(Kind.CHANGED, Kind.CHANGED);
        assertThat(ledger.find(INBOX).settings())
                .isEqualTo(ledger.find("telegram:1").settings());
        assertThat(ledger.find(INBOX).settings().selection().tags()).containsExactly("a");
        assertThat(ledger.find(INBOX).settings().timetable().at()).isEqualTo(LocalTime.of(6, 0));
        assertThat(ledger.rules().takeOver(lines, false, true)).containsExactly(Kind.UNCHANGED, Kind.UNCHANGED);
    }

    @ParameterizedTest
    @EnumSource
    void aLookAheadChangesNothing(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        Subscription before = ledger.add(INBOX);
        List<SubscriptionLine> lines = List.of(line(INBOX, Status.PAUSED), line("telegram:1", null));
        ledger.now = ledger.now.plus(Duration.ofHours(1));
        assertThat(ledger.rules().takeOver(lines, false, false)).containsExactly(Kind.CHANGED, Kind.CREATED);
        assertThat(ledger.find(INBOX)).isEqualTo(before);
        assertThat(ledger.store.find(Address.parse("telegram:1"))).isEmpty();
        assertThat(ledger.rules().takeOver(List.of(), false, true)).isEmpty();
    }
}
