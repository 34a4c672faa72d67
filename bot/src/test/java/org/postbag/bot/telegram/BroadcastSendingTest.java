package org.postbag.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postbag.bot.telegram.Readership.chat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.bot.TestClock;
import org.postbag.bot.store.Broadcast.Progress;
import org.postbag.bot.store.Broadcast.State;
import org.postbag.bot.store.BroadcastMessages.End;
import org.postbag.bot.telegram.SmallBotApi.Answer;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.Status;

/** Broadcasts over HTTP, whatever Telegram says and whoever dies. */
class BroadcastSendingTest {
    private final TestClock clock = new TestClock("2026-11-20T12:00:00Z");

    @ParameterizedTest
    @EnumSource
    @DisplayName("every chat gets the text as it was written, once, and the end is told once")
    void everybodyOnce(Engine engine) throws IOException {
        try (SmallBotApi telegram = new SmallBotApi();
                Readership readers = new Readership(engine.url(), telegram.address(), clock)) {
            long id = readers.begin(60);
            assertThat(readers.broadcasts.start(id, clock.instant(), () -> java.util.List.of(chat(99))))
                    .as("confirmed again")
                    .isFalse();
            assertThat(readers.sending.sendSome()).isEqualTo(60);
            assertThat(readers.sending.sendSome()).isZero();
            assertThat(telegram.chats())
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.rangeClosed(1, 60).boxed().toList());
            assertThat(telegram.accepted.get(0).path("text").asText()).isEqualTo("Up &amp; running &lt;soon&gt;");
            assertThat(telegram.accepted.get(0).path("parse_mode").asText()).isEqualTo("HTML");
            assertThat(readers.broadcasts.find(id).orElseThrow().state()).isEqualTo(State.DONE);
            assertThat(readers.finished).singleElement().satisfies(done -> assertThat(done.id())
                    .isEqualTo(id));
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("gone, refused, moved, left: each is noted, and nobody else is held up")
    void refusals(Engine engine) throws IOException {
        try (SmallBotApi telegram = new SmallBotApi();
                Readership readers = new Readership(engine.url(), telegram.address(), clock)) {
            telegram.next(2, Answer.no(403, "Forbidden: bot was blocked by the user", ""))
                    .next(3, Answer.no(400, "Bad Request: message is too odd", ""))
                    .next(4, Answer.no(400, "Bad Request: group chat was upgraded", "{\"migrate_to_chat_id\":-1004}"));
            long id = readers.begin(6);
            readers.subscriptions.unsubscribe(chat(5));
            readers.sending.sendSome();
            readers.sending.sendSome();
            assertThat(telegram.chats()).containsExactlyInAnyOrder(1L, 6L, -1004L);
            assertThat(readers.broadcasts.progress(id)).isEqualTo(new Progress(0, 3, 1, 1, 0, 1));
            assertThat(readers.subscriptions.find(chat(2)).orElseThrow().status())
                    .isEqualTo(Status.GONE);
            assertThat(readers.subscriptions.find(chat(4))).isEqualTo(Optional.empty());
            assertThat(readers.finished).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "too many requests: that chat alone waits as long as Telegram said; a fault of Telegram's waits a minute")
    void later(Engine engine) throws IOException {
        try (SmallBotApi telegram = new SmallBotApi();
                Readership readers = new Readership(engine.url(), telegram.address(), clock)) {
            telegram.next(2, Answer.no(429, "Too Many Requests: retry after 30", "{\"retry_after\":30}"))
                    .next(3, Answer.no(500, "Internal Server Error", ""));
            readers.begin(5);
            readers.sending.sendSome();
            assertThat(telegram.chats()).containsExactlyInAnyOrder(1L, 4L, 5L);
            clock.advance(Duration.ofSeconds(29));
            assertThat(readers.sending.sendSome()).isZero();
            clock.advance(Duration.ofSeconds(1));
            assertThat(readers.sending.sendSome()).isEqualTo(1);
            assertThat(readers.finished).isEmpty();
            clock.advance(Duration.ofSeconds(30));
            assertThat(readers.sending.sendSome()).isEqualTo(1);
            assertThat(telegram.chats()).containsExactlyInAnyOrder(1L, 4L, 5L, 2L, 3L);
            assertThat(readers.finished).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("a chat that is held back before anything leaves is no doubtful one, and waits on")
    void held(Engine engine) throws IOException {
        try (SmallBotApi telegram = new SmallBotApi();
                Readership readers = new Readership(engine.url(), telegram.address(), 1000, clock)) {
            telegram.next(2, Answer.no(429, "Too Many Requests: retry after 3600", "{\"retry_after\":3600}"));
            long id = readers.begin(2);
            readers.sending.sendSome();
            // Telegram's hour has passed by this clock only; the rate budget still keeps the chat's messages here.
            clock.advance(Duration.ofHours(1));
            assertThat(readers.sending.sendSome()).isZero();
            assertThat(telegram.requests.get()).isEqualTo(2);
            assertThat(readers.broadcasts.progress(id)).isEqualTo(new Progress(1, 1, 0, 0, 0, 0));
            assertThat(readers.messages.waiting(id, clock.instant(), 10)).isEmpty();
            assertThat(readers.messages.waiting(id, clock.instant().plus(Duration.ofHours(2)), 10))
                    .containsExactly(chat(2));
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("what Telegram takes for a whole day not at all is given up")
    void givenUp(Engine engine) throws IOException {
        try (SmallBotApi telegram = new SmallBotApi();
                Readership readers = new Readership(engine.url(), telegram.address(), clock)) {
            Answer busy = Answer.no(500, "Internal Server Error", "");
            telegram.next(1, busy).next(1, busy);
            long id = readers.begin(1);
            readers.sending.sendSome();
            clock.advance(Duration.ofDays(1));
            readers.sending.sendSome();
            assertThat(readers.broadcasts.progress(id).failed()).isEqualTo(1);
            assertThat(readers.finished).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("a message without an answer is uncertain and never sent again")
    void uncertain(Engine engine) throws IOException {
        try (SmallBotApi telegram = new SmallBotApi();
                Readership readers = new Readership(engine.url(), telegram.address(), clock)) {
            telegram.next(2, Answer.cut());
            long id = readers.begin(3);
            readers.sending.sendSome();
            clock.advance(Duration.ofHours(1));
            readers.sending.recover();
            assertThat(readers.sending.sendSome()).isZero();
            assertThat(telegram.chats()).containsExactlyInAnyOrder(1L, 2L, 3L);
            assertThat(readers.broadcasts.progress(id)).isEqualTo(new Progress(0, 2, 0, 0, 1, 0));
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("while Telegram cannot be reached nothing is lost, and it is not bothered for a minute")
    void away(Engine engine) throws IOException {
        SmallBotApi first = new SmallBotApi();
        int port = first.address().getPort();
        first.close();
        try (Readership readers = new Readership(engine.url(), first.address(), clock)) {
            long id = readers.begin(40);
            assertThat(readers.sending.sendSome()).isBetween(1, 32);
            try (SmallBotApi telegram = new SmallBotApi(port)) {
                assertThat(readers.sending.sendSome()).isZero();
                clock.advance(Duration.ofMinutes(1));
                readers.sending.sendSome();
                assertThat(telegram.chats()).hasSize(40).doesNotHaveDuplicates();
                assertThat(readers.broadcasts.progress(id).sent()).isEqualTo(40);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("a stopped broadcast goes no further")
    void stopped(Engine engine) throws IOException {
        try (SmallBotApi telegram = new SmallBotApi();
                Readership readers = new Readership(engine.url(), telegram.address(), clock)) {
            long id = readers.begin(3);
            readers.broadcasts.stop(id);
            assertThat(readers.sending.sendSome()).isZero();
            assertThat(telegram.accepted).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("an answer that comes after another process has given the message up settles the doubt")
    void lateAnswer(Engine engine) throws IOException {
        try (SmallBotApi telegram = new SmallBotApi();
                Readership readers = new Readership(engine.url(), telegram.address(), clock)) {
            long id = readers.begin(1);
            assertThat(readers.messages.sending(id, chat(1))).isTrue();
            assertThat(readers.messages.sending(id, chat(1)))
                    .as("by somebody else")
                    .isFalse();
            readers.sending.recover();
            assertThat(readers.broadcasts.progress(id).uncertain()).isEqualTo(1);
            readers.messages.settle(id, chat(1), End.SENT);
            assertThat(readers.broadcasts.progress(id).sent()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("processes killed at any moment leave no chat out and write to none twice")
    void killed(Engine engine) throws IOException, InterruptedException {
        int chats = 300;
        String url = engine.url();
        try (SmallBotApi telegram = new SmallBotApi();
                Readership readers = new Readership(url, telegram.address(), Clock.systemUTC())) {
            telegram.pauseMillis = 20;
            long id = readers.begin(chats);
            for (int kill = 1; kill <= 2; kill++) {
                Process process = process(url, telegram);
                telegram.awaitAccepted(kill * chats / 3);
                process.destroyForcibly().waitFor();
            }
            readers.sending.recover();
            while (readers.sending.sendSome() > 0) assertThat(telegram.accepted).hasSizeLessThanOrEqualTo(chats);
            assertThat(telegram.chats()).doesNotHaveDuplicates();
            Progress progress = readers.broadcasts.progress(id);
            assertThat(progress.open()).isZero();
            assertThat(progress.sent() + progress.uncertain()).isEqualTo(chats);
            assertThat(progress.uncertain())
                    .as("two deaths, thirty-two at once")
                    .isLessThanOrEqualTo(64);
            assertThat(new HashSet<>(telegram.chats()).size()).isBetween((int) progress.sent(), chats);
            assertThat(readers.finished).hasSize(1);
        }
    }

    private static Process process(String url, SmallBotApi telegram) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BroadcastProcess.class.getName(),
                        url,
                        telegram.address().toString())
                .redirectErrorStream(true)
                .redirectOutput(new File("target/broadcast-process.log"))
                .start();
    }
}
