package org.postbag.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postbag.bot.telegram.TelegramDouble.Fault;

/** Limits, misfortunes, and how much the double itself can carry. */
class DoubleRatesTest {
    private static String message(long chat) {
        return "{\"chat_id\": " + chat + ", \"text\": \"<b>hello</b>\", \"parse_mode\": \"HTML\"}";
    }

    @Test
    @DisplayName("what is over a limit in any second is refused with the seconds to wait, and counted")
    void limits() throws IOException {
        try (TelegramDouble telegram = new TelegramDouble(new RateWindows(5, 2))) {
            BotClient bot = new BotClient(telegram);
            assertThat(bot.refusal("sendMessage", message(1))).isEmpty();
            assertThat(bot.refusal("sendMessage", message(1))).isEmpty();
            JsonNode third = bot.call("sendMessage", message(1));
            assertThat(third.path("error_code").asInt()).isEqualTo(429);
            assertThat(third.path("parameters").path("retry_after").asInt()).isEqualTo(1);
            for (int chat = 2; chat < 5; chat++)
                assertThat(bot.refusal("sendMessage", message(chat))).isEmpty();
            assertThat(bot.refusal("sendMessage", message(5))).isEqualTo("Too Many Requests: retry after 1");
            assertThat(telegram.tooMany()).isEqualTo(2);
            assertThat(telegram.measuredRate().messages()).isEqualTo(5);
            assertThat(telegram.violations()).isEmpty();
        }
    }

    @Test
    @DisplayName("a group gets so many messages in any minute; a private chat is not held to that")
    void groups() throws IOException {
        try (TelegramDouble telegram = new TelegramDouble(new RateWindows(1000, 1000, 20))) {
            BotClient bot = new BotClient(telegram);
            for (int i = 0; i < 20; i++)
                assertThat(bot.refusal("sendMessage", message(-5))).isEmpty();
            int wait = bot.call("sendMessage", message(-5))
                    .path("parameters")
                    .path("retry_after")
                    .asInt();
            assertThat(wait).isBetween(50, 60);
            for (int i = 0; i < 21; i++)
                assertThat(bot.refusal("sendMessage", message(5))).isEmpty();
        }
    }

    @Test
    @DisplayName("edits count like messages only where a test says so")
    void edits() throws IOException {
        try (TelegramDouble telegram = new TelegramDouble(new RateWindows(2, 2).withEdits())) {
            BotClient bot = new BotClient(telegram);
            bot.call("sendMessage", message(1));
            String edit = "{\"chat_id\": 1, \"message_id\": 1, \"text\": \"%s\"}";
            assertThat(bot.refusal("editMessageText", edit.formatted("a"))).isEmpty();
            assertThat(bot.refusal("editMessageText", edit.formatted("b"))).startsWith("Too Many Requests");
            assertThat(telegram.screen().text(1, 1))
                    .as("a refused edit changes nothing")
                    .isEqualTo("a");
        }
    }

    @Test
    @DisplayName("chaos spoils its share, the same for the same seed, and each accepted message is counted once")
    void chaos() throws Exception {
        Deque<Object> runs = new ArrayDeque<>();
        for (int run = 0; run < 2; run++) {
            try (TelegramDouble telegram = new TelegramDouble().chaos(7, 10)) {
                BotClient bot = new BotClient(telegram);
                Deque<CompletableFuture<HttpResponse<String>>> answers = new ArrayDeque<>();
                for (int chat = 1; chat <= 300; chat++) answers.add(bot.later("sendMessage", message(chat)));
                telegram.await(t -> t.calls("sendMessage").size() == 300);
                int spoilt =
                        telegram.faultsMet().values().stream().mapToInt(i -> i).sum();
                assertThat(spoilt).isBetween(15, 50);
                int lost = met(telegram, Fault.TOO_MANY)
                        + met(telegram, Fault.BAD_GATEWAY)
                        + met(telegram, Fault.HANG_BEFORE)
                        + met(telegram, Fault.CUT_BEFORE);
                assertThat(telegram.messagesPerChat()).hasSize(300 - lost).allSatisfy((chat, count) -> assertThat(count)
                        .isEqualTo(1));
                runs.add(telegram.faultsMet());
            }
        }
        assertThat(runs.pop()).isEqualTo(runs.pop());
    }

    private static int met(TelegramDouble telegram, Fault fault) {
        return telegram.faultsMet().getOrDefault(fault, 0);
    }

    @Test
    @DisplayName("a test may have any method refused in words of its own, and slow down the road")
    void ownRefusals() throws IOException {
        try (TelegramDouble telegram = new TelegramDouble()) {
            BotClient bot = new BotClient(telegram);
            telegram.refuseNext("sendPhoto", 400, "Bad Request: failed to get HTTP URL content");
            assertThat(bot.refusal("sendPhoto", "{\"chat_id\": 1, \"photo\": \"https://a.b/c.png\"}"))
                    .isEqualTo("Bad Request: failed to get HTTP URL content");
            telegram.latency(Duration.ofMillis(60), Duration.ofMillis(20));
            long start = System.nanoTime();
            bot.call("sendMessage", message(1));
            assertThat(System.nanoTime() - start).isGreaterThan(60_000_000L);
        }
    }

    @Test
    @DisplayName("it carries 1,000 messages a second beside its client")
    void throughput() throws Exception {
        try (TelegramDouble telegram = new TelegramDouble(new RateWindows(100_000, 100, 100))) {
            BotClient bot = new BotClient(telegram);
            broadcast(bot, 2000);
            int warm = telegram.measuredRate().messages();
            long start = System.nanoTime();
            broadcast(bot, 4000);
            double perSecond = 4000 / ((System.nanoTime() - start) / 1e9);
            System.out.printf(java.util.Locale.ROOT, "the double carried %.0f messages a second%n", perSecond);
            assertThat(telegram.measuredRate().messages()).isEqualTo(warm + 4000);
            assertThat(perSecond).isGreaterThan(1000);
        }
    }

    private static void broadcast(BotClient bot, int messages) throws InterruptedException {
        Semaphore open = new Semaphore(32);
        for (int i = 0; i < messages; i++) {
            open.acquire();
            bot.later("sendMessage", message(1 + i % 3000)).whenComplete((answer, problem) -> open.release());
        }
        open.acquire(32);
    }
}
