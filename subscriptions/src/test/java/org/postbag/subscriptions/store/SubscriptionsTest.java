package org.postbag.subscriptions.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.postbag.subscriptions.Access;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.Days;
import org.postbag.subscriptions.Quiet;
import org.postbag.subscriptions.Result;
import org.postbag.subscriptions.Result.Done;
import org.postbag.subscriptions.Result.Kind;
import org.postbag.subscriptions.Result.Reason;
import org.postbag.subscriptions.Result.Refused;
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

    private static void assertDone(Result result, Kind kind, Status status) {
        assertThat(result).isInstanceOf(Done.class);
        Done done = (Done) result;
        assertThat(done.kind()).isEqualTo(kind);
        assertThat(done.after().status()).isEqualTo(status);
    }

    private static void assertRefused(Result result, Reason reason) {
        assertThat(result).isEqualTo(new Refused(reason));
        assertThat(result.subscription()).isEmpty();
    }

    private static Subscription of(Result result) {
        return result.subscription().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void theOperatorAddsAChatWhichIsActiveAtOnce(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine).at("2026-11-20T08:00:00.123456Z");
        ledger.lastNumber = 99;
        Result result = ledger.rules().add(CHAT, TECH, false);
        assertDone(result, Kind.CREATED, Status.ACTIVE);
        Subscription s = of(result);
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
        Subscription before = of(rules.add(CHAT, TECH, false));
        Result result = rules.add(CHAT, Change.none().withLang(ReaderLanguage.EN), false);
        assertDone(result, Kind.CHANGED, Status.ACTIVE);
        assertThat(of(result).id()).isEqualTo(before.id());
        assertThat(of(result).reader()).isEqualTo(before.reader());
        assertThat(of(result).settings()).isEqualTo(before.settings().withLang(ReaderLanguage.EN));
        assertDone(rules.add(CHAT, TECH, false), Kind.UNCHANGED, Status.ACTIVE);
        assertThat(of(rules.add(CHAT, TECH, false))).isEqualTo(of(result));
    }

    @ParameterizedTest
    @EnumSource
    void anInboxWaitsForItsReaderUnlessTheOperatorVouchesForIt(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        Subscriptions rules = ledger.rules();
        Result pending = rules.add(INBOX, TECH, false);
        assertDone(pending, Kind.CREATED, Status.PENDING);
        assertThat(of(pending).nextDue()).isNull();
        assertThat(of(pending).confirmed()).isFalse();
        assertThat(of(pending).admitted()).isTrue();
        ledger.at("2026-11-25T10:00:00Z").lastNumber = 50;
        Result confirmed = rules.confirm(Address.parse("email:READER@example.org"));
        assertDone(confirmed, Kind.CHANGED, Status.ACTIVE);
        assertThat(of(confirmed).startNumber()).as("counts from when it starts").isEqualTo(50);
        assertThat(of(confirmed).floor()).isEqualTo("2026-11-24T10:00:00Z");
        assertThat(of(confirmed).nextDue()).isEqualTo("2026-11-26T07:30:00Z");
        assertDone(rules.confirm(INBOX), Kind.UNCHANGED, Status.ACTIVE);
        assertDone(rules.add(Address.parse("email:b@example.org"), TECH, true), Kind.CREATED, Status.ACTIVE);
        assertDone(rules.add(Address.parse("email:c@example.org"), TECH, false), Kind.CREATED, Status.PENDING);
        assertDone(rules.add(Address.parse("email:c@example.org"), TECH, false), Kind.UNCHANGED, Status.PENDING);
        assertDone(rules.add(Address.parse("email:c@example.org"), TECH, true), Kind.CHANGED, Status.ACTIVE);
    }

    @ParameterizedTest
    @EnumSource
    void whoeverAddsOrJoinsASuppressedOneStaysSuppressed(Engine engine) {
        Subscriptions rules = TestLedger.empty(engine).rules();
        rules.add(INBOX, Change.none(), true);
        Result suppressed = rules.suppress(INBOX, "550 no such user");
        assertDone(suppressed, Kind.CHANGED, Status.SUPPRESSED);
        assertThat(of(suppressed).statusReason()).isEqualTo("550 no such user");
        assertThat(of(suppressed).nextDue()).isNull();
        assertDone(rules.suppress(INBOX, "other"), Kind.UNCHANGED, Status.SUPPRESSED);
        assertDone(rules.add(INBOX, TECH, true), Kind.CHANGED, Status.SUPPRESSED);
        assertThat(of(rules.add(INBOX, TECH, true)).statusReason()).isEqualTo("550 no such user");
        assertThat(of(rules.add(INBOX, TECH, true)).settings().selection().tags())
                .containsExactly("tech");
        assertRefused(rules.join(INBOX, TECH), Reason.SUPPRESSED);
        assertRefused(rules.confirm(INBOX), Reason.SUPPRESSED);
        assertRefused(rules.approve(INBOX), Reason.SUPPRESSED);
        assertRefused(rules.block(INBOX), Reason.SUPPRESSED);
        assertRefused(rules.pause(INBOX, null), Reason.NOT_ACTIVE);
        assertRefused(rules.resume(INBOX), Reason.NOT_PAUSED);
        assertRefused(rules.link(CHAT, INBOX), Reason.UNKNOWN);
        rules.add(CHAT, Change.none(), false);
        assertRefused(rules.link(CHAT, INBOX), Reason.SUPPRESSED);
        assertDone(rules.unsubscribe(INBOX), Kind.UNCHANGED, Status.SUPPRESSED);
        assertDone(rules.gone(INBOX, "x"), Kind.UNCHANGED, Status.SUPPRESSED);
    }

    @ParameterizedTest
    @EnumSource
    void aBlockedReaderStaysOutUntilApproved(Engine engine) {
        Subscriptions rules = TestLedger.empty(engine).rules();
        rules.join(CHAT, Change.none());
        assertDone(rules.block(CHAT), Kind.CHANGED, Status.BLOCKED);
        assertDone(rules.block(CHAT), Kind.UNCHANGED, Status.BLOCKED);
        assertRefused(rules.join(CHAT, TECH), Reason.BLOCKED);
        assertRefused(rules.confirm(CHAT), Reason.BLOCKED);
        assertRefused(rules.resume(CHAT), Reason.NOT_PAUSED);
        assertDone(rules.add(CHAT, TECH, true), Kind.CHANGED, Status.BLOCKED);
        assertDone(rules.unsubscribe(CHAT), Kind.UNCHANGED, Status.BLOCKED);
        assertDone(rules.gone(CHAT, "x"), Kind.UNCHANGED, Status.BLOCKED);
        rules.add(INBOX, Change.none(), true);
        assertRefused(rules.link(INBOX, CHAT), Reason.BLOCKED);
        assertDone(rules.approve(CHAT), Kind.CHANGED, Status.ACTIVE);
        assertThat(rules.find(CHAT).orElseThrow().nextDue()).isEqualTo("2026-11-20T07:30:00Z");
        rules.block(CHAT);
        assertDone(rules.suppress(CHAT, "spam"), Kind.CHANGED, Status.SUPPRESSED);
    }

    @ParameterizedTest
    @EnumSource
    void anybodyJoinsWhereAccessIsOpen(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        assertDone(ledger.rules().join(CHAT, TECH), Kind.CREATED, Status.ACTIVE);
        assertDone(ledger.rules().join(CHAT, TECH), Kind.UNCHANGED, Status.ACTIVE);
        assertDone(ledger.rules().join(CHAT, Change.none().withLang(ReaderLanguage.EN)), Kind.CHANGED, Status.ACTIVE);
        assertDone(ledger.rules().join(INBOX, TECH), Kind.CREATED, Status.PENDING);
        assertDone(ledger.rules().confirm(INBOX), Kind.CHANGED, Status.ACTIVE);
    }

    @ParameterizedTest
    @EnumSource
    void whereAccessIsByApprovalAReaderWaitsForTheOperatorAndAnInboxForBoth(Engine engine) {
        Subscriptions rules = TestLedger.empty(engine).rules(Access.APPROVAL);
        assertDone(rules.join(CHAT, TECH), Kind.CREATED, Status.PENDING);
        assertThat(rules.find(CHAT).orElseThrow().confirmed()).isTrue();
        assertThat(rules.find(CHAT).orElseThrow().admitted()).isFalse();
        assertDone(rules.join(CHAT, TECH), Kind.UNCHANGED, Status.PENDING);
        assertDone(rules.confirm(CHAT), Kind.UNCHANGED, Status.PENDING);
        assertDone(rules.approve(CHAT), Kind.CHANGED, Status.ACTIVE);
        assertDone(rules.approve(CHAT), Kind.UNCHANGED, Status.ACTIVE);
        assertDone(rules.unsubscribe(CHAT), Kind.CHANGED, Status.UNSUBSCRIBED);
        assertDone(rules.join(CHAT, TECH), Kind.CHANGED, Status.ACTIVE);

        assertDone(rules.join(INBOX, TECH), Kind.CREATED, Status.PENDING);
        assertDone(rules.confirm(INBOX), Kind.CHANGED, Status.PENDING);
        assertDone(rules.approve(INBOX), Kind.CHANGED, Status.ACTIVE);
        Address other = Address.parse("email:b@example.org");
        rules.join(other, TECH);
        assertDone(rules.approve(other), Kind.CHANGED, Status.PENDING);
        assertDone(rules.confirm(other), Kind.CHANGED, Status.ACTIVE);
    }

    @ParameterizedTest
    @EnumSource
    void leavingAndComingBackIsNoWayAroundApproval(Engine engine) {
        Subscriptions rules = TestLedger.empty(engine).rules(Access.APPROVAL);
        rules.join(CHAT, TECH);
        assertDone(rules.unsubscribe(CHAT), Kind.CHANGED, Status.UNSUBSCRIBED);
        assertDone(rules.join(CHAT, TECH), Kind.CHANGED, Status.PENDING);
    }

    @ParameterizedTest
    @EnumSource
    void whereAccessIsClosedOnlyTheOperatorAdds(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        Subscriptions rules = ledger.rules(Access.CLOSED);
        assertRefused(rules.join(CHAT, TECH), Reason.CLOSED);
        assertThat(rules.find(CHAT)).isEmpty();
        assertDone(rules.add(CHAT, TECH, false), Kind.CREATED, Status.ACTIVE);
        assertDone(rules.join(CHAT, Change.none()), Kind.UNCHANGED, Status.ACTIVE);
        rules.gone(CHAT, "bot was blocked");
        assertDone(rules.join(CHAT, Change.none()), Kind.CHANGED, Status.ACTIVE);
        ledger.rules(Access.APPROVAL).join(INBOX, TECH);
        rules.unsubscribe(INBOX);
        assertRefused(rules.join(INBOX, TECH), Reason.CLOSED);
    }

    @ParameterizedTest
    @EnumSource
    void whatSomebodyTypesAsTheirInboxChangesNoRunningSubscription(Engine engine) {
        Subscriptions rules = TestLedger.empty(engine).rules();
        rules.add(INBOX, Change.none(), true);
        assertDone(rules.join(INBOX, TECH), Kind.UNCHANGED, Status.ACTIVE);
        assertThat(rules.find(INBOX).orElseThrow().settings().selection().isEverything())
                .isTrue();
        rules.unsubscribe(INBOX);
        assertDone(rules.join(INBOX, TECH), Kind.CHANGED, Status.PENDING);
        assertDone(rules.confirm(INBOX), Kind.CHANGED, Status.ACTIVE);
        assertThat(rules.find(INBOX).orElseThrow().settings().selection().tags())
                .containsExactly("tech");
    }

    @ParameterizedTest
    @EnumSource
    void comingBackIsAFreshStartThatRepeatsNothing(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        Subscription first = ledger.add("telegram:1");
        ledger.db.change(h -> h.execute("UPDATE subscription SET cursor_number = 40"));
        ledger.at("2026-11-22T09:00:00Z").lastNumber = 70;
        assertDone(ledger.rules().gone(CHAT, "403 bot was blocked by the user"), Kind.CHANGED, Status.GONE);
        assertThat(ledger.find("telegram:1").statusReason()).isEqualTo("403 bot was blocked by the user");
        assertDone(ledger.rules().gone(CHAT, "again"), Kind.UNCHANGED, Status.GONE);
        Result back = ledger.rules().join(CHAT, Change.none());
        assertDone(back, Kind.CHANGED, Status.ACTIVE);
        assertThat(of(back).statusReason()).isNull();
        assertThat(of(back).id()).isEqualTo(first.id());
        assertThat(of(back).created()).isEqualTo(first.created());
        assertThat(of(back).cursor()).isEqualTo(40);
        assertThat(of(back).startNumber()).isEqualTo(70);
        assertThat(of(back).floor()).isEqualTo("2026-11-21T09:00:00Z");
        assertThat(of(back).nextDue()).isEqualTo("2026-11-23T07:30:00Z");
    }

    @ParameterizedTest
    @EnumSource
    void theOperatorBringsBackWhoLeft(Engine engine) {
        Subscriptions rules = TestLedger.empty(engine).rules();
        rules.add(CHAT, Change.none(), false);
        rules.unsubscribe(CHAT);
        assertDone(rules.gone(CHAT, "x"), Kind.UNCHANGED, Status.UNSUBSCRIBED);
        assertDone(rules.unsubscribe(CHAT), Kind.UNCHANGED, Status.UNSUBSCRIBED);
        assertRefused(rules.confirm(CHAT), Reason.NOT_PENDING);
        assertRefused(rules.approve(CHAT), Reason.NOT_PENDING);
        assertDone(rules.add(CHAT, Change.none(), false), Kind.CHANGED, Status.ACTIVE);
        rules.add(INBOX, Change.none(), true);
        rules.gone(INBOX, "mailbox is full");
        assertRefused(rules.confirm(INBOX), Reason.NOT_PENDING);
        assertDone(rules.add(INBOX, Change.none(), false), Kind.CHANGED, Status.PENDING);
        rules.gone(INBOX, "x");
        assertDone(rules.unsubscribe(INBOX), Kind.CHANGED, Status.UNSUBSCRIBED);
        assertDone(rules.add(INBOX, Change.none(), true), Kind.CHANGED, Status.ACTIVE);
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
        assertThat(of(paused).pausedUntil()).isEqualTo(end);
        assertThat(of(paused).nextDue()).isNull();
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
        assertThat(of(resumed).nextDue()).isEqualTo("2026-11-20T12:00:00Z");
        assertThat(of(resumed).pausedUntil()).isNull();

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
        assertThat(of(later).nextDue()).isEqualTo("2026-11-20T09:00:00Z");
        assertThat(of(rules.set(CHAT, Change.none().withZone(ZoneId.of("Asia/Tokyo"))))
                        .nextDue())
                .isEqualTo("2026-11-21T00:00:00Z");
        assertThat(of(rules.set(CHAT, Change.none().withDays(Days.INSTANT))).nextDue())
                .isNull();
        assertThat(of(rules.set(CHAT, Change.none().withDays(Days.WEEKLY))).nextDue())
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
    void aLinkedAddressSharesTheReaderTheSettingsAndThePlace(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        Subscription chat = ledger.add("telegram:1", TECH);
        ledger.db.change(h -> h.execute("UPDATE subscription SET cursor_number = 40, start_number = 3"));
        ledger.at("2026-11-22T09:00:00Z").lastNumber = 70;
        Result linked = ledger.rules().link(CHAT, INBOX);
        assertDone(linked, Kind.CREATED, Status.ACTIVE);
        Subscription inbox = of(linked);
        assertThat(inbox.id()).isNotEqualTo(chat.id());
        assertThat(inbox.reader()).isEqualTo(chat.reader());
        assertThat(inbox.settings()).isEqualTo(chat.settings());
        assertThat(inbox.cursor()).isEqualTo(40);
        assertThat(inbox.startNumber()).isEqualTo(3);
        assertThat(inbox.floor()).isEqualTo(chat.floor());
        assertThat(inbox.created()).isEqualTo(ledger.now);
        assertThat(inbox.nextDue()).isEqualTo("2026-11-23T07:30:00Z");
        assertThat(inbox.confirmed()).isTrue();
        assertThat(inbox.admitted()).isTrue();
        assertThat(ledger.store.ofReader(chat.reader()))
                .extracting(Subscription::address)
                .containsExactly(CHAT, INBOX);
        assertDone(ledger.rules().link(CHAT, INBOX), Kind.UNCHANGED, Status.ACTIVE);
        assertDone(ledger.rules().link(CHAT, CHAT), Kind.UNCHANGED, Status.ACTIVE);
    }

    @ParameterizedTest
    @EnumSource
    void anAddressThatWasThereChangesItsReaderAndKeepsItsPlaceWhenThatIsFurtherOn(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        Subscription chat = ledger.add("telegram:1", TECH);
        ledger.rules().add(INBOX, Change.none(), false);
        ledger.db.change(h -> h.execute("UPDATE subscription SET cursor_number = 9 WHERE channel = 'email'"));
        Result linked = ledger.rules().link(CHAT, INBOX);
        assertDone(linked, Kind.CHANGED, Status.ACTIVE);
        assertThat(of(linked).reader()).isEqualTo(chat.reader());
        assertThat(of(linked).cursor()).isEqualTo(9);
        assertThat(of(linked).settings()).isEqualTo(chat.settings());
    }

    @ParameterizedTest
    @EnumSource
    void aGroupThatBecameASupergroupKeepsEverything(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        Subscription before = ledger.add("telegram:-5", TECH);
        ledger.at("2026-11-20T07:30:00Z").plan();
        Address to = Address.parse("telegram:-1005");
        Result moved = ledger.rules().migrate(before.address(), to);
        assertDone(moved, Kind.CHANGED, Status.ACTIVE);
        assertThat(of(moved).id()).isEqualTo(before.id());
        assertThat(of(moved).address()).isEqualTo(to);
        assertThat(of(moved).settings()).isEqualTo(before.settings());
        assertThat(ledger.store.find(before.address())).isEmpty();
        assertThat(ledger.store.find(to)).contains(of(moved));
        assertThat(ledger.claimOne().subscription().address()).isEqualTo(to);
        assertDone(ledger.rules().migrate(before.address(), to), Kind.UNCHANGED, Status.ACTIVE);
        assertRefused(ledger.rules().migrate(to, to), Reason.NOT_MOVABLE);
        assertRefused(ledger.rules().migrate(to, INBOX), Reason.NOT_MOVABLE);
    }

    @ParameterizedTest
    @EnumSource
    void aSubscriptionAtTheNewAddressGivesWayAndItsCursorIsKept(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        Subscription old = ledger.add("telegram:-5", TECH);
        ledger.add("telegram:-1005");
        ledger.db.change(h -> h.execute("UPDATE subscription SET cursor_number = 9 WHERE address = 'telegram:-1005'"));
        Subscription moved = of(ledger.rules().migrate(old.address(), Address.parse("telegram:-1005")));
        assertThat(moved.id()).isEqualTo(old.id());
        assertThat(moved.settings()).isEqualTo(old.settings());
        assertThat(moved.cursor()).isEqualTo(9);
        assertThat(ledger.count("SELECT COUNT(*) FROM subscription")).isEqualTo(1);
        ledger.db.change(h -> h.execute("UPDATE subscription SET cursor_number = 20"));
        ledger.add("telegram:-1006");
        assertThat(of(ledger.rules().migrate(moved.address(), Address.parse("telegram:-1006")))
                        .cursor())
                .isEqualTo(20);
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
    void leavingSkipsWhatWaitsAndAPauseSaysSo(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        for (int chat = 1; chat <= 4; chat++) ledger.add("telegram:" + chat);
        ledger.at("2026-11-20T07:30:00Z").plan();
        ledger.rules().pause(Address.parse("telegram:1"), null);
        ledger.rules().unsubscribe(Address.parse("telegram:2"));
        ledger.rules().block(Address.parse("telegram:3"));
        ledger.rules().set(Address.parse("telegram:4"), TECH);
        assertThat(ledger.rows())
                .extracting(Delivery::status)
                .containsExactly(
                        DeliveryStatus.SKIPPED, DeliveryStatus.SKIPPED, DeliveryStatus.SKIPPED, DeliveryStatus.PENDING);
        assertThat(ledger.rows()).extracting(Delivery::skip).containsExactly(Skip.PAUSED, Skip.GONE, Skip.GONE, null);
        assertThat(ledger.deliveries.counts()).isEqualTo(new Counts(0, 0, 3, 0, 1));
        assertThat(ledger.claimOne().subscription().address()).hasToString("telegram:4");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsBeingSentIsNotSkippedByAPause(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        ledger.add("telegram:1");
        ledger.at("2026-11-20T07:30:00Z").plan();
        Claim claim = ledger.claimOne();
        ledger.deliveries.freeze(claim, 5, 1, "{}");
        ledger.deliveries.sending(claim, 0, ledger.now);
        ledger.rules().pause(CHAT, null);
        assertThat(ledger.row(claim).status()).isEqualTo(DeliveryStatus.CLAIMED);
        ledger.deliveries.accepted(claim, 0, "1", ledger.now);
        ledger.deliveries.retry(claim, ledger.now, "429", true);
        ledger.rules().unsubscribe(CHAT);
        assertThat(ledger.row(claim).status()).as("half of it is out").isEqualTo(DeliveryStatus.PENDING);
        Claim again = ledger.claimOne();
        assertThat(again.subscription().status())
                .as("whoever claims it sees why")
                .isEqualTo(Status.UNSUBSCRIBED);
        ledger.deliveries.skipped(again, Skip.GONE, ledger.now);
        assertThat(ledger.deliveries.counts()).isEqualTo(new Counts(0, 0, 1, 0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void aRemovedReadersHistoryStaysWithoutAnAddress(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        ledger.add("telegram:1");
        ledger.at("2026-11-20T07:30:00Z").plan();
        Claim claim = ledger.claimOne();
        ledger.deliveries.freeze(claim, 5, 1, "{}");
        ledger.deliveries.sending(claim, 0, ledger.now);
        ledger.deliveries.acceptedLast(claim, 0, "900", ledger.now);
        ledger.at("2026-11-21T07:30:00Z").plan();
        assertThat(ledger.rules().remove(CHAT)).isTrue();
        assertThat(ledger.rules().remove(CHAT)).isFalse();
        assertThat(ledger.rules().find(CHAT)).isEmpty();
        assertThat(ledger.rows()).extracting(Delivery::address).containsExactly(null, null);
        assertThat(ledger.rows().get(0).manifest()).isEqualTo("{}");
        assertThat(ledger.rows().get(1).skip()).isEqualTo(Skip.GONE);
        assertThat(ledger.deliveries.counts()).isEqualTo(new Counts(1, 0, 1, 0, 0));
        assertThat(ledger.deliveries.byMessage(CHAT, "900", Instant.EPOCH)).isEmpty();
        Subscription anew = ledger.add("telegram:1");
        assertThat(anew.id()).as("ids are not given twice").isEqualTo(2);
        assertThat(ledger.deliveries.byMessage(CHAT, "900", Instant.EPOCH)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void ofAnErasedReaderOnlyCountsStay(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        ledger.add("telegram:1");
        ledger.add("telegram:2");
        ledger.at("2026-11-20T07:30:00Z").plan();
        for (Claim claim : ledger.claim(2)) {
            ledger.deliveries.freeze(claim, 5, 1, "{}");
            ledger.deliveries.sending(claim, 0, ledger.now);
            ledger.deliveries.accepted(claim, 0, "900", ledger.now);
            ledger.deliveries.failed(claim, "chat 1 is unwell", ledger.now);
        }
        assertThat(ledger.rules().erase(CHAT)).isTrue();
        assertThat(ledger.rules().erase(CHAT)).isFalse();
        Delivery erased = ledger.rows().get(0);
        assertThat(erased.address()).isNull();
        assertThat(erased.manifest()).isNull();
        assertThat(erased.error()).isNull();
        assertThat(erased.messageIds()).isEmpty();
        Delivery other = ledger.rows().get(1);
        assertThat(other.manifest()).isEqualTo("{}");
        assertThat(other.error()).isEqualTo("chat 1 is unwell");
        assertThat(other.messageIds()).containsExactly("900");
        assertThat(ledger.deliveries.counts()).isEqualTo(new Counts(0, 2, 0, 0, 0));
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
