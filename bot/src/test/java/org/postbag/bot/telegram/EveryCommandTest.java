package org.postbag.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.postbag.bot.TestBot;
import org.postbag.bot.TestClock;
import org.postbag.bot.app.Service;
import org.postbag.bot.command.Command;
import org.postbag.bot.command.Command.Audience;
import org.postbag.posts.store.TestDatabases.Engine;

/** Every command a reader has, in every kind of chat and in both languages, by its Latin and its Chinese word. */
class EveryCommandTest {
    private static final long READER = 42;
    private static final long GROUP = -5;
    private static final long FORUM = -1009;
    private static final long CHANNEL = -1007;
    private static final int TOPIC = 7;

    private enum Place {
        PRIVATE(READER),
        GROUP(EveryCommandTest.GROUP),
        TOPIC(FORUM),
        CHANNEL(EveryCommandTest.CHANNEL);

        private final long chat;

        Place(long chat) {
            this.chat = chat;
        }
    }

    /**
     * One thing to say, and what must be in the answer.
     *
     * @param elsewhere what must be in it outside of the private chat
     */
    private record Line(
            String latin, String chinese, String args, String english, String inChinese, List<String> elsewhere) {
        Line(String latin, String chinese, String args, String english, String inChinese) {
            this(latin, chinese, args, english, inChinese, List.of(english, inChinese));
        }
    }

    private static final List<Line> SCRIPT = List.of(
            new Line("start", "开始", "", "Welcome", "欢迎"),
            new Line("help", "帮助", "", "/follow", "/follow 关注"),
            new Line("help", "帮助", "schedule", "07:30", "07:30"),
            new Line("tags", "标签", "", "科技", "科技"),
            new Line("follow", "关注", "科技 City", "科技, City", "科技、City"),
            new Line("unfollow", "取消关注", "City", "科技", "科技"),
            new Line("mute", "屏蔽", "足球", "足球", "足球"),
            new Line("unmute", "取消屏蔽", "足球", "", ""),
            new Line("schedule", "推送时间", "8：15 weekdays", "08:15", "08:15"),
            new Line("timezone", "时区", "London", "Europe/London", "Europe/London"),
            new Line("quiet", "免打扰", "23:00-07:00", "23:00", "23:00"),
            new Line("length", "长度", "long", "paragraph", "一小段"),
            new Line("list", "我的订阅", "", "Topics: 科技", "话题：科技"),
            new Line("pause", "暂停", "3d", "Paused", "已暂停"),
            new Line("resume", "恢复", "", "again", "已恢复"),
            new Line("settings", "设置", "", "Europe/London", "Europe/London"),
            new Line("search", "搜索", "芯片", "芯片厂扩产", "芯片厂扩产"),
            new Line("read", "全文", "1", "第二段说的是用电", "第二段说的是用电"),
            new Line("latest", "最新", "", "River cleaned up", "River cleaned up"),
            new Line("digest", "摘要", "City", "River cleaned up", "River cleaned up"),
            new Line("archive", "往期", "", "2026-11-20", "2026-11-20"),
            new Line("export", "导出", "", "Europe/London", "Europe/London"),
            new Line(
                    "email", "邮箱", "me@example.org", "me@example.org", "me@example.org", List.of("private chat", "私聊")),
            new Line("link", "管理频道", "", "/link @channel", "/link @频道名", List.of("private chat", "私聊")),
            new Line("stop", "退订", "", "unsubscribed", "已退订"));

    private TelegramDouble telegram;
    private TestBot bot;
    private Service service;

    @BeforeEach
    void start() throws IOException {
        telegram = new TelegramDouble();
        telegram.chats()
                .user(READER, "读者", "zh-hans")
                .privateChat(READER, "读者")
                .group(GROUP, "邻居们")
                .forum(FORUM, "论坛")
                .topic(FORUM, TOPIC, "新闻")
                .channel(CHANNEL, "晨报", "postbag_test")
                .bot(CHANNEL, DoubleMember.administrator("can_post_messages"))
                .member(GROUP, READER, DoubleMember.creator())
                .member(FORUM, READER, DoubleMember.administrator("can_manage_topics"));
        bot = new TestBot(
                Engine.SQLITE,
                new TestClock("2026-11-20T10:00:00Z"),
                "telegram: { token: \"%s\", api: \"%s\", rate: 0 }"
                        .formatted(TelegramDouble.TOKEN, telegram.address()));
        bot.post("chips", "芯片厂扩产", "科技", "一家芯片厂宣布扩产，明年产能翻倍。\n\n第二段说的是用电。");
        bot.post("river", "River cleaned up", "City", "The river was cleaned by volunteers. They worked for a year.");
        bot.collect();
        service = Service.start(bot.application());
    }

    @AfterEach
    void stop() {
        service.close();
        telegram.close();
        assertThat(telegram.violations()).isEmpty();
    }

    static Stream<Arguments> everywhere() {
        return Stream.of(Place.values())
                .flatMap(place -> Stream.of(Arguments.of(place, true), Arguments.of(place, false)));
    }

    @ParameterizedTest(name = "{0}, Chinese: {1}")
    @MethodSource("everywhere")
    @DisplayName("each command is understood and answered where it was asked, in the chat's language")
    void everyCommand(Place place, boolean chinese) throws InterruptedException {
        say(place, "/lang " + (chinese ? "zh" : "en"));
        say(place, chinese ? "/开始" : "/start");
        say(place, chinese ? "/语言 中文" : "/lang en");
        say(place, "/stop");
        for (Line line : SCRIPT) {
            String text = "/" + (chinese ? line.chinese() : line.latin()) + " " + line.args();
            String wanted = place == Place.PRIVATE
                    ? chinese ? line.inChinese() : line.english()
                    : line.elsewhere().get(chinese ? 1 : 0);
            assertThat(say(place, text.strip())).as(text).contains(wanted).isNotBlank();
        }
    }

    @Test
    @DisplayName("the script above leaves no reader's command out")
    void nothingLeftOut() {
        Set<String> said = new TreeSet<>(Set.of("lang"));
        SCRIPT.forEach(line -> said.add(line.latin()));
        List<String> all = bot.application().commandList().all().stream()
                .filter(command -> command.audience() == Audience.READERS || command.audience() == Audience.TELEGRAM)
                .map(Command::name)
                .toList();
        assertThat(said).containsExactlyInAnyOrderElementsOf(all);
    }

    /** What was shown in the chat, or the topic, after a text: messages, labels with what they do, files. */
    private String say(Place place, String text) throws InterruptedException {
        int before = telegram.messages(place.chat).size();
        int files = telegram.screen().documents(place.chat).size();
        switch (place) {
            case PRIVATE -> telegram.people().text(READER, READER, text);
            case GROUP -> telegram.people().text(GROUP, READER, text);
            case TOPIC -> telegram.people().inTopic(FORUM, TOPIC, READER, text);
            case CHANNEL -> telegram.people().channelPost(CHANNEL, text);
        }
        Settled.in(telegram, place.chat);
        List<String> shown = new ArrayList<>();
        List<JsonNode> messages = telegram.messages(place.chat);
        for (JsonNode message : messages.subList(before, messages.size())) {
            if (place == Place.TOPIC)
                assertThat(message.path("message_thread_id").asInt()).isEqualTo(TOPIC);
            shown.add(message.path("text").asText());
            shown.add(message.path("reply_markup").toString());
        }
        telegram.screen().documents(place.chat).stream()
                .skip(files)
                .forEach(sent -> shown.add(sent.file().text()));
        return String.join("\n", shown);
    }
}
