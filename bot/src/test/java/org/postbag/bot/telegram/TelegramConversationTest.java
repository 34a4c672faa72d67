package org.postbag.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postbag.bot.TestBot;
import org.postbag.bot.TestClock;
import org.postbag.bot.app.Service;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Status;
import org.postbag.subscriptions.Subscription;

/** A reader talks to the running bot: updates in, messages out, over HTTP. */
class TelegramConversationTest {
    private static final long ME = 42;
    private TelegramDouble telegram;
    private TestBot bot;
    private Service service;

    @BeforeEach
    void start() throws IOException {
        telegram = new TelegramDouble();
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

    private String ask(String text) throws InterruptedException {
        return ask(text, null);
    }

    /** The answers to one text, joined. */
    private String ask(String text, Integer replyTo) throws InterruptedException {
        int before = telegram.messages(ME).size();
        String reply = replyTo == null
                ? ""
                : ", \"reply_to_message\": {\"message_id\": %d, \"date\": 1, \"chat\": {\"id\": 42, \"type\": \"private\"}, \"from\": {\"id\": 123456, \"is_bot\": true, \"first_name\": \"Postbag\", \"username\": \"%s\"}}"
                        .formatted(replyTo, TelegramDouble.BOT);
        telegram.update(
                "message",
                """
                {"message_id": 9000, "date": 1, "chat": {"id": 42, "type": "private"},
                 "from": {"id": 42, "is_bot": false, "first_name": "读者", "language_code": "zh-hans"},
                 "text": "%s"%s}
                """
                        .formatted(text, reply));
        Settled.in(telegram, ME);
        List<JsonNode> all = telegram.messages(ME);
        StringBuilder answers = new StringBuilder();
        for (JsonNode message : all.subList(before, all.size()))
            answers.append(message.path("text").asText()).append('\n');
        return answers.toString();
    }

    private Subscription me() {
        return bot.application()
                .subscriptions()
                .find(Address.parse("telegram:42"))
                .orElseThrow();
    }

    @Test
    @DisplayName("/start subscribes and says when the first digest comes; /stop ends it; /start begins again")
    void startAndStop() throws InterruptedException {
        assertThat(ask("/start")).contains("欢迎").contains("11月21日").contains("07:30");
        assertThat(me().status()).isEqualTo(Status.ACTIVE);
        assertThat(ask("/start")).contains("已经订阅");
        assertThat(ask("/stop")).contains("已退订");
        assertThat(me().status()).isEqualTo(Status.UNSUBSCRIBED);
        assertThat(ask("/list")).contains("/start");
        assertThat(ask("开始")).contains("欢迎");
    }

    @Test
    @DisplayName("settings are changed by Latin and Chinese words alike, and the answer says what is so now")
    void settings() throws InterruptedException {
        ask("/start");
        assertThat(ask("/follow #科技 City")).contains("科技、City");
        assertThat(ask("关注 文化")).contains("文化");
        assertThat(ask("取消关注 文化")).contains("科技、City");
        assertThat(ask("/unfollow 足球")).contains("没有关注");
        assertThat(ask("/schedule 8:15 工作日")).contains("08:15");
        assertThat(ask("推送时间 7点30")).contains("07:30");
        assertThat(ask("/timezone london")).contains("Europe/London");
        assertThat(ask("/timezone Asia/Shangai")).contains("Asia/Shanghai");
        assertThat(ask("/mute 足球")).contains("足球");
        assertThat(ask("/quiet 23:00-07:00")).contains("23:00");
        assertThat(ask("/length 长")).contains("一小段");
        assertThat(ask("/list"))
                .contains("科技、City")
                .contains("07:30")
                .contains("Europe/London")
                .contains("足球");
        assertThat(ask("/lang en")).contains("English");
        assertThat(ask("/list")).contains("Topics: 科技, City").contains("on weekdays");
        assertThat(ask("/pause 3d")).contains("Paused");
        assertThat(me().status()).isEqualTo(Status.PAUSED);
        assertThat(ask("/resume")).contains("Digests come again");
        assertThat(ask("/schedule never")).contains("/schedule 07:30");
    }

    @Test
    @DisplayName("lists are numbered, and numbers in any form bring the whole article")
    void numbers() throws InterruptedException {
        ask("/start");
        assertThat(ask("/tags")).contains("科技 (1)").contains("City (1)");
        String latest = ask("/latest");
        assertThat(latest).contains("芯片厂扩产").contains("River cleaned up");
        int chips = latest.indexOf("芯片厂扩产") < latest.indexOf("River cleaned up") ? 1 : 2;
        assertThat(ask(chips == 1 ? "１" : "２")).contains("第二段说的是用电");
        assertThat(ask("/read " + (3 - chips))).contains("They worked for a year");
        assertThat(ask("1、2")).contains("第二段说的是用电").contains("They worked for a year");
        assertThat(ask("/read 7")).contains("没有第 7 篇");
        assertThat(ask("/search 扩產")).contains("芯片厂扩产");
        assertThat(ask("1")).contains("第二段说的是用电");
        assertThat(ask("/search 不存在的词")).contains("没有找到");
    }

    @Test
    @DisplayName("a digest on demand is numbered too, and a delivered digest is answered by a reply with a number")
    void digests() throws InterruptedException {
        assertThat(ask("1")).contains("/latest");
        ask("/start");
        assertThat(ask("/digest")).contains("芯片厂扩产");
        assertThat(ask("/digest City")).contains("River cleaned up").doesNotContain("芯片厂扩产");
        assertThat(ask("1")).contains("They worked for a year");
        assertThat(ask("/digest 2026-11-20"))
                .contains("芯片厂扩产")
                .contains("11月20日")
                .doesNotContain("11月21日");
        assertThat(ask("/digest 2020-01-01")).contains("没有新文章");
        int before = telegram.messages(ME).size();
        bot.clock().advance(Duration.ofDays(1));
        telegram.await(t -> t.messages(ME).size() > before);
        JsonNode digest = telegram.messages(ME).get(before);
        assertThat(digest.path("text").asText()).contains("芯片厂扩产");
        ask("/latest");
        String one = digest.path("text").asText().indexOf("芯片厂扩产")
                        < digest.path("text").asText().indexOf("River")
                ? "1"
                : "2";
        assertThat(ask(one, digest.path("message_id").asInt())).contains("第二段说的是用电");
    }

    @Test
    @DisplayName("what is not understood is answered with the nearest command; what is no text is left alone")
    void hostile() throws InterruptedException {
        assertThat(ask("/folow x")).contains("/follow");
        assertThat(ask("/timezone Shanhai")).contains("Asia/Shanghai");
        assertThat(telegram.calls("setMyCommands")).hasSize(9);
        assertThat(ask("今天天气怎么样")).contains("/help");
        telegram.update("message", "{\"message_id\": 1, \"date\": 1, \"chat\": {\"id\": 42, \"type\": \"private\"}}");
        Settled.in(telegram, ME);
        telegram.update("message", "{\"message_id\": \"not a number\", \"chat\": 7}");
        Settled.in(telegram, ME);
        telegram.update("thing_of_the_future", "{\"a\": [1, 2]}");
        Settled.in(telegram, ME);
        assertThat(ask("/help")).contains("/follow 关注").contains("回复编号");
        assertThat(ask("<b>&\\u202e".repeat(300))).contains("/help");
        assertThat(ask("/search " + "😀".repeat(2000))).isNotBlank();
    }

    @Test
    @DisplayName("in a group only administrators change settings, and talk is not answered")
    void groups() throws InterruptedException {
        telegram.administrator(-5, 7);
        group(8, "/start@" + TelegramDouble.BOT);
        assertThat(telegram.messages(-5).get(0).path("text").asText()).contains("administrators");
        group(7, "/start");
        assertThat(bot.application()
                        .subscriptions()
                        .find(Address.parse("telegram:-5"))
                        .orElseThrow()
                        .isActive())
                .isTrue();
        int answers = telegram.messages(-5).size();
        group(8, "hello everybody");
        group(8, "3");
        group(8, "/start@some_other_bot");
        assertThat(telegram.messages(-5)).hasSize(answers);
        group(8, "/latest");
        assertThat(telegram.messages(-5).size()).isGreaterThan(answers);
    }

    private void group(long user, String text) throws InterruptedException {
        telegram.update(
                "message",
                """
                {"message_id": 77, "date": 1, "chat": {"id": -5, "type": "group", "title": "G"},
                 "from": {"id": %d, "is_bot": false, "first_name": "U", "language_code": "en"}, "text": "%s"}
                """
                        .formatted(user, text));
        Settled.in(telegram, -5);
    }

    @Test
    @DisplayName("who blocks the bot is gone at once")
    void blocks() throws InterruptedException {
        ask("/start");
        telegram.update(
                "my_chat_member",
                """
                {"chat": {"id": 42, "type": "private"}, "from": {"id": 42, "is_bot": false, "first_name": "U"}, "date": 1,
                 "old_chat_member": {"status": "member", "user": {"id": 123456, "is_bot": true, "first_name": "P"}},
                 "new_chat_member": {"status": "kicked", "until_date": 0, "user": {"id": 123456, "is_bot": true, "first_name": "P"}}}
                """);
        Settled.in(telegram, ME);
        assertThat(me().status()).isEqualTo(Status.GONE);
    }
}
