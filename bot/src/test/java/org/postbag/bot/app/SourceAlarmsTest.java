package org.postbag.bot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.bot.TestBot;
import org.postbag.bot.TestClock;
import org.postbag.bot.telegram.TelegramDouble;
import org.postbag.bot.telegram.TelegramDouble.Fault;
import org.postbag.posts.collect.http.WebStub;
import org.postbag.posts.store.TestDatabases.Engine;

/** What the operator hears of sources that stay broken, on Telegram. */
class SourceAlarmsTest {
    private static final WebStub.Handler FEED = WebStub.page(
            "application/rss+xml",
            "<rss version='2.0'><channel><title>F</title></channel></rss>".getBytes(StandardCharsets.UTF_8));

    private WebStub web;
    private TelegramDouble telegram;

    @BeforeEach
    void start() throws IOException {
        web = new WebStub().on("/a.xml", FEED).on("/b.xml", FEED);
        telegram = new TelegramDouble();
    }

    @AfterEach
    void stop() throws IOException {
        web.close();
        telegram.close();
        assertThat(telegram.violations()).isEmpty();
    }

    private TestBot bot(Engine engine, String more) {
        return new TestBot(
                engine,
                new TestClock("2026-11-20T00:00:00Z"),
                "http: { allow-private: true }\ntelegram: { token: \"%s\", api: \"%s\", rate: 0, admins: [7, 8] }\n%s"
                        .formatted(TelegramDouble.TOKEN, telegram.address(), more),
                "{ id: a, feed: \"%s\" }".formatted(web.at("/a.xml")),
                "{ id: b, feed: \"%s\" }".formatted(web.at("/b.xml")));
    }

    /** One pass, and the look at it that {@code serve} takes. */
    private static void pass(TestBot bot) {
        bot.collect();
        bot.clock().advance(Duration.ofMinutes(10));
        check(bot);
    }

    private static void check(TestBot bot) {
        check(bot, new SourceAlarms(bot.application()));
    }

    private static void check(TestBot bot, SourceAlarms alarms) {
        alarms.check(bot.application().sources());
        bot.application().operating.notes.send();
    }

    private List<String> heard(long admin) {
        return telegram.messages(admin).stream()
                .map(call -> call.path("text").asText())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("after five failures every operator is told once, after a restart not again, and once when it is over")
    void fiveFailures(Engine engine) {
        try (TestBot bot = bot(engine, "")) {
            pass(bot);
            web.on("/a.xml", WebStub.status(500));
            for (int i = 0; i < 4; i++) pass(bot);
            assertThat(heard(7)).isEmpty();
            pass(bot);
            assertThat(heard(7)).hasSize(1);
            assertThat(heard(7).get(0)).contains("来源 a", "5 次", "2026-11-20 08:00", "HTTP 500");
            assertThat(heard(8)).isEqualTo(heard(7));
            pass(bot);
            bot.restart();
            pass(bot);
            assertThat(heard(7)).hasSize(1);
            web.on("/a.xml", FEED);
            pass(bot);
            pass(bot);
            assertThat(heard(7)).hasSize(2);
            assertThat(heard(7).get(1)).contains("来源 a").contains("恢复");
            web.on("/a.xml", WebStub.status(500));
            for (int i = 0; i < 5; i++) pass(bot);
            assertThat(heard(7)).as("new trouble is told again").hasSize(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "a source that has ended is told at once, one that has not been read for a day at its second failure, both together")
    void endedAndStale(Engine engine) {
        try (TestBot bot = bot(engine, "lang: en")) {
            pass(bot);
            web.on("/b.xml", WebStub.status(404));
            bot.clock().advance(Duration.ofDays(1));
            bot.collect();
            check(bot);
            assertThat(heard(7)).as("one failure says little").isEmpty();
            web.on("/a.xml", WebStub.status(410));
            pass(bot);
            assertThat(heard(7)).hasSize(1);
            assertThat(heard(7).get(0))
                    .contains("Source a has ended", "410")
                    .contains("Source b cannot be read", "2 times in a row", "404");
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.INCLUDE, names = "SQLITE")
    @DisplayName("what Telegram does not take now is told a minute later, by the same process")
    void telegramDown(Engine engine) {
        try (TestBot bot = bot(engine, "")) {
            web.on("/a.xml", WebStub.status(410));
            bot.collect();
            SourceAlarms alarms = new SourceAlarms(bot.application());
            telegram.next(Fault.BAD_GATEWAY);
            check(bot, alarms);
            check(bot, alarms);
            assertThat(heard(7)).isEmpty();
            bot.clock().advance(Duration.ofSeconds(61));
            check(bot, alarms);
            assertThat(heard(7)).hasSize(1);
            assertThat(heard(8)).hasSize(1);
        }
    }
}
