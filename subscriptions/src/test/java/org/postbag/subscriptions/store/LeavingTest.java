package org.postbag.subscriptions.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.Status;
import org.postbag.subscriptions.Subscription;

/** What happens to digests and history when somebody pauses, leaves, is removed or erased. */
class LeavingTest {

    private static final Address CHAT = Address.parse("telegram:1");
    private static final Change TECH = Change.none().withTags(Set.of("tech"));

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
}
