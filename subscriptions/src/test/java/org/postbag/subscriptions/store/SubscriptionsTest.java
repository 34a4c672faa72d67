package org.postbag.subscriptions.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postbag.subscriptions.store.Results.after;
import static org.postbag.subscriptions.store.Results.assertDone;
import static org.postbag.subscriptions.store.Results.assertRefused;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.posts.Length;
import org.postbag.posts.ReaderLanguage;
import org.postbag.posts.Selection;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.Days;
import org.postbag.subscriptions.Quiet;
import org.postbag.subscriptions.Result;
import org.postbag.subscriptions.Result.Kind;
import org.postbag.subscriptions.Result.Reason;
import org.postbag.subscriptions.Settings;
import org.postbag.subscriptions.Status;
import org.postbag.subscriptions.Subscription;
import org.postbag.subscriptions.Subscriptions;
import org.postbag.subscriptions.Timetable;

/** The rules, on real databases: who may do what to a subscription, and what is stored then. */
class SubscriptionsTest {

    private static final Address CHAT = Address.parse("telegram:1");
    private static final Address INBOX = Address.parse("email:Reader@example.org");
    private static final Change TECH = Change.none().withTags(Set.of("tech"));

    @ParameterizedTest
    @EnumSource
    void theOperatorAddsAChatWhichIsActiveAtOnce(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine).at("2026-11-20T08:00:00.123456Z");
        ledger.lastNumber = 99;
        Result result = ledger.rules().add(CHAT, TECH, false);
        assertDone(result, Kind.CREATED, Status.ACTIVE);
        Subscription s = after(result);
        Instant now = Instant.parse("2026-11-20T08:00:00.123Z");
        assertThat(s.id()).isEqualTo(1);
        assertThat(s.reader()).matches("[a-z2-9]{10}");
        assertThat(s.address()).isEqualTo(CHAT);
        assertThat(s.statusReason()).isNull();
        assertThat(s.settings())
                .isEqualTo(TestLedger.DEFAULTS.withSelection(new Selection(Set.of("tech"), Set.of(), Set.of())));
        assertThat(s.created()).isEqualTo(now);
        assertThat(s.pausedUntil()).isNull();
        assertThat(s.cursor()).isZero();
        assertThat(s.startNumber()).isEqualTo(99);
        assertThat(s.floor()).isEqualTo(now.minus(Duration.ofHours(24)));
        assertThat(s.nextDue()).isEqualTo("2026-11-21T07:30:00Z");
        assertThat(s.confirmed()).isTrue();
        assertThat(s.admitted()).isTrue();
        assertThat(s.isActive()).isTrue();
        assertThat(ledger.rules().find(CHAT)).contains(s);
        assertThat(ledger.rules().find(1)).contains(s);
        assertThat(ledger.rules().find(2)).isEmpty();
        assertThat(ledger.rules().find(INBOX)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everySettingIsKept(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        Settings all = new Settings(
                new Selection(Set.of("人工智能", "c++"), Set.of("a b"), Set.of("芯片;,|")),
                ReaderLanguage.EN,
                new Timetable(LocalTime.of(0, 5), Days.parse("mon,thu"), ZoneId.of("America/St_Johns")),
                Length.TITLES,
                Quiet.parse("23:00-07:00"));
        Subscription s = ledger.add(
                "telegram:-100123/7",
                Change.none()
                        .withTags(all.selection().tags())
                        .withMute(all.selection().mute())
                        .withKeywords(all.selection().keywords())
                        .withLang(all.lang())
                        .withAt(all.timetable().at())
                        .withDays(all.timetable().days())
                        .withZone(all.timetable().zone())
                        .withLength(all.length())
                        .withQuiet(Optional.of(Quiet.parse("23:00-07:00"))));
        assertThat(s.settings()).isEqualTo(all);
        assertThat(s.address()).hasToString("telegram:-100123/7");
        assertThat(ledger.store.find(s.id())).contains(s);
    }

    @ParameterizedTest
    @EnumSource
    void addingOneWhoIsThereChangesWhatIsNamed(Engine engine) {
        Subscriptions rules = TestLedger.empty(engine).rules();
        Subscription before = after(rules.add(CHAT, TECH, false));
        Result result = rules.add(CHAT, Change.none().withLang(ReaderLanguage.EN), false);
        assertDone(result, Kind.CHANGED, Status.ACTIVE);
        assertThat(after(result).id()).isEqualTo(before.id());
        assertThat(after(result).reader()).isEqualTo(before.reader());
        assertThat(after(result).settings()).isEqualTo(before.settings().withLang(ReaderLanguage.EN));
        assertDone(rules.add(CHAT, TECH, false), Kind.UNCHANGED, Status.ACTIVE);
        assertThat(after(rules.add(CHAT, TECH, false))).isEqualTo(after(result));
    }

    @ParameterizedTest
    @EnumSource
    void anInboxWaitsForItsReaderUnlessTheOperatorVouchesForIt(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        Subscriptions rules = ledger.rules();
        Result pending = rules.add(INBOX, TECH, false);
        assertDone(pending, Kind.CREATED, Status.PENDING);
        assertThat(after(pending).nextDue()).isNull();
        assertThat(after(pending).confirmed()).isFalse();
        assertThat(after(pending).admitted()).isTrue();
        ledger.at("2026-11-25T10:00:00Z").lastNumber = 50;
        Result confirmed = rules.confirm(Address.parse("email:READER@example.org"));
        assertDone(confirmed, Kind.CHANGED, Status.ACTIVE);
        assertThat(after(confirmed).startNumber())
                .as("counts from when it starts")
                .isEqualTo(50);
        assertThat(after(confirmed).floor()).isEqualTo("2026-11-24T10:00:00Z");
        assertThat(after(confirmed).nextDue()).isEqualTo("2026-11-26T07:30:00Z");
        assertDone(rules.confirm(INBOX), Kind.UNCHANGED, Status.ACTIVE);
        assertDone(rules.add(Address.parse("email:b@example.org"), TECH, true), Kind.CREATED, Status.ACTIVE);
        assertDone(rules.add(Address.parse("email:c@example.org"), TECH, false), Kind.CREATED, Status.PENDING);
        assertDone(rules.add(Address.parse("email:c@example.org"), TECH, false), Kind.UNCHANGED, Status.PENDING);
        assertDone(rules.add(Address.parse("email:c@example.org"), TECH, true), Kind.CHANGED, Status.ACTIVE);
    }

    @ParameterizedTest
    @EnumSource
    void aPauseEndsByItselfOrByHand(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        Subscriptions rules = ledger.rules();
        rules.add(CHAT, Change.none(), false);
        assertRefused(rules.resume(CHAT), Reason.NOT_PAUSED);
        assertRefused(rules.pause(CHAT, ledger.now), Reason.PAST);
        Instant end = Instant.parse("2026-11-23T00:00:00Z");
        Result paused = rules.pause(CHAT, end.plusNanos(999));
        assertDone(paused, Kind.CHANGED, Status.PAUSED);
        assertThat(after(paused).pausedUntil()).isEqualTo(end);
        assertThat(after(paused).nextDue()).isNull();
        assertDone(rules.pause(CHAT, end), Kind.UNCHANGED, Status.PAUSED);
        assertDone(rules.join(CHAT, Change.none()), Kind.UNCHANGED, Status.PAUSED);
        assertDone(rules.add(CHAT, TECH, false), Kind.CHANGED, Status.PAUSED);
        assertDone(rules.confirm(CHAT), Kind.UNCHANGED, Status.PAUSED);
        assertDone(rules.pause(CHAT, null), Kind.CHANGED, Status.PAUSED);
        assertThat(rules.find(CHAT).orElseThrow().pausedUntil()).isNull();
        assertDone(rules.set(CHAT, Change.none().withAt(LocalTime.NOON)), Kind.CHANGED, Status.PAUSED);
        assertThat(rules.find(CHAT).orElseThrow().nextDue()).isNull();
        Result resumed = rules.resume(CHAT);
        assertDone(resumed, Kind.CHANGED, Status.ACTIVE);
        assertThat(after(resumed).nextDue()).isEqualTo("2026-11-20T12:00:00Z");
        assertThat(after(resumed).pausedUntil()).isNull();

        rules.pause(CHAT, end);
        ledger.now = end.minusMillis(1);
        assertThat(ledger.plan()).isZero();
        assertThat(ledger.find("telegram:1").status()).isEqualTo(Status.PAUSED);
        ledger.now = end;
        ledger.plan();
        Subscription back = ledger.find("telegram:1");
        assertThat(back.status()).isEqualTo(Status.ACTIVE);
        assertThat(back.pausedUntil()).isNull();
        assertThat(back.nextDue()).isEqualTo("2026-11-23T12:00:00Z");
    }

    @ParameterizedTest
    @EnumSource
    void aNewTimetableIsFollowedFromNowOn(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine).at("2026-11-20T08:00:00Z");
        Subscriptions rules = ledger.rules();
        rules.add(CHAT, Change.none(), false);
        assertThat(rules.find(CHAT).orElseThrow().nextDue()).isEqualTo("2026-11-21T07:30:00Z");
        Result later = rules.set(CHAT, Change.none().withAt(LocalTime.of(9, 0)));
        assertDone(later, Kind.CHANGED, Status.ACTIVE);
        assertThat(after(later).nextDue()).isEqualTo("2026-11-20T09:00:00Z");
        assertThat(after(rules.set(CHAT, Change.none().withZone(ZoneId.of("Asia/Tokyo"))))
                        .nextDue())
                .isEqualTo("2026-11-21T00:00:00Z");
        assertThat(after(rules.set(CHAT, Change.none().withDays(Days.INSTANT))).nextDue())
                .isNull();
        assertThat(after(rules.set(CHAT, Change.none().withDays(Days.WEEKLY))).nextDue())
                .isEqualTo("2026-11-23T00:00:00Z");
        assertDone(rules.set(CHAT, Change.none().withDays(Days.WEEKLY)), Kind.UNCHANGED, Status.ACTIVE);
    }

    @ParameterizedTest
    @EnumSource
    void nothingCanBeDoneToWhoIsNotThere(Engine engine) {
        Subscriptions rules = TestLedger.empty(engine).rules();
        assertRefused(rules.set(CHAT, TECH), Reason.UNKNOWN);
        assertRefused(rules.confirm(CHAT), Reason.UNKNOWN);
        assertRefused(rules.approve(CHAT), Reason.UNKNOWN);
        assertRefused(rules.block(CHAT), Reason.UNKNOWN);
        assertRefused(rules.pause(CHAT, null), Reason.UNKNOWN);
        assertRefused(rules.resume(CHAT), Reason.UNKNOWN);
        assertRefused(rules.unsubscribe(CHAT), Reason.UNKNOWN);
        assertRefused(rules.gone(CHAT, "x"), Reason.UNKNOWN);
        assertRefused(rules.suppress(CHAT, "x"), Reason.UNKNOWN);
        assertRefused(rules.link(CHAT, INBOX), Reason.UNKNOWN);
        assertRefused(rules.migrate(CHAT, Address.parse("telegram:2")), Reason.UNKNOWN);
        assertThat(rules.remove(CHAT)).isFalse();
        assertThat(rules.erase(CHAT)).isFalse();
        assertThat(rules.due(CHAT, Instant.EPOCH, 3)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void dueInstantsAreTheTimetables(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        ledger.add("telegram:1");
        assertThat(ledger.rules().due(CHAT, Instant.parse("2026-11-20T07:30:00Z"), 2))
                .isEqualTo(List.of(Instant.parse("2026-11-20T07:30:00Z"), Instant.parse("2026-11-21T07:30:00Z")));
    }

    @ParameterizedTest
    @EnumSource
    void aRuleThatFailsLeavesNothing(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        assertThatThrownBy(() -> ledger.store.decide(CHAT, ledger.now, known -> {
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(ledger.store.find(CHAT)).isEmpty();
    }
}
