package org.postbag.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DayOfWeek;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postbag.bot.TestBot;
import org.postbag.bot.TestClock;
import org.postbag.bot.app.Service;
import org.postbag.posts.ReaderLanguage;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Settings;

/** All settings by buttons in a private chat: one message, edited in place, that tells when the next digest comes. */
class SettingsMenusTest {
    private static final long ME = 42;
    private static final int TAGS = 40;

    private TelegramDouble telegram;
    private TestBot bot;
    private Service service;
    private ChatPartner me;
    private boolean chinese;
    private int menu;

    @BeforeEach
    void start() throws IOException {
        telegram = new TelegramDouble();
        telegram.chats().privateChat(ME, "读者").user(ME, "读者", "zh-hans");
        bot = new TestBot(
                Engine.SQLITE,
                new TestClock("2026-11-20T10:00:00Z"),
                "telegram: { token: \"%s\", api: \"%s\", rate: 0 }"
                        .formatted(TelegramDouble.TOKEN, telegram.address()));
        for (int post = 0; post < TAGS / 4; post++)
            bot.post(
                    "post" + post,
                    "Post " + post,
                    IntStream.range(post * 4, post * 4 + 4)
                            .mapToObj("tag%02d"::formatted)
                            .collect(Collectors.joining(", ")),
                    "Text number " + post + ".");
        bot.collect();
        service = Service.start(bot.application());
        me = new ChatPartner(telegram, ME, ME);
    }

    @AfterEach
    void stop() {
        service.close();
        telegram.close();
        assertThat(telegram.violations()).isEmpty();
    }

    private String in(String zh, String en) {
        return chinese ? zh : en;
    }

    private void open(boolean inChinese) throws InterruptedException {
        chinese = inChinese;
        me.say("/start");
        me.say(in("/lang zh", "/lang en"));
        me.say(in("设置", "/settings"));
        menu = me.newest();
    }

    private Settings settings() {
        return bot.application()
                .subscriptions()
                .find(Address.parse("telegram:" + ME))
                .orElseThrow()
                .settings();
    }

    /** Presses once, and what the button held once more; the menu's text after it. */
    private String press(String label) throws InterruptedException {
        String data = me.data(menu, label);
        int messages = me.count();
        String text = me.pressData(menu, data);
        Settings once = settings();
        List<String> labels = me.labels(menu);
        assertThat(text)
                .as(label)
                .containsAnyOf(
                        in("下一份摘要：", "Next digest: "), in("有新文章就会送到", "New posts come as soon as they are published"));
        assertThat(me.pressData(menu, data)).as(label + ", twice").isEqualTo(text);
        assertThat(settings()).as(label + ", twice").isEqualTo(once);
        assertThat(me.labels(menu)).as(label + ", twice").isEqualTo(labels);
        assertThat(me.count()).as(label + " is answered in place").isEqualTo(messages);
        return text;
    }

    @ParameterizedTest(name = "in Chinese: {0}")
    @ValueSource(booleans = {true, false})
    @DisplayName("topics: forty of them, page by page, each with its number of posts")
    void topics(boolean inChinese) throws InterruptedException {
        open(inChinese);
        press(in("话题", "Topics"));
        assertThat(me.labels(menu)).contains("tag00 (1)", "1/3", "▶").doesNotContain("◀", "tag39 (1)");
        press("▶");
        assertThat(me.labels(menu)).contains("2/3", "◀", "▶").doesNotContain("tag00 (1)");
        press("▶");
        assertThat(me.labels(menu)).contains("3/3", "tag39 (1)").doesNotContain("▶");
        assertThat(press("tag39 (1)")).contains("tag39");
        assertThat(settings().selection().tags()).containsExactly("tag39");
        assertThat(me.labels(menu)).as("still on this page").contains("3/3", "✓ tag39 (1)");
        press("◀");
        press("tag20 (1)");
        assertThat(settings().selection().tags()).containsExactlyInAnyOrder("tag39", "tag20");
        press("✓ tag20 (1)");
        assertThat(settings().selection().tags()).containsExactly("tag39");
        press(in("全部，不挑话题", "Everything"));
        assertThat(settings().selection().tags()).isEmpty();
    }

    @ParameterizedTest(name = "in Chinese: {0}")
    @ValueSource(booleans = {true, false})
    @DisplayName("time: by a button, or by a reply to the question for another one")
    void time(boolean inChinese) throws InterruptedException {
        open(inChinese);
        press(in("时间", "Time"));
        assertThat(press("21:00")).contains("21:00");
        assertThat(settings().timetable().at()).hasToString("21:00");
        assertThat(me.labels(menu)).contains("✓ 21:00");

        int before = me.count();
        me.press(menu, in("别的时间", "Another time"));
        assertThat(me.count()).as("the question is a message of its own").isEqualTo(before + 1);
        JsonNode question = telegram.messages(ME).get(before);
        assertThat(question.path("reply_markup").path("force_reply").asBoolean())
                .isTrue();
        assertThat(me.reply(me.newest(), in("晚上8点一刻", "8:15pm"))).contains("20:15");
        assertThat(settings().timetable().at()).hasToString("20:15");
        assertThat(me.reply(me.newest(), in("随便吧", "whenever"))).isNotBlank();
        assertThat(settings().timetable().at()).hasToString("20:15");
    }

    @ParameterizedTest(name = "in Chinese: {0}")
    @ValueSource(booleans = {true, false})
    @DisplayName("time zone: by a city on a button, or any other by name or offset")
    void zone(boolean inChinese) throws InterruptedException {
        open(inChinese);
        press(in("时区", "Time zone"));
        assertThat(press(in("伦敦", "London"))).contains("Europe/London");
        assertThat(settings().timetable().zone().getId()).isEqualTo("Europe/London");
        assertThat(me.labels(menu)).contains("✓ " + in("伦敦", "London"));
        me.press(menu, in("按城市、时区名或偏移填写", "By city, name or offset"));
        assertThat(me.reply(me.newest(), in("温哥华", "Vancouver"))).contains("America/Vancouver");
        me.press(menu, in("按城市、时区名或偏移填写", "By city, name or offset"));
        assertThat(me.reply(me.newest(), in("＋5：30", "+5:30"))).contains("+05:30");
        assertThat(settings().timetable().zone().getId()).contains("+05:30");
    }

    @ParameterizedTest(name = "in Chinese: {0}")
    @ValueSource(booleans = {true, false})
    @DisplayName("days: a usual choice, or one weekday on or off, but never none at all")
    void days(boolean inChinese) throws InterruptedException {
        open(inChinese);
        press(in("哪几天", "Days"));
        press(in("工作日", "on weekdays"));
        assertThat(settings().timetable().days().on()).hasSize(5).doesNotContain(DayOfWeek.SUNDAY);
        assertThat(me.labels(menu)).contains(in("✓ 工作日", "✓ on weekdays"));
        press(in("每周一", "on Mondays"));
        assertThat(settings().timetable().days().on()).containsExactly(DayOfWeek.MONDAY);
        String monday = me.labels(menu).stream()
                .filter(label -> label.startsWith("✓") && !label.contains(in("每周一", "on Mondays")))
                .findFirst()
                .orElseThrow();
        assertThat(press(monday)).contains(in("至少要留一天", "One day has to stay"));
        assertThat(settings().timetable().days().on()).containsExactly(DayOfWeek.MONDAY);
        press(in("有新文章就推送", "as soon as something is published"));
        assertThat(settings().timetable().days().isInstant()).isTrue();
    }

    @ParameterizedTest(name = "in Chinese: {0}")
    @ValueSource(booleans = {true, false})
    @DisplayName("length, quiet hours and muted words, and back to the overview")
    void lengthQuietAndMute(boolean inChinese) throws InterruptedException {
        open(inChinese);
        press(in("长度", "Length"));
        press(in("只有标题", "titles only"));
        assertThat(settings().length().word()).isEqualTo("titles");
        press(in("« 返回", "« Back"));
        press(in("免打扰", "Quiet hours"));
        assertThat(press("23:00-07:00")).contains("23:00-07:00");
        assertThat(settings().quiet()).hasToString("23:00-07:00");
        me.press(menu, in("自己定", "My own hours"));
        assertThat(me.reply(me.newest(), in("２１：３０－６：３０", "21:30-06:30"))).contains("21:30-06:30");
        assertThat(settings().quiet()).hasToString("21:30-06:30");
        press(in("不要免打扰", "No quiet hours"));
        assertThat(settings().quiet()).isNull();
        press(in("« 返回", "« Back"));
        press(in("屏蔽词", "Muted words"));
        me.press(menu, in("添加屏蔽词", "Mute another word"));
        me.reply(me.newest(), in("足球　彩票", "football lottery"));
        assertThat(settings().selection().mute()).containsExactlyInAnyOrder(in("足球", "football"), in("彩票", "lottery"));
        press(in("« 返回", "« Back"));
        press(in("屏蔽词", "Muted words"));
        press("✕ " + in("足球", "football"));
        assertThat(settings().selection().mute()).containsExactly(in("彩票", "lottery"));
        assertThat(press(in("« 返回", "« Back"))).contains(in("彩票", "lottery"));
        press(in("完成", "Done"));
    }

    @Test
    @DisplayName("language: the menu, and the chat's list of commands, are in the new one at once")
    void language() throws InterruptedException {
        open(true);
        press("语言");
        chinese = false;
        String data = me.data(menu, "English");
        assertThat(me.pressData(menu, data)).contains("Which language", "Next digest:");
        assertThat(settings().lang()).isEqualTo(ReaderLanguage.EN);
        assertThat(telegram.screen().commandsFor("chat:" + ME, "")).containsEntry("settings", help("en"));
        assertThat(telegram.screen().commandsShown(ME, ME, "zh"))
                .as("whatever the language of the app")
                .containsEntry("settings", help("en"));
        int menus = telegram.calls("setMyCommands").size();
        me.pressData(menu, data);
        assertThat(telegram.calls("setMyCommands")).as("nothing new to tell").hasSize(menus);
        assertThat(me.press(menu, "中文")).contains("下一份摘要：");
        assertThat(telegram.screen().commandsFor("chat:" + ME, "")).containsEntry("settings", help("zh"));
    }

    private static String help(String lang) {
        return lang.equals("zh") ? "全部设置" : "all settings";
    }

    @Test
    @DisplayName("buttons work after a restart; made up or another chat's do nothing")
    void restartsAndForgeries() throws InterruptedException {
        open(false);
        press("Length");
        String data = me.data(menu, "titles only");
        service.close();
        bot.restart();
        service = Service.start(bot.application());
        ChatPartner other = new ChatPartner(telegram, 43, 43);
        other.say("/start");
        other.say("/settings");
        String before = other.text(other.newest());
        assertThat(other.pressData(other.newest(), data)).isEqualTo(before);
        assertThat(other.pressData(other.newest(), "settings length titles")).isEqualTo(before);
        Settings theirs = bot.application()
                .subscriptions()
                .find(Address.parse("telegram:43"))
                .orElseThrow()
                .settings();
        assertThat(theirs.length().word()).isEqualTo("short");
        me.pressData(menu, data);
        assertThat(settings().length().word()).isEqualTo("titles");
    }
}
