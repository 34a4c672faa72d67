package org.postbag.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postbag.bot.TestBot;
import org.postbag.bot.TestClock;
import org.postbag.bot.app.Service;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.Settings;

/** Names of topics and words that look like something else, through the settings' buttons. */
class OddNamesTest {
    private static final long ME = 42;

    private TelegramDouble telegram;
    private TestBot bot;
    private Service service;
    private ChatPartner me;

    @BeforeEach
    void start() throws IOException {
        telegram = new TelegramDouble();
        telegram.chats().privateChat(ME, "读者").user(ME, "Reader", "en");
        bot = new TestBot(
                Engine.SQLITE,
                new TestClock("2026-11-20T10:00:00Z"),
                "telegram: { token: \"%s\", api: \"%s\", rate: 0 }"
                        .formatted(TelegramDouble.TOKEN, telegram.address()));
        service = Service.start(bot.application());
        me = new ChatPartner(telegram, ME, ME);
    }

    @AfterEach
    void stop() {
        service.close();
        telegram.close();
        assertThat(telegram.violations()).isEmpty();
    }

    private Settings settings() {
        return bot.application()
                .subscriptions()
                .find(Address.parse("telegram:" + ME))
                .orElseThrow()
                .settings();
    }

    @Test
    @DisplayName("a topic is followed and left again whatever its name looks like, and so is a muted word")
    void oddNames() throws InterruptedException {
        bot.post(
                "odd",
                "Odd",
                "小米（公司）, Ｃ＋＋, p2, 第2页, \"a, b\", /start, 🚀🚀, 全部, everything, \"?\", 台灣, New  York, %s"
                        .formatted("长".repeat(60)),
                "Odd topics.");
        bot.collect();
        Set<String> odd = new LinkedHashSet<>(
                bot.application().posts().search("odd", 1, 0).get(0).post().tags());
        assertThat(odd).hasSizeGreaterThan(10);
        me.say("/start");
        me.say("/settings");
        int menu = me.newest();
        int followed = 0;
        for (String tag : odd) {
            // As the buttons carry it.
            me.say("/settings follow " + tag + " p1");
            assertThat(settings().selection().tags()).as("follow " + tag).hasSize(++followed);
        }
        assertThat(settings().selection().tags()).containsExactlyInAnyOrderElementsOf(odd);
        me.press(menu, "Topics");
        for (int page = 1; page <= 4; page++) {
            for (String label : me.labels(menu))
                if (label.startsWith("✓") && label.contains("(")) me.press(menu, label);
            if (me.labels(menu).contains("▶")) me.press(menu, "▶");
        }
        assertThat(settings().selection().tags()).isEmpty();

        Set<String> muted = new LinkedHashSet<>(List.of("足球（男子）", "world cup", "Ｃ＋＋", "p2", "台灣"));
        bot.application()
                .subscriptions()
                .set(Address.parse("telegram:" + ME), Change.none().withMute(muted));
        me.press(menu, "« Back");
        me.press(menu, "Muted words");
        for (String word : muted) {
            me.press(menu, "✕ " + word);
            assertThat(settings().selection().mute()).as("let through: " + word).doesNotContain(word);
        }
        bot.application()
                .subscriptions()
                .set(Address.parse("telegram:" + ME), Change.none().withMute(muted));
        for (String word : muted) {
            me.say("/unmute " + word);
            assertThat(settings().selection().mute()).as("/unmute " + word).doesNotContain(word);
        }
    }
}
