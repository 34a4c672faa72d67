package org.postbag.bot.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.bot.TestBot;
import org.postbag.bot.TestClock;
import org.postbag.posts.Post;
import org.postbag.posts.collect.http.WebStub;
import org.postbag.posts.store.PostQuery;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Change;

/** Each story once: what a reader gets who follows a feed and a folder that tell the same, day after day. */
class StoriesTest {
    private static final Address CHAT = Address.parse("telegram:42");

    private static final String BRIDGE_TITLE = "老港大桥周五重新开放";
    private static final String BRIDGE =
            "老港大桥经过两年维修，周五上午重新向行人开放。首日有一万两千人走过桥面。" + "市政厅说，桥墩加固用了三千吨钢材，汽车要到明年春天才能通行。沿岸的商户盼着游客回来。";
    private static final String FOLLOW_UP = BRIDGE
            + "周日下午，巡检员在第七号桥墩旁发现一道四厘米长的裂缝，指挥部随即封闭了西侧人行道。"
            + "工程师连夜运来超声探伤仪，逐段检查焊缝，初步判断是温差引起的收缩，并非承重构件受损。"
            + "承包商承诺自费更换十二块伸缩板，预计需要九天，期间渡轮增开早晚各五班，票价减半。"
            + "议员要求公布全部监理日志，审计署将派三人小组进驻，下个月提交报告。"
            + "附近学校调整了上学路线，志愿者在路口引导儿童，出租车公司提供免费接送老人服务。"
            + "气象台提醒，周三起有寒潮，最低气温降到零下六度，指挥部准备了融雪剂和防滑垫，夜间加派值守人员巡视。";

    private WebStub web;
    private final List<String> items = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        web = new WebStub().on("/feed.xml", (request, out) -> WebStub.page(
                        "application/rss+xml", feed().getBytes(StandardCharsets.UTF_8))
                .answer(request, out));
    }

    @AfterEach
    void stop() throws IOException {
        web.close();
    }

    private String feed() {
        return "<rss version='2.0'><channel><title>Feed</title>" + String.join("\n", items) + "</channel></rss>";
    }

    private void publish(String id, Instant date, String title, String text) {
        items.add(
                "<item><title>%s</title><link>http://news.example.org/%s</link><pubDate>%s</pubDate><category>城市</category><description>%s</description></item>"
                        .formatted(
                                title,
                                id,
                                DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atOffset(ZoneOffset.UTC)),
                                text));
    }

    private TestBot bot(Engine engine, double weight) {
        return new TestBot(
                engine,
                new TestClock("2026-11-19T22:00:00Z"),
                "http: { allow-private: true }",
                "{ id: news, feed: \"%s\", weight: %s }".formatted(web.at("/feed.xml"), weight));
    }

    private static Pass pass(TestBot bot) {
        return bot.application().delivery().deliverDue(bot.clock().instant(), null);
    }

    private static String newest(TestBot bot) throws IOException {
        try (Stream<Path> files = Files.list(bot.outbox("telegram"))) {
            return Files.readString(files.sorted().reduce((a, b) -> b).orElseThrow());
        }
    }

    private static long story(TestBot bot, String title) {
        return bot.application().posts().list(PostQuery.all()).stream()
                .filter(post -> post.title().equals(title))
                .findFirst()
                .map(Post::story)
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "a story from two sources is one; told again next day it is only counted; with much that is new it is an update")
    void eachStoryOnce(Engine engine) throws IOException {
        try (TestBot bot = bot(engine, 1)) {
            bot.application().subscriptions().add(CHAT, Change.none(), true);
            publish("bridge", bot.clock().instant().minus(Duration.ofHours(2)), BRIDGE_TITLE, BRIDGE);
            bot.post("bridge", BRIDGE_TITLE + "（组图）", "城市", BRIDGE);
            bot.post("comet", "山顶望远镜拍到彗尾", "科学", "天文台的新望远镜昨夜拍到一颗彗星的离子尾。观测持续了六个小时。");
            bot.collect();
            bot.clock().advance(Duration.ofHours(2));
            assertThat(pass(bot).sent()).isEqualTo(1);
            assertThat(newest(bot).split("老港大桥周五重新开放", -1).length - 1)
                    .as("one headline, the other source under it")
                    .isLessThanOrEqualTo(2);
            assertThat(story(bot, BRIDGE_TITLE)).isEqualTo(story(bot, BRIDGE_TITLE + "（组图）"));

            bot.clock().advance(Duration.ofHours(20));
            bot.post("again", "老港大桥周五上午重新开放", "城市", BRIDGE);
            bot.post("rice", "米酒作坊换上陶缸", "城市", "老街作坊把不锈钢罐换回陶缸，酿出的米酒更香。师傅说温度最要紧。");
            bot.collect();
            assertThat(story(bot, "老港大桥周五上午重新开放")).isEqualTo(story(bot, BRIDGE_TITLE));
            bot.clock().advance(Duration.ofHours(4));
            assertThat(pass(bot).sent()).isEqualTo(1);
            assertThat(newest(bot)).contains("米酒作坊").doesNotContain("老港大桥").contains("另有 1 篇");

            bot.clock().advance(Duration.ofHours(20));
            publish("crack", bot.clock().instant().minus(Duration.ofHours(1)), "老港大桥重新开放后发现裂缝", FOLLOW_UP);
            bot.clock().advance(Duration.ofMinutes(30));
            bot.collect();
            assertThat(story(bot, "老港大桥重新开放后发现裂缝")).isEqualTo(story(bot, BRIDGE_TITLE));
            bot.clock().advance(Duration.ofHours(4));
            assertThat(pass(bot).sent()).isEqualTo(1);
            assertThat(newest(bot)).contains("发现裂缝").contains("有更新");
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("a digest of nothing but retold posts is skipped, and the next one has everything that came since")
    void nothingButRetold(Engine engine) throws IOException {
        try (TestBot bot = bot(engine, 1)) {
            bot.application().subscriptions().add(CHAT, Change.none(), true);
            bot.post("bridge", BRIDGE_TITLE, "城市", BRIDGE);
            bot.collect();
            bot.clock().advance(Duration.ofHours(2));
            assertThat(pass(bot).sent()).isEqualTo(1);
            bot.clock().advance(Duration.ofHours(12));
            publish("again", bot.clock().instant().minus(Duration.ofHours(1)), "老港大桥周五上午重新开放", BRIDGE);
            bot.collect();
            bot.clock().advance(Duration.ofHours(12));
            assertThat(pass(bot)).isEqualTo(new Pass(0, 0, 1, 0, 0));
            bot.clock().advance(Duration.ofHours(12));
            bot.post("comet", "山顶望远镜拍到彗尾", "城市", "天文台的新望远镜昨夜拍到一颗彗星的离子尾。观测持续了六个小时。");
            bot.collect();
            bot.clock().advance(Duration.ofHours(12));
            assertThat(pass(bot).sent()).isEqualTo(1);
            assertThat(newest(bot)).contains("彗尾").doesNotContain("老港大桥").contains("另有 1 篇");
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("a source's weight moves its stories up or down")
    void weights(Engine engine) throws IOException {
        for (double weight : new double[] {0.2, 5}) {
            items.clear();
            try (TestBot bot = bot(engine, weight)) {
                bot.application().subscriptions().add(CHAT, Change.none(), true);
                publish("rice", bot.clock().instant().minus(Duration.ofHours(1)), "米酒作坊换上陶缸", "老街作坊把不锈钢罐换回陶缸，酿出的米酒更香。");
                bot.post("comet", "山顶望远镜拍到彗尾", "城市", "天文台的新望远镜昨夜拍到一颗彗星的离子尾。");
                bot.collect();
                bot.restart();
                bot.clock().advance(Duration.ofHours(2));
                assertThat(pass(bot).sent()).isEqualTo(1);
                String text = newest(bot);
                if (weight > 1) assertThat(text.indexOf("米酒作坊")).isLessThan(text.indexOf("彗尾"));
                else assertThat(text.indexOf("彗尾")).isLessThan(text.indexOf("米酒作坊"));
            }
        }
    }
}
