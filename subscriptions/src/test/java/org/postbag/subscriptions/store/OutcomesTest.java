package org.postbag.subscriptions.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.posts.store.TestDatabases.Engine;

/** What the holder of a claim reports, and what the ledger makes of it. */
class OutcomesTest {

    private static final Instant DUE = Instant.parse("2026-11-20T07:30:00Z");

    private static TestLedger due(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        ledger.add("telegram:1");
        ledger.at("2026-11-20T07:30:00Z").plan();
        return ledger;
    }

    @ParameterizedTest
    @EnumSource
    void aDigestOfTwoMessagesIsSentAndMovesTheCursor(Engine engine) {
        TestLedger ledger = due(engine);
        DeliveryStore deliveries = ledger.deliveries;
        Claim claim = ledger.claimOne();
        assertThat(deliveries.freeze(claim, 42, 7, "{\"v\":1}")).isTrue();
        assertThat(deliveries.sending(claim, 0, DUE)).isTrue();
        assertThat(deliveries.accepted(claim, 0, "900", DUE)).isTrue();
        assertThat(deliveries.sending(claim, 1, DUE)).isTrue();
        assertThat(deliveries.accepted(claim, 1, "901", DUE.plusSeconds(1))).isTrue();
        assertThat(ledger.find("telegram:1").cursor()).isZero();
        assertThat(deliveries.sent(claim, DUE.plusSeconds(2))).isTrue();

        Delivery row = ledger.row(claim);
        assertThat(row.status()).isEqualTo(DeliveryStatus.SENT);
        assertThat(row.address()).hasToString("telegram:1");
        assertThat(row.due()).isEqualTo(DUE);
        assertThat(row.sentAt()).isEqualTo(DUE.plusSeconds(2));
        assertThat(row.attempts()).isEqualTo(1);
        assertThat(row.uncertain()).isZero();
        assertThat(row.posts()).isEqualTo(7);
        assertThat(row.upper()).isEqualTo(42);
        assertThat(row.manifest()).isEqualTo("{\"v\":1}");
        assertThat(row.messageIds()).containsExactly("900", "901");
        assertThat(row.error()).isNull();
        assertThat(row.nextTry()).isNull();
        assertThat(ledger.find("telegram:1").cursor()).isEqualTo(42);
        assertThat(deliveries.counts()).isEqualTo(new Counts(1, 0, 0, 0, 0));
        assertThat(deliveries.messages(row.id()))
                .containsExactly(
                        new Message(0, Message.State.ACCEPTED, "900", DUE),
                        new Message(1, Message.State.ACCEPTED, "901", DUE.plusSeconds(1)));
        assertThat(ledger.claim(10)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theLastMessageAndTheDigestAreDoneInOneStep(Engine engine) {
        TestLedger ledger = due(engine);
        Claim claim = ledger.claimOne();
        ledger.deliveries.freeze(claim, 5, 1, "{}");
        ledger.deliveries.sending(claim, 0, DUE);
        assertThat(ledger.deliveries.acceptedLast(claim, 0, "7", DUE)).isTrue();
        assertThat(ledger.row(claim).status()).isEqualTo(DeliveryStatus.SENT);
        assertThat(ledger.row(claim).messageIds()).containsExactly("7");
        assertThat(ledger.find("telegram:1").cursor()).isEqualTo(5);
        assertThat(ledger.deliveries.acceptedLast(claim, 0, "8", DUE)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aDigestWithoutAnAnswerIsHeldAndItsPostsCountAsRead(Engine engine) {
        TestLedger ledger = due(engine);
        Claim claim = ledger.claimOne();
        ledger.deliveries.freeze(claim, 42, 7, "{}");
        ledger.deliveries.sending(claim, 0, DUE);
        assertThat(ledger.deliveries.uncertain(claim, 0, "connection reset", DUE.plusSeconds(3), false))
                .isTrue();

        Delivery row = ledger.row(claim);
        assertThat(row.status()).isEqualTo(DeliveryStatus.UNCERTAIN);
        assertThat(row.uncertain()).isEqualTo(1);
        assertThat(row.attempts()).isEqualTo(1);
        assertThat(row.error()).isEqualTo("connection reset");
        assertThat(row.sentAt()).isNull();
        assertThat(row.messageIds()).isEmpty();
        assertThat(ledger.deliveries.messages(row.id()))
                .containsExactly(new Message(0, Message.State.SENDING, null, DUE));
        assertThat(ledger.find("telegram:1").cursor()).isEqualTo(42);
        assertThat(ledger.deliveries.counts()).isEqualTo(new Counts(0, 0, 0, 1, 0));
        assertThat(ledger.claim(10)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whereAResendIsHarmlessTheDoubtIsCountedAndTheSameContentSentAgain(Engine engine) {
        TestLedger ledger = due(engine);
        Claim claim = ledger.claimOne();
        ledger.deliveries.freeze(claim, 42, 7, "{}");
        ledger.deliveries.sending(claim, 0, DUE);
        assertThat(ledger.deliveries.uncertain(claim, 0, "timeout", DUE.plusSeconds(60), true))
                .isTrue();
        Delivery row = ledger.row(claim);
        assertThat(row.status()).isEqualTo(DeliveryStatus.PENDING);
        assertThat(row.uncertain()).isEqualTo(1);
        assertThat(row.attempts()).isEqualTo(1);
        assertThat(row.error()).isEqualTo("timeout");
        assertThat(row.nextTry()).isEqualTo(DUE.plusSeconds(60));
        assertThat(ledger.deliveries.messages(row.id())).isEmpty();
        assertThat(ledger.find("telegram:1").cursor()).isZero();

        ledger.at("2026-11-20T07:31:00Z");
        Claim again = ledger.claimOne();
        assertThat(again.delivery().manifest()).isEqualTo("{}");
        assertThatThrownBy(() -> ledger.deliveries.freeze(again, 50, 8, "{other}"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot change");
        ledger.deliveries.sending(again, 0, ledger.now);
        assertThat(ledger.deliveries.acceptedLast(again, 0, "m", ledger.now)).isTrue();
        assertThat(ledger.row(again).uncertain()).as("stays after the success").isEqualTo(1);
        assertThat(ledger.row(again).attempts()).isEqualTo(2);
        assertThat(ledger.row(again).error()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void aRetryWaitsAndGoesOnAtTheFirstMessageNotAccepted(Engine engine) {
        TestLedger ledger = due(engine);
        Claim claim = ledger.claimOne();
        ledger.deliveries.freeze(claim, 42, 7, "{}");
        ledger.deliveries.sending(claim, 0, DUE);
        ledger.deliveries.accepted(claim, 0, "900", DUE);
        ledger.deliveries.sending(claim, 1, DUE);
        assertThat(ledger.deliveries.retry(claim, DUE.plusSeconds(60), "429 Too Many Requests", true))
                .isTrue();
        Delivery row = ledger.row(claim);
        assertThat(row.status()).isEqualTo(DeliveryStatus.PENDING);
        assertThat(row.attempts()).isEqualTo(1);
        assertThat(row.uncertain()).isZero();
        assertThat(row.error()).isEqualTo("429 Too Many Requests");
        assertThat(row.nextTry()).isEqualTo(DUE.plusSeconds(60));
        assertThat(ledger.deliveries.messages(row.id()))
                .containsExactly(new Message(0, Message.State.ACCEPTED, "900", DUE));
        assertThat(ledger.deliveries.counts()).isEqualTo(new Counts(0, 0, 0, 0, 1));

        ledger.at("2026-11-20T07:30:59.999Z");
        assertThat(ledger.claim(10)).isEmpty();
        ledger.at("2026-11-20T07:31:00Z");
        Claim again = ledger.claimOne();
        assertThat(again.delivery().messageIds()).containsExactly("900");
        assertThat(ledger.deliveries.sending(again, 1, ledger.now)).isTrue();
        assertThat(ledger.deliveries.retry(again, ledger.now, "no connection", false))
                .isTrue();
        assertThat(ledger.row(again).attempts()).as("did not reach the outside").isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aFailedDigestLeavesItsPostsToTheNext(Engine engine) {
        TestLedger ledger = due(engine);
        Claim claim = ledger.claimOne();
        ledger.deliveries.freeze(claim, 42, 7, "{}");
        ledger.deliveries.sending(claim, 0, DUE);
        assertThat(ledger.deliveries.failed(claim, "400 Bad Request", DUE)).isTrue();
        assertThat(ledger.row(claim).status()).isEqualTo(DeliveryStatus.FAILED);
        assertThat(ledger.row(claim).attempts()).isEqualTo(1);
        assertThat(ledger.row(claim).error()).isEqualTo("400 Bad Request");
        assertThat(ledger.row(claim).sentAt()).isNull();
        assertThat(ledger.deliveries.messages(claim.delivery().id())).isEmpty();
        assertThat(ledger.find("telegram:1").cursor()).isZero();
        assertThat(ledger.deliveries.counts()).isEqualTo(new Counts(0, 1, 0, 0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void aFailureBeforeAnythingWasSentIsNoAttempt(Engine engine) {
        TestLedger ledger = due(engine);
        Claim claim = ledger.claimOne();
        assertThat(ledger.deliveries.failed(claim, "template is broken", DUE)).isTrue();
        assertThat(ledger.row(claim).attempts()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aLongProblemIsCutButNotInsideACharacter(Engine engine) {
        TestLedger ledger = due(engine);
        Claim claim = ledger.claimOne();
        ledger.deliveries.failed(claim, "😀".repeat(1001), DUE);
        assertThat(ledger.row(claim).error()).isEqualTo("😀".repeat(1000));
    }

    @ParameterizedTest
    @EnumSource
    void aSkippedDigestDropsItsContentAndSaysWhy(Engine engine) {
        TestLedger ledger = due(engine);
        Claim claim = ledger.claimOne();
        ledger.deliveries.freeze(claim, 42, 7, "{}");
        assertThat(ledger.deliveries.skipped(claim, Skip.EXPIRED, DUE)).isTrue();
        Delivery row = ledger.row(claim);
        assertThat(row.status()).isEqualTo(DeliveryStatus.SKIPPED);
        assertThat(row.skip()).isEqualTo(Skip.EXPIRED);
        assertThat(row.error()).isEqualTo("expired");
        assertThat(row.manifest()).isNull();
        assertThat(row.posts()).isZero();
        assertThat(row.upper()).isZero();
        assertThat(row.attempts()).isZero();
        assertThat(ledger.find("telegram:1").cursor()).isZero();
        assertThat(ledger.deliveries.counts()).isEqualTo(new Counts(0, 0, 1, 0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void aDigestSkippedHalfWayKeepsWhatWasSent(Engine engine) {
        TestLedger ledger = due(engine);
        Claim claim = ledger.claimOne();
        ledger.deliveries.freeze(claim, 42, 7, "{}");
        ledger.deliveries.sending(claim, 0, DUE);
        ledger.deliveries.accepted(claim, 0, "900", DUE);
        ledger.deliveries.skipped(claim, Skip.GONE, DUE);
        Delivery row = ledger.row(claim);
        assertThat(row.manifest()).isEqualTo("{}");
        assertThat(row.posts()).isEqualTo(7);
        assertThat(row.upper()).isEqualTo(42);
        assertThat(row.messageIds()).containsExactly("900");
    }
}
