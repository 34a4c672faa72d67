package org.postbag.subscriptions.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postbag.subscriptions.store.Results.after;
import static org.postbag.subscriptions.store.Results.assertDone;
import static org.postbag.subscriptions.store.Results.assertRefused;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.Result;
import org.postbag.subscriptions.Result.Kind;
import org.postbag.subscriptions.Result.Reason;
import org.postbag.subscriptions.Status;
import org.postbag.subscriptions.Subscription;

/** Second addresses of a reader, and groups whose id changes. */
class MovingTest {

    private static final Address CHAT = Address.parse("telegram:1");
    private static final Address INBOX = Address.parse("email:Reader@example.org");
    private static final Change TECH = Change.none().withTags(Set.of("tech"));

    @ParameterizedTest
    @EnumSource
    void aLinkedAddressSharesTheReaderTheSettingsAndThePlace(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        Subscription chat = ledger.add("telegram:1", TECH);
        ledger.db.change(h -> h.execute("UPDATE subscription SET cursor_number = 40, start_number = 3"));
        ledger.at("2026-11-22T09:00:00Z").lastNumber = 70;
        Result linked = ledger.rules().link(CHAT, INBOX);
        assertDone(linked, Kind.CREATED, Status.ACTIVE);
        Subscription inbox = after(linked);
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
                .containsExactly(INBOX, CHAT);
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
        assertThat(after(linked).reader()).isEqualTo(chat.reader());
        assertThat(after(linked).cursor()).isEqualTo(9);
        assertThat(after(linked).settings()).isEqualTo(chat.settings());
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
        assertThat(after(moved).id()).isEqualTo(before.id());
        assertThat(after(moved).address()).isEqualTo(to);
        assertThat(after(moved).settings()).isEqualTo(before.settings());
        assertThat(ledger.store.find(before.address())).isEmpty();
        assertThat(ledger.store.find(to)).contains(after(moved));
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
        Subscription moved = after(ledger.rules().migrate(old.address(), Address.parse("telegram:-1005")));
        assertThat(moved.id()).isEqualTo(old.id());
        assertThat(moved.settings()).isEqualTo(old.settings());
        assertThat(moved.cursor()).isEqualTo(9);
        assertThat(ledger.count("SELECT COUNT(*) FROM subscription")).isEqualTo(1);
        ledger.db.change(h -> h.execute("UPDATE subscription SET cursor_number = 20"));
        ledger.add("telegram:-1006");
        assertThat(after(ledger.rules().migrate(moved.address(), Address.parse("telegram:-1006")))
                        .cursor())
                .isEqualTo(20);
    }
}
