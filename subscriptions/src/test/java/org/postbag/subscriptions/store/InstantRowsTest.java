package org.postbag.subscriptions.store;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Digests that follow no timetable: news at once, and a digest asked for. */
class InstantRowsTest {

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
                       cursor_number, start_number, floor_date, shared, i
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
