package org.postbag.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postbag.bot.TestBot;
import org.postbag.bot.TestClock;
import org.postbag.bot.app.Service;
import org.postbag.bot.command.Command;
import org.postbag.bot.command.Command.Audience;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.Status;

/** What the operators named in the configuration may do from Telegram, and nobody else. */
class OperatorsTest {
    private static final long OPERATOR = 42;
    private static final long READER = 50;
    private static final long STRANGER = 60;
    private static final long GROUP = -5;

    /** One thing an operator says, and what must be in the answer. */
    private record Line(String latin, String chinese, String args, String english, String inChinese) {}

    private static final List<Line> SCRIPT = List.of(
            new Line("stats", "统计", "", "Posts: 3", "文章：共 3 篇"),
            new Line("sources", "来源", "", "1 source, all well", "共 1 个来源"),
            new Line("sources", "来源", "test", "test", "test"),
            new Line("run", "采集", "", "1 source read", "读了 1 个来源"),
            new Line("run", "采集", "nowhere", "nowhere", "nowhere"),
            new Line("preview", "预览", "", "芯片厂扩产", "芯片厂扩产"),
            new Line("preview", "预览", "telegram:50", "芯片厂扩产", "芯片厂扩产"),
            new Line("subscribers", "读者", "", "telegram:50", "telegram:50"),
            new Line("subscribers", "读者", "pending", "telegram:60", "telegram:60"),
            new Line("approve", "批准", "telegram:60", "telegram:60 is in", "已同意 telegram:60"),
            new Line("approve", "批准", "telegram:60", "in already", "本来就已经同意"),
            new Line("block", "封禁", "telegram:60", "shut out", "已停用 telegram:60"),
            new Line("approve", "批准", "telegram:999", "telegram:999", "telegram:999"),
            new Line("block", "封禁", "", "/block telegram:42", "/block telegram:42"),
            new Line("block", "封禁", "nonsense", "Nobody subscribes as", "没有「nonsense」"),
            new Line("broadcast", "群发", "", "no broadcasts", "还没有群发过"),
            new Line("set_option", "选项", "", "digest.max = ", "digest.max = "),
            new Line("set_option", "选项", "digest.max 7", "digest.max is 7 now", "digest.max 现在是 7"),
            new Line("set_option", "选项", "digest.max many", "cannot be", "不能是"),
            new Line("set_option", "选项", "digst.max 7", "Did you mean digest.max", "您是想说 digest.max"),
            new Line("set_option", "选项", "digest.max default", "follows the configuration", "已恢复成配置文件的值"));

    private TelegramDouble telegram;
    private TestBot bot;
    private Service service;
    private ChatPartner operator;

    @BeforeEach
    void start() throws IOException {
        telegram = new TelegramDouble();
        telegram.chats()
                .privateChat(OPERATOR, "管理员")
                .user(OPERATOR, "管理员", "en")
                .privateChat(READER, "Reader")
                .user(READER, "Reader", "en")
                .privateChat(STRANGER, "陌生人")
                .user(STRANGER, "陌生人", "zh-hans")
                .group(GROUP, "Neighbours")
                .member(GROUP, OPERATOR, DoubleMember.creator());
        bot = new TestBot(
                Engine.SQLITE,
                new TestClock("2026-11-20T10:00:00Z"),
                """
                telegram: { token: "%s", api: "%s", rate: 0, admins: [42] }
                access: approval
                """
                        .formatted(TelegramDouble.TOKEN, telegram.address()));
        bot.post("chips", "芯片厂扩产", "科技", "一家芯片厂宣布扩产，明年产能翻倍。\n\n第二段说的是用电。");
        bot.post("river", "River cleaned up", "City", "The river was cleaned by volunteers. They worked for a year.");
        bot.post("comet", "Comet seen from the hill", "City", "A telescope caught a comet. Clouds held off all night.");
        bot.collect();
        bot.application().subscriptions().add(Address.parse("telegram:" + READER), Change.none(), true);
        bot.application().subscriptions().add(Address.parse("telegram:" + OPERATOR), Change.none(), true);
        service = Service.start(bot.application());
        operator = new ChatPartner(telegram, OPERATOR, OPERATOR);
    }

    @AfterEach
    void stop() {
        service.close();
        telegram.close();
        assertThat(telegram.violations()).isEmpty();
    }

    private Status status(long chat) {
        return bot.application()
                .subscriptions()
                .find(Address.parse("telegram:" + chat))
                .orElseThrow()
                .status();
    }

    @ParameterizedTest(name = "in Chinese: {0}")
    @ValueSource(booleans = {true, false})
    @DisplayName("each of the operators' commands works by its Latin and its Chinese word, and says what is wrong")
    void everyCommand(boolean chinese) throws InterruptedException {
        operator.say(chinese ? "/lang zh" : "/lang en");
        new ChatPartner(telegram, STRANGER, STRANGER).say("/start");
        for (Line line : SCRIPT) {
            String said = "/" + (chinese ? line.chinese() : line.latin()) + " " + line.args();
            assertThat(operator.say(said.strip())).as(said).contains(chinese ? line.inChinese() : line.english());
        }
        Set<String> tried = new TreeSet<>();
        SCRIPT.forEach(line -> tried.add(line.latin()));
        assertThat(tried)
                .as("none is left out")
                .containsExactlyInAnyOrderElementsOf(bot.application().commandList().all().stream()
                        .filter(command -> command.audience() == Audience.OPERATORS)
                        .map(Command::name)
                        .toList());
    }

    @Test
    @DisplayName("a broadcast goes out after a look and a confirmation; pressed twice, everybody gets it once")
    void broadcast() throws InterruptedException {
        operator.say("/lang en");
        String shown = operator.say("/broadcast 今晚维护 <b>&\nback at ten");
        assertThat(shown).contains("2 active Telegram chats").contains("back at ten");
        assertThat(telegram.messages(READER)).isEmpty();
        int draft = operator.newest();
        String send = operator.data(draft, "Send to 2 chats");
        telegram.people().press(OPERATOR, OPERATOR, draft, send);
        telegram.people().press(OPERATOR, OPERATOR, draft, send);
        telegram.await(t -> !t.messages(READER).isEmpty());
        Settled.in(telegram, OPERATOR);
        telegram.await(t -> operator.since(0).contains("Broadcast #1 is done"));
        assertThat(operator.pressData(draft, send)).contains("#1");
        assertThat(telegram.messages(READER)).hasSize(1);
        assertThat(telegram.screen().text(READER, new ChatPartner(telegram, READER, READER).newest()))
                .isEqualTo("今晚维护 <b>&\nback at ten");
        ChatPartner reader = new ChatPartner(telegram, READER, READER);
        String before = reader.text(reader.newest());
        assertThat(reader.pressData(reader.newest(), send)).isEqualTo(before);
        assertThat(telegram.messages(READER)).hasSize(1);
    }

    @Test
    @DisplayName("an option that is set holds from the next digest on, and after a restart")
    void options() throws InterruptedException {
        operator.say("/set_option digest.max 1");
        operator.say("/set_option name 我的晨报");
        assertThat(operator.say("/set_option")).contains("digest.max = 1", "我的晨报");
        service.close();
        bot.restart();
        service = Service.start(bot.application());
        bot.clock().advance(Duration.ofHours(14));
        telegram.await(t -> !t.messages(READER).isEmpty());
        String digest = telegram.messages(READER).get(0).path("text").asText();
        assertThat(digest).contains("我的晨报");
        assertThat(List.of("芯片厂扩产", "River cleaned up", "Comet seen from the hill").stream()
                        .filter(digest::contains))
                .as(digest)
                .hasSize(1);
    }

    @Test
    @DisplayName("a stranger asks, the operator is told and presses Approve, the stranger is in and told so")
    void approval() throws InterruptedException {
        operator.say("/lang en");
        ChatPartner stranger = new ChatPartner(telegram, STRANGER, STRANGER);
        int before = operator.count();
        assertThat(stranger.say("/start")).contains("管理员同意后");
        assertThat(status(STRANGER)).isEqualTo(Status.PENDING);
        telegram.await(t -> operator.count() > before);
        int note = operator.newest();
        assertThat(operator.since(before)).contains("telegram:60", "asks to come in");
        assertThat(operator.labels(note)).containsExactly("Approve", "Block");
        assertThat(stranger.say("/start")).contains("管理员同意后");
        int said = stranger.count();
        String approve = operator.data(note, "Approve");
        assertThat(operator.pressData(note, approve)).isNotBlank();
        assertThat(status(STRANGER)).isEqualTo(Status.ACTIVE);
        telegram.await(t -> stranger.count() > said);
        assertThat(stranger.since(said)).contains("您的申请已经通过", "下一份摘要");
        int told = stranger.count();
        operator.pressData(note, approve);
        assertThat(stranger.count()).as("pressed twice, told once").isEqualTo(told);
        assertThat(stranger.pressData(stranger.newest(), approve)).isNotBlank();
        assertThat(status(STRANGER)).isEqualTo(Status.ACTIVE);
        assertThat(operator.count()).as("told once of one who asks twice").isLessThanOrEqualTo(before + 3);
    }

    @Test
    @DisplayName("who is kept out by the operator is told nothing and cannot come back by themselves")
    void blocked() throws InterruptedException {
        operator.say("/lang en");
        ChatPartner stranger = new ChatPartner(telegram, STRANGER, STRANGER);
        int before = operator.count();
        stranger.say("/start");
        telegram.await(t -> operator.count() > before);
        operator.press(operator.newest(), "Block");
        assertThat(status(STRANGER)).isEqualTo(Status.BLOCKED);
        assertThat(stranger.say("/start")).isNotBlank();
        assertThat(status(STRANGER)).isEqualTo(Status.BLOCKED);
    }

    @Test
    @DisplayName("for all others there are no such commands, and in groups not even for operators")
    void others() throws InterruptedException {
        ChatPartner reader = new ChatPartner(telegram, READER, READER);
        reader.say("/lang en");
        String unknown = reader.say("/qwertyuiop");
        ChatPartner group = new ChatPartner(telegram, GROUP, OPERATOR);
        for (Command command : bot.application().commandList().all()) {
            if (command.audience() != Audience.OPERATORS) continue;
            String answer = reader.say("/" + command.name() + " telegram:50");
            assertThat(answer).contains(unknown.substring(0, 20)).doesNotContain("/" + command.name());
            assertThat(reader.say("/" + command.chinese())).contains(unknown.substring(0, 20));
            assertThat(reader.say("/help " + command.name())).doesNotContain("/" + command.name());
            assertThat(group.say("/" + command.name() + "@" + TelegramDouble.BOT + " hello"))
                    .as("in a group: " + command.name())
                    .doesNotContain("Posts:", "telegram:50", "Send it?");
        }
        assertThat(reader.say("/help")).doesNotContain("/stats").doesNotContain("/broadcast");
        assertThat(status(READER)).isEqualTo(Status.ACTIVE);
    }

    @Test
    @DisplayName("apps show each scope what it may use, in the app's language; operators see theirs as well")
    void menus() throws InterruptedException {
        telegram.await(t -> t.calls("setMyCommands").size() >= 12);
        DoubleScreen screen = telegram.screen();
        for (String scope : List.of("default", "all_group_chats", "all_chat_administrators")) {
            Map<String, String> english = screen.commandsFor(scope, "en");
            Map<String, String> chinese = screen.commandsFor(scope, "zh");
            assertThat(screen.commandsFor(scope, "")).as(scope).isEqualTo(english);
            assertThat(chinese.keySet()).as(scope).isEqualTo(english.keySet());
            assertThat(english.values()).as(scope).allMatch(text -> text.codePoints()
                    .noneMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN));
            assertThat(chinese.values()).as(scope).allMatch(text -> text.codePoints()
                    .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN));
        }
        assertThat(screen.commandsFor("default", "en"))
                .containsKeys("start", "settings", "email", "stop")
                .doesNotContainKeys("stats", "broadcast", "confirm");
        assertThat(screen.commandsFor("all_group_chats", "en"))
                .containsKeys("latest", "search", "help")
                .doesNotContainKeys("stats", "schedule", "follow", "email", "stop");
        assertThat(screen.commandsFor("all_chat_administrators", "en"))
                .containsKeys("follow", "settings", "latest")
                .doesNotContainKeys("stats", "broadcast");
        assertThat(screen.commandsFor("chat:42", "en")).containsKeys("start", "stats", "broadcast", "set_option");
        // A subscriber's menu is in the subscription's language, whatever the app's.
        for (String lang : List.of("en", "zh")) {
            operator.say("/lang " + lang);
            assertThat(screen.commandsShown(OPERATOR, OPERATOR, "en"))
                    .containsKeys("stats", "settings")
                    .isEqualTo(screen.commandsFor("chat:42", "zh"))
                    .containsEntry("stop", lang.equals("zh") ? "退订" : "leave");
        }
    }
}
