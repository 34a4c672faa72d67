package org.postbag.bot.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postbag.bot.command.TestReaders.CHAT;
import static org.postbag.bot.command.TestReaders.text;
import static org.postbag.posts.store.Articles.article;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postbag.posts.ReaderLanguage;
import org.postbag.subscriptions.Change;

/** What commands that change a setting make of arguments, right, wrong and nearly right. */
class WrongArgumentsTest {
    private TestReaders readers;
    private FollowCommand follow;
    private UnfollowCommand unfollow;

    @BeforeEach
    void open() {
        readers = new TestReaders();
        readers.add(CHAT, Change.none());
        follow = new FollowCommand(readers.members, readers.tagger, readers.posts);
        unfollow = new UnfollowCommand(readers.members, readers.tagger);
        readers.store(article("One", "Text of one.", readers.now, "science", "machine learning", "Café"));
    }

    @AfterEach
    void close() {
        readers.close();
    }

    private Set<String> tags() {
        return readers.settings(CHAT).selection().tags();
    }

    private String ask(Command command, String args) {
        return text(readers.ask(command, CHAT, args));
    }

    @Test
    @DisplayName("a topic that no post has is followed, with a remark that names the nearest")
    void unknownTopics() {
        assertThat(ask(follow, "sceince")).contains("Following: sceince", "Did you mean “science”?", "21 November");
        assertThat(ask(follow, "完全没有")).contains("完全没有", "you will get it").doesNotContain("Did you mean");
        assertThat(tags()).containsExactly("sceince", "完全没有");
        assertThat(ask(follow, "SCIENCE")).doesNotContain("No post has");
        assertThat(tags()).containsExactly("sceince", "完全没有", "science");
    }

    @Test
    @DisplayName("a topic of several words is one topic, and one followed already stays once")
    void namedTopics() {
        ask(follow, "machine learning");
        ask(follow, "#Science, machine learning、人工智能");
        assertThat(tags()).containsExactly("machine learning", "science", "AI");
        assertThat(ask(unfollow, "machine learning")).contains("science").doesNotContain("machine");
        assertThat(tags()).containsExactly("science", "AI");
    }

    @Test
    @DisplayName("what is not followed cannot be unfollowed: the nearest that is followed is named")
    void unfollowing() {
        ask(follow, "science city");
        assertThat(ask(unfollow, "scence")).contains("You do not follow scence", "“science”", "science, city");
        assertThat(ask(unfollow, "football"))
                .contains("You do not follow football")
                .doesNotContain("Did you mean");
        assertThat(tags()).containsExactly("science", "city");
        ask(unfollow, "city football");
        assertThat(tags()).as("what is followed goes, whatever else was named").containsExactly("science");
        assertThat(ask(unfollow, ",,")).startsWith("Like this: /unfollow");
        assertThat(ask(follow, ",,")).startsWith("Like this: /follow");
    }

    @Test
    @DisplayName("more words than fit are refused with the bounds")
    void tooMany() {
        String many = IntStream.range(0, 201).mapToObj(i -> "t" + i).collect(Collectors.joining(" "));
        assertThat(ask(follow, many)).contains("200");
        assertThat(ask(new MuteCommand(readers.members), many)).contains("200");
        assertThat(ask(new MuteCommand(readers.members), "x".repeat(101))).contains("100");
        assertThat(tags()).isEmpty();
    }

    @Test
    @DisplayName("a word that is not muted cannot be let through: the nearest that is muted is named")
    void unmuting() {
        ask(new MuteCommand(readers.members), "football golf");
        UnmuteCommand unmute = new UnmuteCommand(readers.members);
        assertThat(ask(unmute, "fotball")).contains("“football”");
        assertThat(ask(unmute, "tennis")).contains("not muted", "football, golf");
        assertThat(ask(unmute, "FOOTBALL")).contains("Muted: golf");
    }

    @ParameterizedTest
    @CsvSource({"7:30 weekday,weekdays", "dialy,daily", "8:00 mnoday,monday"})
    @DisplayName("mistyped days are answered with the nearest")
    void days(String args, String nearest) {
        assertThat(ask(new ScheduleCommand(readers.members), args)).contains("“" + nearest + "”", "/schedule");
        assertThat(readers.settings(CHAT).timetable()).isEqualTo(TestReaders.DEFAULTS.timetable());
    }

    @Test
    @DisplayName("time and days are understood in either order and either language")
    void schedule() {
        ask(new ScheduleCommand(readers.members), "工作日 晚上8点半");
        assertThat(readers.settings(CHAT).timetable().at()).isEqualTo(LocalTime.of(20, 30));
        assertThat(readers.settings(CHAT).timetable().days().toString()).isEqualTo("weekdays");
        ask(new ScheduleCommand(readers.members), "9 mon,thu");
        assertThat(readers.settings(CHAT).timetable().at()).isEqualTo(LocalTime.of(9, 0));
        assertThat(readers.settings(CHAT).timetable().days().toString()).isEqualTo("mon,thu");
    }

    @Test
    @DisplayName("mistyped lengths, languages and pauses are answered with how to write them")
    void others() {
        assertThat(ask(new LengthCommand(readers.members), "shrt")).contains("“short”");
        assertThat(ask(new LangCommand(readers.members), "englsh")).contains("“english”");
        assertThat(ask(new LangCommand(readers.members), "")).startsWith("Like this: /lang");
        PauseCommand pause = new PauseCommand(readers.members, readers);
        assertThat(ask(pause, "forever")).startsWith("Like this: /pause");
        assertThat(ask(pause, "400d")).startsWith("Like this: /pause");
        ask(pause, "2 周");
        assertThat(readers.find(CHAT).pausedUntil()).isEqualTo(readers.now.plus(Duration.ofDays(14)));
    }

    @ParameterizedTest
    @CsvSource({
        "Asia/Tokyo,Asia/Tokyo",
        "tokyo,Asia/Tokyo",
        "东京,Asia/Tokyo",
        "北京,Asia/Shanghai",
        "new york,America/New_York",
        "São Paulo,America/Sao_Paulo",
        "+8,+08:00",
        "UTC+5:30,+05:30",
        "gmt -3,-03:00",
        "+530,+05:30",
        "utc,UTC"
    })
    @DisplayName("a zone is found by its name, a city in either language, or an offset")
    void zones(String typed, String zone) {
        TimezoneCommand timezone = new TimezoneCommand(readers.members);
        ask(timezone, typed);
        assertThat(readers.settings(CHAT).timetable().zone()).isEqualTo(ZoneId.of(zone));
        assertThat(ask(timezone, "Tokio")).contains("Asia/Tokyo");
        assertThat(ask(timezone, "+25")).contains("no time zone");
    }

    @Test
    @DisplayName("every city has a name in every language")
    void cities() {
        for (City city : City.values())
            for (ReaderLanguage lang : ReaderLanguage.values())
                assertThat(readers.members.says().say(lang, city.key())).isNotBlank();
    }
}
