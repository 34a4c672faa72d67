package org.postbag.subscriptions.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.Address;

class HistoryTest {

    private static final Address CHAT = Address.parse("telegram:1");
    private static final Address OTHER = Address.parse("telegram:2");

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

    private static List<Long> ids(List<Delivery> rows) {
        return rows.stream().map(Delivery::id).toList();
    }

    @ParameterizedTest
    @EnumSource
    void isListedNewestFirstByStatusAndAddressPageByPage(Engine engine) {
        DeliveryStore deliveries = threeDays(engine).deliveries;
        DeliveryQuery all = DeliveryQuery.all();
        assertThat(ids(deliveries.list(all))).containsExactly(6L, 5L, 4L, 3L, 2L, 1L);
        assertThat(ids(deliveries.list(all.withLimit(2)))).containsExactly(6L, 5L);
        assertThat(ids(deliveries.list(all.withLimit(2).withBefore(5L)))).containsExactly(4L, 3L);
        assertThat(ids(deliveries.list(all.withStatus(DeliveryStatus.SENT)))).containsExactly(2L, 1L);
        assertThat(ids(deliveries.list(all.withStatus(DeliveryStatus.FAILED)))).containsExactly(4L, 3L);
        assertThat(ids(deliveries.list(all.withStatus(DeliveryStatus.PENDING)))).containsExactly(6L, 5L);
        assertThat(ids(deliveries.list(all.withStatus(DeliveryStatus.CLAIMED)))).isEmpty();
        assertThat(ids(deliveries.list(all.withAddress(OTHER)))).containsExactly(6L, 4L, 2L);
        assertThat(ids(deliveries.list(
                        all.withAddress(OTHER).withStatus(DeliveryStatus.SENT).withBefore(9L))))
                .containsExactly(2L);
        assertThat(deliveries.list(all.withAddress(Address.parse("telegram:3"))))
                .isEmpty();
        assertThat(deliveries.find(4).orElseThrow())
                .isEqualTo(deliveries.list(all).get(2));
        assertThat(deliveries.find(7)).isEmpty();
    }

    @Test
    void aListHasALimit() {
        assertThatThrownBy(() -> DeliveryQuery.all().withLimit(0)).hasMessage("limit must be at least 1, but was 0");
        assertThat(DeliveryQuery.all().limit()).isEqualTo(1000);
    }

    @ParameterizedTest
    @EnumSource
    void aReplyFindsItsDigestByTheMessageAsLongAsItsNumbersHold(Engine engine) {
        DeliveryStore deliveries = threeDays(engine).deliveries;
        Instant accepted = Instant.parse("2026-11-20T07:30:00Z");
        Delivery found = deliveries.byMessage(CHAT, "1-20", accepted).orElseThrow();
        assertThat(found.id()).isEqualTo(1);
        assertThat(found.manifest()).isEqualTo("{20}");
        assertThat(found.messageIds()).containsExactly("1-20");
        assertThat(deliveries.byMessage(CHAT, "1-20", accepted.plusMillis(1))).isEmpty();
        assertThat(deliveries.byMessage(OTHER, "1-20", accepted))
                .as("ids are a chat's own")
                .isEmpty();
        assertThat(deliveries.byMessage(OTHER, "2-21", accepted).orElseThrow().id())
                .isEqualTo(4);
        assertThat(deliveries.byMessage(CHAT, "9", Instant.EPOCH)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theLatestDigestIsTheNewestThatAtLeastBegan(Engine engine) {
        TestLedger ledger = threeDays(engine);
        assertThat(ledger.deliveries.latest(CHAT).orElseThrow().id()).isEqualTo(3);
        assertThat(ledger.deliveries.latest(Address.parse("telegram:9"))).isEmpty();
        ledger.add("telegram:9");
        assertThat(ledger.deliveries.latest(Address.parse("telegram:9"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void countsHoldAfterPruning(Engine engine) {
        TestLedger ledger = threeDays(engine);
        assertThat(ledger.deliveries.counts()).isEqualTo(new Counts(2, 2, 0, 0, 2));
        assertThat(ledger.deliveries.counts().due()).isEqualTo(6);
        assertThat(ledger.deliveries.prune(Instant.parse("2026-11-20T07:30:00Z"), 100))
                .isZero();
        assertThat(ledger.deliveries.prune(Instant.parse("2026-11-21T07:30:00Z"), 1))
                .isEqualTo(1);
        assertThat(ids(ledger.rows())).containsExactly(2L, 3L, 4L, 5L, 6L);
        assertThat(ledger.deliveries.prune(Instant.parse("2026-12-21T07:30:00Z"), 100))
                .isEqualTo(3);
        assertThat(ids(ledger.rows())).as("open rows stay").containsExactly(5L, 6L);
        assertThat(ledger.count("SELECT COUNT(*) FROM delivery_message")).isZero();
        assertThat(ledger.deliveries.counts()).isEqualTo(new Counts(2, 2, 0, 0, 2));
        assertThat(ledger.deliveries.prune(Instant.parse("2026-12-21T07:30:00Z"), 100))
                .isZero();
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsCountedWhereNothingWasDue(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        assertThat(ledger.deliveries.counts()).isEqualTo(Counts.NONE);
        assertThat(ledger.deliveries.countsByChannel()).isEmpty();
    }
}
