package org.postbag.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.bot.Serving;
import org.postbag.bot.TestBot;
import org.postbag.bot.TestClock;
import org.postbag.bot.delivery.Pass;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.store.Delivery;
import org.postbag.subscriptions.store.DeliveryQuery;
import org.postbag.subscriptions.store.DeliveryStatus;

/**
 * Telegram misbehaves at every fifth message (too many requests, a gateway's page, silence, a connection cut before or
 * after the message was taken), and the process is killed again and again while it sends.
 */
class KilledTest {
    private static final int CHATS = 120;
    private static final int KILLS = 4;
    private static final long SEED = 20261122;

    @ParameterizedTest
    @EnumSource
    @DisplayName("every chat gets its digest, none gets it twice, and what may have arrived is listed as uncertain")
    void killed(Engine engine) throws IOException, InterruptedException {
        TestClock clock = new TestClock("2026-11-20T22:00:00Z");
        try (TelegramDouble telegram = new TelegramDouble();
                TestBot bot = new TestBot(
                        engine,
                        clock,
                        """
                        telegram: { token: "%s", api: "%s", rate: 60 }
                        http: { timeout: 1s }
                        delivery: { lease: 2s, attempts: 20 }
                        """
                                .formatted(TelegramDouble.TOKEN, telegram.address()))) {
            bot.post("chips", "芯片厂扩产", "科技", "一家芯片厂宣布扩产，明年产能翻倍。");
            bot.collect();
            for (int chat = 1; chat <= CHATS; chat++)
                bot.application().subscriptions().add(Address.parse("telegram:" + chat), Change.none(), true);
            bot.stop();
            clock.advance(Duration.ofHours(2));
            telegram.chaos(SEED, 5);
            Random random = new Random(SEED);
            for (int kill = 1; kill <= KILLS; kill++) {
                // The dead process's claims are over when the next begins.
                clock.advance(Duration.ofMinutes(1));
                int more = arrived(telegram) + 1 + random.nextInt(10);
                try (Serving serving = Serving.start(bot.configuration(), clock.instant())) {
                    telegram.await(Duration.ofSeconds(30), t -> arrived(t) >= more);
                    serving.kill();
                }
            }
            bot.restart();
            finish(bot, clock);
            check(telegram, bot);
        }
    }

    private static int arrived(TelegramDouble telegram) {
        return telegram.messagesPerChat().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /**
     * Passes until nothing waits any more, each a while after the one before, so that nothing backs off. Telegram's own
     * "retry after" is real time, and passes are quicker than that.
     */
    private static void finish(TestBot bot, TestClock clock) {
        long patience = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        Pass pass;
        int passes = 0;
        do {
            if (++passes < 20) clock.advance(Duration.ofMinutes(30));
            pass = bot.application().delivery().deliverDue(clock.instant(), null);
        } while (pass.pending() > 0 && System.nanoTime() < patience);
        assertThat(pass.pending()).isZero();
    }

    private static void check(TelegramDouble telegram, TestBot bot) {
        Map<Long, Integer> arrived = telegram.messagesPerChat();
        List<Delivery> ledger = bot.application().ledger().list(DeliveryQuery.all());
        assertThat(ledger).hasSize(CHATS);
        for (Delivery delivery : ledger) {
            long chat = ((org.postbag.subscriptions.TelegramAddress) delivery.address()).chatId();
            int copies = arrived.getOrDefault(chat, 0);
            assertThat(delivery.status()).isIn(DeliveryStatus.SENT, DeliveryStatus.UNCERTAIN);
            if (delivery.status() == DeliveryStatus.SENT)
                assertThat(copies).as("chat %d", chat).isEqualTo(1);
            else assertThat(copies).as("chat %d, uncertain", chat).isBetween(0, 1);
        }
        long sent =
                ledger.stream().filter(d -> d.status() == DeliveryStatus.SENT).count();
        assertThat(sent).isGreaterThan(CHATS / 2);
        assertThat(telegram.violations()).isEmpty();
        assertThat(telegram.faultsMet()).isNotEmpty();
    }
}
