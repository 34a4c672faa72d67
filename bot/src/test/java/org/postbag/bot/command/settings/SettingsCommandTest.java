package org.postbag.bot.command.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postbag.bot.command.TestReaders.CHAT;
import static org.postbag.bot.command.TestReaders.GROUP;
import static org.postbag.bot.command.TestReaders.INBOX;
import static org.postbag.bot.command.TestReaders.behind;
import static org.postbag.bot.command.TestReaders.buttons;
import static org.postbag.bot.command.TestReaders.labels;
import static org.postbag.bot.command.TestReaders.text;
import static org.postbag.posts.store.Articles.article;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postbag.bot.command.Answer;
import org.postbag.bot.command.Asker;
import org.postbag.bot.command.Button;
import org.postbag.bot.command.Commands;
import org.postbag.bot.command.Conversation;
import org.postbag.bot.command.TestReaders;
import org.postbag.posts.Length;
import org.postbag.posts.ReaderLanguage;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.Days;
import org.postbag.subscriptions.Quiet;
import org.postbag.subscriptions.Status;

class SettingsCommandTest {
    private TestReaders readers;
    private SettingsCommand settings;

    @BeforeEach
    void open() {
        readers = new TestReaders();
        settings = new SettingsCommand(readers.members, readers.posts, readers.tagger, readers);
        readers.add(CHAT, Change.none());
    }

    @AfterEach
    void close() {
        readers.close();
    }

    private Answer ask(String args) {
        return readers.ask(settings, CHAT, args);
    }

    private Answer press(Answer answer, String label) {
        return readers.press(settings, CHAT, answer, label);
    }

    @Test
    @DisplayName("the overview tells all settings and has a button for each")
    void overview() {
        Answer overview = ask("");
        assertThat(text(overview)).contains("07:30", "Saturday 21 November, 07:30");
        assertThat(labels(overview))
                .containsExactly(
                        "Topics",
                        "Time",
                        "Time zone",
                        "Days",
                        "Length",
                        "Language",
                        "Quiet hours",
                        "Muted words",
                        "Pause",
                        "Done");
        readers.subscriptions.link(CHAT, INBOX);
        assertThat(labels(ask(""))).contains("Linked addresses");
    }

    @Test
    @DisplayName("every button of every menu leads somewhere, and only changing ones change")
    void everyButtonLeadsSomewhere() {
        readers.store(article("One", "Text of one.", readers.now, "city", "Two words"));
        readers.subscriptions.link(CHAT, INBOX);
        readers.subscriptions.set(CHAT, Change.none().withMute(Set.of("football")));
        for (Button menu : buttons(ask(""))) {
            String args = menu.command().substring("settings".length()).strip();
            assertThat(settings.changes(args)).as(args).isFalse();
            for (Button button : buttons(ask(args))) {
                String command = button.command();
                if (command == null || !command.startsWith("settings ")) continue;
                String choice = command.substring("settings ".length());
                Answer answer = ask(choice);
                assertThat(settings.changes(choice)).as(choice).isEqualTo(!choice.endsWith("?"));
                if (choice.endsWith("?")) assertThat(answer).isInstanceOf(Answer.Question.class);
                else assertThat(labels(answer)).as(choice).containsAnyOf("« Back", "« 返回");
                if (settings.changes(choice))
                    assertThat(ask(choice)).as("pressed twice").isEqualTo(answer);
            }
        }
    }

    @Test
    @DisplayName("a time is chosen: the menu comes again with it checked and with the next digest")
    void time() {
        Answer menu = press(ask(""), "Time");
        assertThat(labels(menu)).contains("✓ 07:30", "05:00", "23:00");
        Answer after = press(menu, "18:00");
        assertThat(readers.settings(CHAT).timetable().at()).isEqualTo(LocalTime.of(18, 0));
        assertThat(labels(after)).contains("✓ 18:00", "07:30");
        assertThat(text(after)).contains("18:00", "Friday 20 November, 18:00");
        assertThat(press(after, "Another time"))
                .isInstanceOfSatisfying(Answer.Question.class, question -> assertThat(question.command())
                        .isEqualTo("schedule"));
    }

    @Test
    @DisplayName("a topic is followed and unfollowed, and the page stays")
    void tags() {
        List<org.postbag.posts.store.Article> articles = new ArrayList<>();
        for (int i = 0; i < 20; i++)
            articles.add(article("Title " + i, "Text " + i, readers.now, "tag" + (char) ('a' + i)));
        readers.store(articles.toArray(org.postbag.posts.store.Article[]::new));
        Answer first = ask("tags");
        assertThat(labels(first))
                .contains("taga (1)", "1/2", "▶", "✓ Everything")
                .doesNotContain("tags (1)");
        Answer second = press(first, "▶");
        Answer followed = press(second, "tagt (1)");
        assertThat(readers.settings(CHAT).selection().tags()).containsExactly("tagt");
        assertThat(labels(followed)).contains("✓ tagt (1)", "2/2", "Everything");
        assertThat(text(followed)).contains("tagt", "21 November");
        // Somebody else's press on the menu as it was does the same once more, not the opposite.
        press(second, "tagt (1)");
        assertThat(readers.settings(CHAT).selection().tags()).containsExactly("tagt");
        assertThat(labels(press(followed, "✓ tagt (1)"))).contains("tagt (1)", "✓ Everything");
        assertThat(readers.settings(CHAT).selection().tags()).isEmpty();
    }

    @Test
    @DisplayName("a followed topic that no post has any more can still be unfollowed; a name with blanks is one topic")
    void rareTags() {
        readers.store(article("One", "Text of one.", readers.now, "machine learning"));
        ask("follow machine learning p1");
        ask("follow 人工智能");
        assertThat(readers.settings(CHAT).selection().tags()).containsExactly("machine learning", "AI");
        Answer menu = ask("tags");
        assertThat(labels(menu)).contains("✓ machine learning (1)", "✓ AI (0)");
        press(menu, "✓ AI (0)");
        assertThat(readers.settings(CHAT).selection().tags()).containsExactly("machine learning");
        press(menu, "Everything");
        assertThat(readers.settings(CHAT).selection().tags()).isEmpty();
    }

    @Test
    @DisplayName("days are switched one by one, and one has to stay")
    void days() {
        press(ask("days"), label("days.weekdays"));
        assertThat(readers.settings(CHAT).timetable().days()).isEqualTo(Days.WEEKDAYS);
        ask("days sat on");
        ask("days sat on");
        ask("days mon off");
        assertThat(readers.settings(CHAT).timetable().days().toString()).isEqualTo("tue,wed,thu,fri,sat");
        ask("days instant");
        assertThat(readers.settings(CHAT).timetable().days()).isEqualTo(Days.INSTANT);
        Answer monday = ask("days mon on");
        assertThat(readers.settings(CHAT).timetable().days().toString()).isEqualTo("mon");
        assertThat(labels(monday)).contains("✓ " + label("day.mon"), "✓ " + label("days.weekly"));
        assertThat(text(ask("days mon off"))).contains("One day has to stay");
        assertThat(readers.settings(CHAT).timetable().days().toString()).isEqualTo("mon");
    }

    private String label(String key) {
        return readers.members.says().say(ReaderLanguage.EN, key);
    }

    @Test
    @DisplayName("the cities are those of the reader's language, and the digest moves with the zone")
    void zone() {
        Answer menu = ask("zone");
        assertThat(labels(menu)).contains("London", "New York").doesNotContain("Taipei");
        Answer after = press(menu, "Tokyo");
        assertThat(readers.settings(CHAT).timetable().zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(labels(after)).contains("✓ Tokyo");
        readers.subscriptions.set(CHAT, Change.none().withLang(ReaderLanguage.ZH));
        assertThat(labels(ask("zone"))).contains("台北", "✓ 东京").doesNotContain("迪拜");
        assertThat(((Answer.Question) ask("zone ?")).command()).isEqualTo("timezone");
    }

    @Test
    @DisplayName("a new language is spoken at once")
    void language() {
        Answer menu = ask("lang");
        assertThat(labels(menu)).contains("中文", "✓ English");
        Answer after = press(menu, "中文");
        assertThat(text(after)).contains("现在是：中文", "下一份摘要");
        assertThat(labels(after)).contains("✓ 中文", "« 返回");
    }

    @Test
    @DisplayName("length and quiet hours are chosen; quiet hours can be switched off")
    void lengthAndQuiet() {
        press(ask("length"), label("length.long"));
        assertThat(readers.settings(CHAT).length()).isEqualTo(Length.LONG);
        Answer quiet = press(ask("quiet"), "00:00-08:00");
        assertThat(readers.settings(CHAT).quiet()).isEqualTo(Quiet.parse("00:00-08:00"));
        assertThat(labels(quiet)).contains("✓ 00:00-08:00");
        press(quiet, "No quiet hours");
        assertThat(readers.settings(CHAT).quiet()).isNull();
        assertThat(((Answer.Question) ask("quiet ?")).command()).isEqualTo("quiet");
    }

    @Test
    @DisplayName("muted words are listed, each with a button that lets it through")
    void mute() {
        readers.subscriptions.set(CHAT, Change.none().withMute(Set.of("football")));
        Answer menu = ask("mute");
        assertThat(text(menu)).contains("football");
        assertThat(((Answer.Question) press(menu, "Mute another word")).command())
                .isEqualTo("mute");
        Answer after = press(menu, "✕ football");
        assertThat(readers.settings(CHAT).selection().mute()).isEmpty();
        assertThat(labels(after)).doesNotContain("✕ football");
        ask("mute golf");
        assertThat(readers.settings(CHAT).selection().mute()).containsExactly("golf");
    }

    @Test
    @DisplayName("a pause is begun and ended; ended twice it stays ended")
    void pause() {
        Answer paused = press(ask("pause"), "3 days");
        assertThat(readers.find(CHAT).pausedUntil()).isEqualTo(readers.now.plus(Duration.ofDays(3)));
        assertThat(text(paused)).contains("Monday 23 November, 08:00");
        Answer overview = ask("");
        assertThat(labels(overview)).contains("Resume").doesNotContain("Pause");
        press(overview, "Resume");
        press(overview, "Resume");
        assertThat(readers.find(CHAT).status()).isEqualTo(Status.ACTIVE);
        press(ask("pause"), "Until I resume");
        assertThat(readers.find(CHAT).pausedUntil()).isNull();
        assertThat(readers.find(CHAT).status()).isEqualTo(Status.PAUSED);
    }

    @Test
    @DisplayName("done leaves the settings to be read, without buttons")
    void done() {
        Answer done = press(ask(""), "Done");
        assertThat(buttons(done)).isEmpty();
        assertThat(text(done)).contains("07:30");
    }

    @Test
    @DisplayName("settings are split from the other addresses and joined again, and then this address's hold")
    void sharing() {
        readers.subscriptions.link(CHAT, INBOX);
        Answer menu = press(ask(""), "Linked addresses");
        assertThat(text(menu)).contains("r…r@example.org").doesNotContain("reader@");
        assertThat(labels(menu)).contains("✓ Same settings");
        assertThat(labels(press(menu, "Separate settings"))).contains("✓ Separate settings");
        ask("time 18:00");
        assertThat(readers.settings(INBOX).timetable().at()).isEqualTo(LocalTime.of(7, 30));
        press(menu, "✓ Same settings");
        assertThat(readers.settings(INBOX).timetable().at()).isEqualTo(LocalTime.of(18, 0));
    }

    @Test
    @DisplayName("an inbox that was split off itself takes over this address's settings when they are shared")
    void sharingWithAnInboxThatWasSplitOff() {
        readers.subscriptions.link(CHAT, INBOX);
        readers.subscriptions.share(INBOX, false);
        readers.subscriptions.set(INBOX, Change.none().withLength(Length.TITLES));
        assertThat(labels(ask("share"))).contains("✓ Separate settings");
        ask("share on");
        assertThat(readers.settings(INBOX).length()).isEqualTo(Length.SHORT);
        assertThat(readers.settings(CHAT).length()).isEqualTo(Length.SHORT);
        assertThat(labels(ask("share"))).contains("✓ Same settings");
    }

    @Test
    @DisplayName("in a group nobody reads whose inbox is linked")
    void groupsDoNotTellAddresses() {
        readers.add(GROUP, Change.none());
        readers.subscriptions.link(GROUP, INBOX);
        Answer menu = readers.ask(settings, GROUP, "share");
        assertThat(text(menu)).contains("one other address").doesNotContain("example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "话题",
                "时间 8点",
                "哪几天 周一 开",
                "哪几天 工作日",
                "时区 东京",
                "时区 上海",
                "长度 标题",
                "语言 英文",
                "免打扰 关",
                "屏蔽 足球",
                "取消屏蔽 足球",
                "暂停 3天",
                "恢复",
                "关注 科技",
                "取消关注 科技",
                "全部",
                "time 7pm",
                "zone +5:30",
                "zone london",
                "days mon,thu",
                "quiet 22:00-07:00"
            })
    @DisplayName("what is typed by hand is understood in both languages")
    void typed(String args) {
        Answer answer = ask(args);
        assertThat(answer).isInstanceOf(Answer.Menu.class);
        assertThat(settings.changes(args)).isEqualTo(!args.equals("话题"));
    }

    @ParameterizedTest
    @CsvSource({
        "time 25:00",
        "time soon",
        "days someday",
        "zone Atlantis",
        "length huge",
        "lang fr",
        "quiet always",
        "pause never"
    })
    @DisplayName("a value that cannot be is answered with how to write it, and changes nothing")
    void wrongValues(String args) {
        var before = readers.find(CHAT);
        assertThat(text(ask(args))).startsWith("Like this: /");
        assertThat(settings.changes(args)).isFalse();
        assertThat(readers.find(CHAT)).isEqualTo(before);
    }

    @Test
    @DisplayName("a menu that does not exist is answered with the nearest")
    void unknownMenu() {
        assertThat(text(ask("lenght"))).contains("“length”", "/settings");
        assertThat(text(ask("完全不对"))).startsWith("Like this: /settings");
        assertThat(settings.changes("lenght long")).isFalse();
    }

    @Test
    @DisplayName("too many topics, or a name too long, is told and not stored")
    void bounded() {
        String answer = text(ask("follow " + "x".repeat(101)));
        assertThat(answer).contains("200");
        assertThat(readers.settings(CHAT).selection().tags()).isEmpty();
    }

    @Test
    @DisplayName("by mail, where there are no buttons, the words tell how to go on")
    void byMail() {
        readers.add(INBOX, Change.none());
        assertThat(text(readers.ask(settings, INBOX, ""))).contains("/schedule");
        assertThat(text(readers.ask(settings, INBOX, "time"))).contains("/schedule 07:30");
        assertThat(text(readers.ask(settings, INBOX, "time ?"))).contains("/schedule 07:30");
        readers.ask(settings, INBOX, "time 9:00");
        assertThat(readers.settings(INBOX).timetable().at()).isEqualTo(LocalTime.of(9, 0));
    }

    @Test
    @DisplayName("a topic in full-width letters is followed by its button although typed letters are folded")
    void foldedOnTheWay() {
        readers.store(article("One", "Text of one.", readers.now, "Ｃ＋＋／Ｑｔ"));
        Commands commands = new Commands(List.of(settings));
        Conversation conversation =
                new Conversation(commands, readers.subscriptions, readers.members.says(), ReaderLanguage.EN);
        Asker asker = Asker.at(CHAT, null);
        String carried = behind(ask("tags"), labels(ask("tags")).get(0));
        Conversation.Understood pressed =
                conversation.understand("/" + carried, asker).orElseThrow();
        Answer after = pressed.command().answer(conversation.request(asker, pressed.args()));
        assertThat(labels(after).get(0)).startsWith("✓ ");
        assertThat(readers.settings(CHAT).selection().tags()).hasSize(1);
        Conversation.Understood typed =
                conversation.understand("／设置　时间　８：３０", asker).orElseThrow();
        typed.command().answer(conversation.request(asker, typed.args()));
        assertThat(readers.settings(CHAT).timetable().at()).isEqualTo(LocalTime.of(8, 30));
    }

    @Test
    @DisplayName("who has no subscription is told how to begin")
    void strangers() {
        assertThat(text(readers.ask(settings, GROUP, "time 9:00"))).contains("/start");
        assertThat(settings.concernsSubscription()).isTrue();
        assertThat(behind(ask(""), "Topics")).isEqualTo("settings tags");
    }
}
