package org.postbag.subscriptions.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postbag.subscriptions.store.Results.after;
import static org.postbag.subscriptions.store.Results.assertDone;
import static org.postbag.subscriptions.store.Results.assertRefused;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.posts.Length;
import org.postbag.posts.ReaderLanguage;
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

/** One reader, several addresses: their preferences are shared, or split, as the reader wishes. */
class SharingTest {

    private static final Address CHAT = Address.parse("telegram:1");
    private static final Address INBOX = Address.parse("email:reader@example.org");
    private static final Address WORK = Address.parse("email:reader@work.example");
    private static final Address STRANGER = Address.parse("telegram:2");
    private static final Change TECH = Change.none().withTags(Set.of("tech"));
    private static final Change NINE = Change.none().withAt(LocalTime.of(9, 0));

    /** One reader's chat and inbox, and somebody else. */
    private static TestLedger linked(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        ledger.add("telegram:1");
        ledger.add("telegram:2");
        ledger.rules().link(CHAT, INBOX);
        return ledger;
    }

    private static Settings settings(TestLedger ledger, Address address) {
        return ledger.store.find(address).orElseThrow().settings();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSetAtOneLinkedAddressHoldsAtTheOthersAndAtNobodyElses(Engine engine) {
        TestLedger ledger = linked(engine);
        ledger.rules().link(INBOX, WORK);
        Change much = TECH.withMute(Set.of("sport"))
                .withKeywords(Set.of("java"))
                .withLang(ReaderLanguage.EN)
                .withDays(Days.WEEKDAYS)
                .withLength(Length.LONG)
                .withQuiet(Optional.of(Quiet.parse("22:00-07:00")));
        Result result = ledger.rules().set(INBOX, much);
        assertDone(result, Kind.CHANGED, Status.ACTIVE);
        assertThat(after(result).address()).isEqualTo(INBOX);
        assertThat(after(result).settings()).isEqualTo(TestLedger.DEFAULTS.with(much));
        assertThat(settings(ledger, CHAT)).isEqualTo(TestLedger.DEFAULTS.with(much));
        assertThat(settings(ledger, WORK)).isEqualTo(TestLedger.DEFAULTS.with(much));
        assertThat(settings(ledger, STRANGER)).isEqualTo(TestLedger.DEFAULTS);
        assertDone(ledger.rules().set(CHAT, much), Kind.UNCHANGED, Status.ACTIVE);
    }

    @ParameterizedTest
    @EnumSource
    void everyActiveAddressIsPlannedAnewAndWhatWasPlannedAheadIsDropped(Engine engine) {
        TestLedger ledger = linked(engine).at("2026-11-20T07:30:00Z");
        ledger.plan();
        ledger.db.change(h -> h.execute("UPDATE delivery SET due = due + 86400000"));
        ledger.at("2026-11-20T08:00:00Z");
        ledger.rules().set(CHAT, NINE);
        assertThat(ledger.find("telegram:1").nextDue()).isEqualTo("2026-11-20T09:00:00Z");
        assertThat(ledger.find("email:reader@example.org").nextDue()).isEqualTo("2026-11-20T09:00:00Z");
        assertThat(ledger.rows()).hasSize(1).allMatch(row -> STRANGER.equals(row.address()));
        assertThat(ledger.at("2026-11-20T09:00:00Z").plan()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void anAddressSplitOffKeepsItsSettingsAndLaterChangesDoNotCross(Engine engine) {
        TestLedger ledger = linked(engine);
        Subscriptions rules = ledger.rules();
        rules.set(CHAT, TECH);
        Result split = rules.share(INBOX, false);
        assertDone(split, Kind.CHANGED, Status.ACTIVE);
        assertThat(after(split).shared()).isFalse();
        assertDone(rules.share(INBOX, false), Kind.UNCHANGED, Status.ACTIVE);
        rules.set(CHAT, NINE);
        assertThat(settings(ledger, INBOX)).isEqualTo(TestLedger.DEFAULTS.with(TECH));
        rules.set(INBOX, Change.none().withLang(ReaderLanguage.EN));
        assertThat(settings(ledger, CHAT))
                .isEqualTo(TestLedger.DEFAULTS.with(TECH).with(NINE));
    }

    @ParameterizedTest
    @EnumSource
    void theSettingsOfTheAddressThatJoinsAgainWinForAllThatAreShared(Engine engine) {
        TestLedger ledger = linked(engine);
        Subscriptions rules = ledger.rules();
        rules.link(CHAT, WORK);
        rules.share(INBOX, false);
        rules.share(WORK, false);
        rules.set(INBOX, NINE);
        rules.set(WORK, TECH);
        Result joined = rules.share(INBOX, true);
        assertDone(joined, Kind.CHANGED, Status.ACTIVE);
        assertThat(after(joined).shared()).isTrue();
        assertThat(settings(ledger, CHAT)).isEqualTo(settings(ledger, INBOX)).isEqualTo(TestLedger.DEFAULTS.with(NINE));
        assertThat(ledger.find("telegram:1").nextDue()).isEqualTo("2026-11-20T09:00:00Z");
        assertThat(settings(ledger, WORK)).isEqualTo(TestLedger.DEFAULTS.with(TECH));
        assertDone(rules.share(INBOX, true), Kind.UNCHANGED, Status.ACTIVE);
        assertRefused(rules.share(Address.parse("telegram:99"), true), Reason.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource
    void pausingLeavingAndBeingShutOutAreEachAddresssOwn(Engine engine) {
        TestLedger ledger = linked(engine);
        Subscriptions rules = ledger.rules();
        rules.pause(CHAT, null);
        assertThat(ledger.find("email:reader@example.org").isActive()).isTrue();
        rules.resume(CHAT);
        rules.unsubscribe(INBOX);
        assertThat(ledger.find("telegram:1").isActive()).isTrue();
        rules.suppress(INBOX, "bounced");
        rules.block(CHAT);
        assertThat(ledger.find("email:reader@example.org").status()).isEqualTo(Status.SUPPRESSED);
        assertThat(ledger.find("telegram:1").status()).isEqualTo(Status.BLOCKED);
    }

    @ParameterizedTest
    @EnumSource
    void addressesThatGetNoDigestsTakeTheSettingsAndNoDueTime(Engine engine) {
        TestLedger ledger = linked(engine);
        Subscriptions rules = ledger.rules();
        List<Runnable> ways = List.of(
                () -> rules.pause(INBOX, ledger.now.plusSeconds(60)),
                () -> rules.gone(INBOX, "full"),
                () -> rules.unsubscribe(INBOX),
                () -> rules.block(INBOX),
                () -> rules.suppress(INBOX, "bounced"));
        int hour = 10;
        for (Runnable way : ways) {
            way.run();
            Subscription before = ledger.store.find(INBOX).orElseThrow();
            Change change = Change.none().withAt(LocalTime.of(hour++, 0));
            rules.set(CHAT, change);
            Subscription inbox = ledger.store.find(INBOX).orElseThrow();
            assertThat(inbox.settings()).isEqualTo(settings(ledger, CHAT)).isEqualTo(TestLedger.DEFAULTS.with(change));
            assertThat(inbox.nextDue()).isNull();
            assertThat(inbox.status()).isEqualTo(before.status());
            assertThat(inbox.statusReason()).isEqualTo(before.statusReason());
            assertThat(inbox.pausedUntil()).isEqualTo(before.pausedUntil());
        }
        assertThat(ledger.at("2026-11-21T00:00:00Z").plan()).isEqualTo(2);
        assertThat(ledger.rows()).noneMatch(row -> INBOX.equals(row.address()));
    }

    @ParameterizedTest
    @EnumSource
    void aLinkedAddressIsSharedUnlessTheOneItIsLinkedToIsSplitOffFromOthers(Engine engine) {
        TestLedger ledger = linked(engine);
        Subscriptions rules = ledger.rules();
        assertThat(ledger.find("email:reader@example.org").shared()).isTrue();
        rules.share(CHAT, false);
        rules.set(CHAT, TECH);
        Subscription work = after(rules.link(CHAT, WORK));
        assertThat(work.settings()).isEqualTo(TestLedger.DEFAULTS.with(TECH));
        assertThat(work.shared()).isFalse();
        assertThat(settings(ledger, INBOX)).isEqualTo(TestLedger.DEFAULTS);

        rules.share(STRANGER, false);
        Address second = Address.parse("email:b@example.org");
        assertThat(after(rules.link(STRANGER, second)).shared()).isTrue();
        rules.set(second, TECH);
        assertThat(settings(ledger, STRANGER)).isEqualTo(TestLedger.DEFAULTS);
    }

    @ParameterizedTest
    @EnumSource
    void linkingAnAddressAwayLeavesTheSettingsOfThoseItWasWith(Engine engine) {
        TestLedger ledger = linked(engine);
        ledger.rules().set(STRANGER, TECH);
        assertDone(ledger.rules().link(STRANGER, INBOX), Kind.CHANGED, Status.ACTIVE);
        assertThat(settings(ledger, INBOX)).isEqualTo(TestLedger.DEFAULTS.with(TECH));
        assertThat(settings(ledger, CHAT)).isEqualTo(TestLedger.DEFAULTS);
        ledger.rules().set(CHAT, NINE);
        assertThat(settings(ledger, INBOX)).isEqualTo(TestLedger.DEFAULTS.with(TECH));
    }

    @ParameterizedTest
    @EnumSource
    void wishesSpokenInAnotherWayCrossToo(Engine engine) {
        TestLedger ledger = linked(engine);
        ledger.rules().add(INBOX, TECH, false);
        assertThat(settings(ledger, CHAT)).isEqualTo(TestLedger.DEFAULTS.with(TECH));
        ledger.rules().join(CHAT, NINE);
        assertThat(settings(ledger, INBOX))
                .isEqualTo(TestLedger.DEFAULTS.with(TECH).with(NINE));
    }

    @ParameterizedTest
    @EnumSource
    void whatSomebodyTypesForAnInboxThatWasLeftDoesNotReachItsReadersChat(Engine engine) {
        TestLedger ledger = linked(engine);
        Subscriptions rules = ledger.rules();
        String reader = ledger.find("telegram:1").reader();
        rules.unsubscribe(INBOX);
        assertThat(after(rules.join(INBOX, Change.none())).reader()).isEqualTo(reader);
        Result typed = rules.join(INBOX, TECH);
        assertDone(typed, Kind.CHANGED, Status.PENDING);
        assertThat(after(typed).reader()).isNotEqualTo(reader);
        assertDone(rules.confirm(INBOX), Kind.CHANGED, Status.ACTIVE);
        assertThat(settings(ledger, INBOX)).isEqualTo(TestLedger.DEFAULTS.with(TECH));
        assertThat(settings(ledger, CHAT)).isEqualTo(TestLedger.DEFAULTS);
        assertDone(rules.link(CHAT, INBOX), Kind.CHANGED, Status.ACTIVE);
        assertThat(rules.ofReader(reader)).extracting(Subscription::address).containsExactly(INBOX, CHAT);
    }

    @ParameterizedTest
    @EnumSource
    void changesAndALinkAtTheSameTimeAreAllDoneAndLeaveAllAddressesTheSame(Engine engine) throws Exception {
        TestLedger ledger = linked(engine);
        Subscriptions rules = ledger.rules();
        ExecutorService pool = Executors.newFixedThreadPool(3);
        for (int minute = 0; minute < 40; minute++) {
            Change ten = Change.none().withAt(LocalTime.of(10, minute));
            Change eleven = Change.none().withAt(LocalTime.of(11, minute));
            rules.remove(WORK);
            List<Callable<Result>> atOnce =
                    List.of(() -> rules.set(CHAT, ten), () -> rules.set(INBOX, eleven), () -> rules.link(CHAT, WORK));
            for (Future<Result> one : pool.invokeAll(atOnce))
                assertThat(one.get(60, TimeUnit.SECONDS)).isInstanceOf(Result.Done.class);
            assertThat(settings(ledger, INBOX)).isEqualTo(settings(ledger, CHAT));
            assertThat(settings(ledger, WORK)).isEqualTo(settings(ledger, CHAT));
        }
        pool.shutdown();
    }
}
