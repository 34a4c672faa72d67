package org.postbag.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postbag.bot.telegram.TelegramDouble.Fault;
import org.postbag.bot.telegram.rate.RateGate;
import org.postbag.subscriptions.TelegramAddress;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** One call over HTTP, and what is made of every way it can end. */
class TelegramHttpTest {
    private static SendMessage message(long chat, String html) {
        return DigestMessages.html(new TelegramAddress(chat, null), html);
    }

    private static Reply<Message> call(TelegramDouble telegram, SendMessage message) {
        try (TelegramHttp http =
                new TelegramHttp(TelegramDouble.TOKEN, telegram.address(), new RateGate(0), Duration.ofMillis(300))) {
            return http.call(message);
        }
    }

    @Test
    @DisplayName(
            "no answer after the request has left is unknown, whether the message was taken or not, and never repeated")
    void unanswered() throws IOException {
        for (Fault fault : List.of(Fault.HANG, Fault.CUT_AFTER, Fault.CUT_BEFORE)) {
            try (TelegramDouble telegram = new TelegramDouble().next(fault)) {
                assertThat(call(telegram, message(1, "x"))).as("%s", fault).isInstanceOf(Reply.Unknown.class);
                assertThat(telegram.calls("sendMessage")).as("%s", fault).hasSize(1);
            }
        }
    }

    @Test
    @DisplayName("where nobody listens nothing was sent")
    void notSent() throws IOException {
        URI nobody;
        try (TelegramDouble telegram = new TelegramDouble()) {
            nobody = telegram.address();
        }
        try (TelegramHttp http =
                new TelegramHttp(TelegramDouble.TOKEN, nobody, new RateGate(0), Duration.ofSeconds(1))) {
            assertThat(http.call(message(1, "x"))).isInstanceOf(Reply.NotSent.class);
        }
    }

    @Test
    @DisplayName("refusals come with Telegram's code and words; a gateway's page has code 0 or its own")
    void refusals() throws IOException {
        try (TelegramDouble telegram = new TelegramDouble().next(Fault.TOO_MANY)) {
            Reply<Message> reply = call(telegram, message(1, "x"));
            assertThat(reply).isInstanceOfSatisfying(Reply.No.class, no -> {
                assertThat(no.code()).isEqualTo(429);
                assertThat(no.retryAfter()).isEqualTo(7);
            });
            assertThat(call(telegram, message(1, "<b>never closed")))
                    .isInstanceOfSatisfying(Reply.No.class, no -> assertThat(no.description())
                            .contains("can't parse entities: Can't find end tag corresponding to start tag \"b\""));
            assertThat(call(telegram, message(1, "x".repeat(4097))))
                    .isInstanceOfSatisfying(
                            Reply.No.class, no -> assertThat(no.description()).contains("too long"));
            assertThat(call(telegram, message(1, "<b>x</b>".repeat(101))))
                    .isInstanceOfSatisfying(
                            Reply.No.class, no -> assertThat(no.code()).isEqualTo(400));
            assertThat(call(telegram, message(1, "😀".repeat(2048)))).isInstanceOf(Reply.Ok.class);
        }
        try (TelegramDouble telegram = new TelegramDouble().next(Fault.BAD_GATEWAY)) {
            assertThat(call(telegram, message(1, "x")))
                    .isInstanceOfSatisfying(
                            Reply.No.class, no -> assertThat(no.code()).isNotEqualTo(400));
        }
    }

    @Test
    @DisplayName("at the limit itself, and however many send at once, Telegram never has to refuse a message")
    void rate() throws IOException {
        try (TelegramDouble telegram = new TelegramDouble(new RateWindows(30, 1));
                TelegramHttp http = new TelegramHttp(TelegramDouble.TOKEN, telegram.address(), new RateGate(30))) {
            long start = System.nanoTime();
            long refused = IntStream.rangeClosed(1, 90)
                    .parallel()
                    .mapToObj(chat -> http.call(message(chat, "x")))
                    .filter(reply -> !(reply instanceof Reply.Ok))
                    .count();
            assertThat(refused).isZero();
            assertThat(telegram.tooMany()).isZero();
            assertThat((System.nanoTime() - start) / 1e9).isGreaterThan(1.9);
        }
    }

    @Test
    @DisplayName("a chat gets short bursts and then one message a second")
    void oneChat() throws IOException {
        try (TelegramDouble telegram = new TelegramDouble();
                TelegramHttp http = new TelegramHttp(TelegramDouble.TOKEN, telegram.address(), new RateGate(30))) {
            long start = System.nanoTime();
            for (int i = 0; i < 5; i++) assertThat(http.call(message(1, "x"))).isInstanceOf(Reply.Ok.class);
            assertThat((System.nanoTime() - start) / 1e9).isGreaterThan(1.9);
        }
    }
}
