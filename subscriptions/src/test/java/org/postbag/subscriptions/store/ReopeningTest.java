package org.postbag.subscriptions.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.Address;

/** Another try for a closed row, because the operator asks for it. */
class ReopeningTest {

    private static final Address CHAT = Address.parse("telegram:1");

    /** Two chats and three days: sent, failed, pending; message ids are "chat-day". */
    private static TestLedger threeDays(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        ledger.add("telegram:1");
        ledger.add("telegram:2");
        for (int day = 20; day <= 22; day++) {
            ledger.at("2026-11-" + day + "T07:30:00Z").plan();
            if (day == 22) break;
            for (Claim claim : ledger.claim(2)) {
                ledger.deliveries.freeze(claim, day, 1, "{" + day + "}");
                ledger.deliveries.sending(claim, 0, ledger.now);
                String messageId = claim.subscription().id() + "-" + day;
                if (day == 20) ledger.deliveries.acceptedLast(claim, 0, messageId, ledger.now);
                else {
                    ledger.deliveries.accepted(claim, 0, messageId, ledger.now);
                    ledger.deliveries.failed(claim, "400", ledger.now);
                }
            }
        }
        return ledger;
    }

    @ParameterizedTest
    @EnumSource
    void aFailedDigestGetsAnotherTryWithTheSameContent(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        ledger.add("telegram:1");
        ledger.at("2026-11-20T07:30:00Z").plan();
        Claim claim = ledger.claimOne();
        ledger.deliveries.freeze(claim, 42, 3, "{}");
        ledger.deliveries.sending(claim, 0, ledger.now);
        ledger.deliveries.accepted(claim, 0, "1", ledger.now);
        ledger.deliveries.sending(claim, 1, ledger.now);
        ledger.deliveries.failed(claim, "400", ledger.now);
        ledger.at("2026-11-20T09:00:00Z");
        assertThat(ledger.deliveries.retry(1, ledger.now)).isTrue();
        assertThat(ledger.deliveries.retry(1, ledger.now)).as("it is open now").isFalse();
        Delivery row = ledger.row(claim);
        assertThat(row.status()).isEqualTo(DeliveryStatus.PENDING);
        assertThat(row.retriedAt()).isEqualTo(ledger.now);
        assertThat(row.nextTry()).isEqualTo(ledger.now);
        assertThat(row.attempts()).isEqualTo(1);
        assertThat(row.error()).isEqualTo("400");
        assertThat(ledger.deliveries.counts()).isEqualTo(new Counts(0, 0, 0, 0, 1));
        Claim again = ledger.claimOne();
        assertThat(again.delivery().manifest()).isEqualTo("{}");
        assertThat(again.delivery().messageIds()).containsExactly("1");
        ledger.deliveries.sending(again, 1, ledger.now);
        ledger.deliveries.acceptedLast(again, 1, "2", ledger.now);
        assertThat(ledger.find("telegram:1").cursor()).isEqualTo(42);
        assertThat(ledger.deliveries.retry(1, ledger.now)).as("it is sent").isFalse();
        assertThat(ledger.deliveries.counts()).isEqualTo(new Counts(1, 0, 0, 0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void whatALaterDigestTookOrWillTakeAlongIsNotSentAgain(Engine engine) {
        TestLedger ledger = threeDays(engine);
        assertThat(ledger.deliveries.retry(3, ledger.now))
                .as("a newer one is open")
                .isFalse();
        assertThat(ledger.deliveries.retryFailed(ledger.now)).isZero();
        for (Claim claim : ledger.claim(2)) {
            ledger.deliveries.freeze(claim, 30, 1, "{}");
            ledger.deliveries.sending(claim, 0, ledger.now);
            ledger.deliveries.acceptedLast(claim, 0, "m", ledger.now);
        }
        assertThat(ledger.deliveries.retry(3, ledger.now))
                .as("a newer one was sent")
                .isFalse();
        assertThat(ledger.deliveries.retry(99, ledger.now)).isFalse();
        assertThat(ledger.deliveries.counts()).isEqualTo(new Counts(4, 2, 0, 0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void anUncertainDigestIsSentAgainOnDemandAndTheCursorStaysWhereItIs(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        ledger.add("telegram:1");
        ledger.add("telegram:2");
        ledger.at("2026-11-20T07:30:00Z").plan();
        for (Claim claim : ledger.claim(2)) {
            ledger.deliveries.freeze(claim, 42, 3, "{}");
            ledger.deliveries.sending(claim, 0, ledger.now);
            ledger.deliveries.uncertain(claim, 0, "reset", ledger.now, false);
        }
        ledger.at("2026-11-21T07:30:00Z").plan();
        assertThat(ledger.deliveries.retryFailed(ledger.now)).isZero();
        assertThat(ledger.deliveries.retryUncertain(ledger.now)).isEqualTo(2);
        assertThat(ledger.deliveries.counts()).isEqualTo(new Counts(0, 0, 0, 0, 4));
        assertThat(ledger.deliveries.messages(1)).isEmpty();
        List<Claim> again = ledger.claim(10);
        assertThat(again).extracting(c -> c.delivery().id()).containsExactly(1L, 2L);
        assertThat(again.get(0).delivery().manifest())
                .as("its posts count as read")
                .isEqualTo("{}");
        assertThat(again.get(0).delivery().uncertain()).isEqualTo(1);
        ledger.deliveries.sending(again.get(0), 0, ledger.now);
        ledger.deliveries.acceptedLast(again.get(0), 0, "1", ledger.now);
        ledger.deliveries.skipped(again.get(1), Skip.EXPIRED, ledger.now);
        assertThat(ledger.row(again.get(1)).manifest())
                .as("can be tried once more")
                .isEqualTo("{}");
        assertThat(ledger.find("telegram:1").cursor()).isEqualTo(42);
        ledger.at("2026-11-22T07:30:00Z").plan();
        assertThat(ledger.deliveries.retry(2, ledger.now)).isTrue();
        assertThat(ledger.row(again.get(1)).skip()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void aRetriedDigestThatMayHaveArrivedIsNotSupersededNorSkippedByAPause(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        ledger.add("telegram:1");
        ledger.at("2026-11-20T07:30:00Z").plan();
        Claim claim = ledger.claimOne();
        ledger.deliveries.freeze(claim, 42, 3, "{}");
        ledger.deliveries.sending(claim, 0, ledger.now);
        ledger.deliveries.uncertain(claim, 0, "reset", ledger.now, false);
        ledger.deliveries.retryUncertain(ledger.now);
        ledger.at("2026-11-21T07:30:00Z").plan();
        ledger.rules().pause(CHAT, ledger.now.plus(Duration.ofDays(1)));
        assertThat(ledger.rows())
                .extracting(Delivery::status)
                .containsExactly(DeliveryStatus.PENDING, DeliveryStatus.SKIPPED);
    }

    @ParameterizedTest
    @EnumSource
    void everyFailedRowOfManyIsTriedAgain(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        ledger.add("telegram:1");
        ledger.db.change(h -> {
            h.execute(
                    """
                    INSERT INTO subscription
                    WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 1100)
                    SELECT i, 'r' || i, 'telegram:' || i, 'telegram:' || i, channel, status, status_reason, confirmed,
                           admitted, timetable_id, first_due, tags, mute, keywords, lang, length, quiet, created,
                           paused_until, cursor_number, start_number, floor_date, shared, i
                    FROM subscription, n WHERE id = 1
                    """);
        });
        ledger.at("2026-11-20T07:30:00Z").plan();
        ledger.db.change(h -> h.execute("UPDATE delivery SET status = 'failed', waits_until = NULL"));
        assertThat(ledger.deliveries.retryFailed(ledger.now)).isEqualTo(1100);
        assertThat(ledger.deliveries.retryFailed(ledger.now)).isZero();
    }
}
