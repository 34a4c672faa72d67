package org.postbag.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postbag.bot.TestBot;
import org.postbag.bot.TestClock;
import org.postbag.bot.delivery.Pass;
import org.postbag.bot.telegram.TelegramDouble.Fault;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.Status;
import org.postbag.subscriptions.store.Delivery;
import org.postbag.subscriptions.store.DeliveryQuery;
import org.postbag.subscriptions.store.DeliveryStatus;

/** What becomes of a digest under everything Telegram may answer, over HTTP. */
class TelegramDeliveryTest {
    private static final Address READER = Address.parse("telegram:42");
    private TelegramDouble telegram;
    private TestBot bot;

    @BeforeEach
    void start() throws IOException {
        telegram = new TelegramDouble();
        bot = new TestBot(
                Engine.SQLITE,
                new TestClock("2026-11-20T23:29:00Z"),
                "telegram: { token: \"%s\", api: \"%s\", rate: 0 }"
                        .formatted(TelegramDouble.TOKEN, telegram.address()));
        bot.post("chips", "芯片厂扩产", "科技", "一家芯片厂宣布扩产，明年产能翻倍。当地政府表示欢迎。");
        bot.collect();
        bot.application().subscriptions().add(READER, Change.none(), true);
        bot.clock().advance(Duration.ofMinutes(1));
    }

    @AfterEach
    void stop() {
        bot.close();
        telegram.close();
        assertThat(telegram.violations()).isEmpty();
    }

    private Pass pass() {
        return bot.application().delivery().deliverDue(bot.clock().instant(), null);
    }

    private Delivery delivery() {
        List<Delivery> all = bot.application().ledger().list(DeliveryQuery.all());
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    @Test
    @DisplayName("a digest arrives once, as HTML without a link preview, and its id is kept")
    void arrives() {
        assertThat(pass()).isEqualTo(new Pass(1, 0, 0, 0, 0));
        assertThat(pass().due()).isZero();
        List<JsonNode> got = telegram.messages(42);
        assertThat(got).hasSize(1);
        assertThat(got.get(0).path("text").asText()).contains("芯片厂扩产").contains("科技");
        assertThat(got.get(0).path("link_preview_options").path("is_disabled").asBoolean())
                .isTrue();
        assertThat(delivery().messageIds()).containsExactly("1");
        assertThat(delivery().status()).isEqualTo(DeliveryStatus.SENT);
    }

    @Test
    @DisplayName("429 waits for as long as Telegram says and counts as no attempt")
    void tooMany() {
        telegram.next(Fault.TOO_MANY);
        assertThat(pass()).isEqualTo(new Pass(0, 0, 0, 0, 1));
        assertThat(delivery().attempts()).isZero();
        bot.clock().advance(Duration.ofSeconds(6));
        assertThat(pass()).as("still waiting").isEqualTo(new Pass(0, 0, 0, 0, 1));
        bot.clock().advance(Duration.ofSeconds(2));
        assertThat(pass()).isEqualTo(new Pass(1, 0, 0, 0, 0));
        assertThat(telegram.messages(42)).hasSize(1);
    }

    @Test
    @DisplayName("a gateway's error page and a server error are tried again after a minute, then two")
    void serverErrors() {
        telegram.next(Fault.BAD_GATEWAY, Fault.SERVER_ERROR);
        assertThat(pass().pending()).isEqualTo(1);
        bot.clock().advance(Duration.ofSeconds(61));
        assertThat(pass().pending()).isEqualTo(1);
        bot.clock().advance(Duration.ofSeconds(61));
        assertThat(pass().pending()).as("the second wait is two minutes").isEqualTo(1);
        bot.clock().advance(Duration.ofSeconds(61));
        assertThat(pass()).isEqualTo(new Pass(1, 0, 0, 0, 0));
        assertThat(delivery().attempts()).isEqualTo(3);
    }

    @Test
    @DisplayName("after five attempts a delivery has failed, and its posts come with the next digest")
    void fails() {
        telegram.next(
                Fault.SERVER_ERROR, Fault.SERVER_ERROR, Fault.SERVER_ERROR, Fault.SERVER_ERROR, Fault.SERVER_ERROR);
        for (int i = 0; i < 5; i++) {
            pass();
            bot.clock().advance(Duration.ofHours(1));
        }
        assertThat(delivery().status()).isEqualTo(DeliveryStatus.FAILED);
        assertThat(delivery().error()).contains("500");
        bot.clock().advance(Duration.ofDays(1));
        assertThat(pass().sent()).isEqualTo(1);
        assertThat(telegram.messages(42).get(0).path("text").asText()).contains("芯片厂扩产");
    }

    @Test
    @DisplayName("a connection that dies after the message was taken is uncertain and not sent again")
    void uncertain() {
        telegram.next(Fault.CUT_AFTER);
        assertThat(pass()).isEqualTo(new Pass(0, 0, 0, 1, 0));
        bot.clock().advance(Duration.ofHours(2));
        assertThat(pass().due()).isZero();
        assertThat(telegram.messages(42)).hasSize(1);
        assertThat(delivery().uncertain()).isEqualTo(1);
        bot.clock().advance(Duration.ofDays(1));
        assertThat(pass().sent())
                .as("the posts of the uncertain digest are not repeated")
                .isZero();
    }

    @Test
    @DisplayName("the operator may have an uncertain one sent again; the count stays")
    void uncertainRetried() {
        telegram.next(Fault.CUT_AFTER);
        pass();
        assertThat(bot.application().ledger().retryUncertain(bot.clock().instant()))
                .isEqualTo(1);
        assertThat(pass().sent()).isEqualTo(1);
        assertThat(telegram.messages(42)).hasSize(2);
        assertThat(delivery().uncertain()).isEqualTo(1);
        assertThat(delivery().status()).isEqualTo(DeliveryStatus.SENT);
    }

    @Test
    @DisplayName("who blocked the bot is gone, and comes back with a fresh start")
    void blocked() {
        telegram.block(42);
        assertThat(pass()).isEqualTo(new Pass(0, 0, 1, 0, 0));
        assertThat(bot.application().subscriptions().find(READER).orElseThrow().status())
                .isEqualTo(Status.GONE);
        bot.clock().advance(Duration.ofDays(1));
        assertThat(pass().due()).isZero();
        bot.application().subscriptions().join(READER, Change.none());
        assertThat(bot.application().subscriptions().find(READER).orElseThrow().status())
                .isEqualTo(Status.ACTIVE);
    }

    @Test
    @DisplayName("a group that became a supergroup gets its digest there, settings and all")
    void migration() {
        Address group = Address.parse("telegram:-7");
        Address supergroup = Address.parse("telegram:-1007");
        bot.application().subscriptions().add(group, Change.none().withTags(java.util.Set.of("科技")), true);
        bot.clock().advance(Duration.ofDays(1));
        bot.post("rail", "地铁新线通车", "科技", "新地铁线路今天通车。全程二十公里。");
        bot.collect();
        telegram.migrate(-7, -1007);
        assertThat(pass().sent()).isEqualTo(2);
        assertThat(telegram.messages(-1007)).isNotEmpty();
        assertThat(telegram.messages(-7)).isEmpty();
        assertThat(bot.application().subscriptions().find(group)).isEmpty();
        assertThat(bot.application()
                        .subscriptions()
                        .find(supergroup)
                        .orElseThrow()
                        .settings()
                        .selection()
                        .tags())
                .containsExactly("科技");
    }

    @Test
    @DisplayName("formatting that Telegram refuses is sent as plain text instead")
    void plainText() {
        telegram.next(Fault.ENTITIES);
        assertThat(pass().sent()).isEqualTo(1);
        JsonNode got = telegram.messages(42).get(0);
        assertThat(got.has("parse_mode")).isFalse();
        assertThat(got.path("text").asText()).contains("芯片厂扩产").doesNotContain("<b>");
    }

    @Test
    @DisplayName("in quiet hours a digest arrives silently")
    void quiet() {
        bot.application()
                .subscriptions()
                .set(
                        READER,
                        Change.none()
                                .withQuiet(
                                        java.util.Optional.of(org.postbag.subscriptions.Quiet.parse("07:00-08:00"))));
        pass();
        assertThat(telegram.messages(42).get(0).path("disable_notification").asBoolean())
                .isTrue();
    }

    @Test
    @DisplayName("one reader's trouble holds up nobody else")
    void othersGoOn() {
        for (int chat = 100; chat < 120; chat++)
            bot.application().subscriptions().add(Address.parse("telegram:" + chat), Change.none(), true);
        bot.clock().advance(Duration.ofDays(1));
        bot.post("rail", "地铁新线通车", "城市", "新地铁线路今天通车。全程二十公里。");
        bot.collect();
        telegram.block(105);
        telegram.next(Fault.TOO_MANY, Fault.SERVER_ERROR);
        Pass pass = pass();
        assertThat(pass.sent()).isEqualTo(18);
        assertThat(pass.skipped()).isEqualTo(1);
        assertThat(pass.pending()).isEqualTo(2);
    }
}
