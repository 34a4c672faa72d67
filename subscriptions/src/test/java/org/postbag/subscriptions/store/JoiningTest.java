package org.postbag.subscriptions.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postbag.subscriptions.store.Results.after;
import static org.postbag.subscriptions.store.Results.assertDone;
import static org.postbag.subscriptions.store.Results.assertRefused;

import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.posts.ReaderLanguage;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.Access;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.Result;
import org.postbag.subscriptions.Result.Kind;
import org.postbag.subscriptions.Result.Reason;
import org.postbag.subscriptions.Status;
import org.postbag.subscriptions.Subscription;
import org.postbag.subscriptions.Subscriptions;

/** Who comes in by which door: open, by approval, closed; the operator may always. */
class JoiningTest {

    private static final Address CHAT = Address.parse("telegram:1");
    private static final Address INBOX = Address.parse("email:Reader@example.org");
    private static final Change TECH = Change.none().withTags(Set.of("tech"));

    @ParameterizedTest
    @EnumSource
    void whoeverAddsOrJoinsASuppressedOneStaysSuppressed(Engine engine) {
        Subscriptions rules = TestLedger.empty(engine).rules();
        rules.add(INBOX, Change.none(), true);
        Result suppressed = rules.suppress(INBOX, "550 no such user");
        assertDone(suppressed, Kind.CHANGED, Status.SUPPRESSED);
        assertThat(after(suppressed).statusReason()).isEqualTo("550 no such user");
        assertThat(after(suppressed).nextDue()).isNull();
        assertDone(rules.suppress(INBOX, "other"), Kind.UNCHANGED, Status.SUPPRESSED);
        assertDone(rules.add(INBOX, TECH, true), Kind.CHANGED, Status.SUPPRESSED);
        assertThat(after(rules.add(INBOX, TECH, true)).statusReason()).isEqualTo("550 no such user");
        assertThat(after(rules.add(INBOX, TECH, true)).settings().selection().tags())
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
        assertThat(after(back).statusReason()).isNull();
        assertThat(after(back).id()).isEqualTo(first.id());
        assertThat(after(back).created()).isEqualTo(first.created());
        assertThat(after(back).cursor()).isEqualTo(40);
        assertThat(after(back).startNumber()).isEqualTo(70);
        assertThat(after(back).floor()).isEqualTo("2026-11-21T09:00:00Z");
        assertThat(after(back).nextDue()).isEqualTo("2026-11-23T07:30:00Z");
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
    void accessThatTheOperatorChangesHoldsFromTheNextRequestOn(Engine engine) {
        AtomicReference<Access> access = new AtomicReference<>(Access.CLOSED);
        Subscriptions rules = TestLedger.empty(engine).rules(access::get);
        assertRefused(rules.join(CHAT, Change.none()), Reason.CLOSED);
        access.set(Access.APPROVAL);
        assertDone(rules.join(CHAT, Change.none()), Kind.CREATED, Status.PENDING);
        access.set(Access.OPEN);
        assertDone(rules.join(CHAT, Change.none()), Kind.CHANGED, Status.ACTIVE);
    }
}
