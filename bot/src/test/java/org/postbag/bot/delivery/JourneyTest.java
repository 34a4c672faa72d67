package org.postbag.bot.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.bot.TestBot;
import org.postbag.bot.TestClock;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.store.DeliveryQuery;

/** The main job from a folder of posts to files in the outbox, on both databases. */
class JourneyTest {
    private static final Address CHAT = Address.parse("telegram:42");
    private static final Address INBOX = Address.parse("email:reader@example.org");

    /** Five stories that have nothing to do with each other. */
    private static final List<News> NEWS = List.of(
            new News("山顶望远镜拍到彗尾", "天文台的新望远镜昨夜拍到一颗彗星的离子尾。观测持续了六个小时。"),
            new News("米酒作坊换上陶缸", "老街作坊把不锈钢罐换回陶缸，酿出的米酒更香。师傅说温度最要紧。"),
            new News("货运列车首次过海", "一列装满汽车的火车乘渡轮抵达对岸码头。全程用了十一个钟头。"),
            new News("珊瑚苗种下三千株", "潜水员在浅湾里固定好了人工培育的珊瑚幼苗。成活率要等明年春天才知道。"),
            new News("失传釉色重现窑口", "匠人试烧两百多次，终于还原了淡青色的古釉。配方里多了一味草木灰。"));

    private record News(String title, String text) {}

    private static TestBot bot(Engine engine, String configuration) {
        return new TestBot(engine, new TestClock("2026-11-19T22:00:00Z"), configuration);
    }

    private static Pass pass(TestBot bot) {
        return bot.application().delivery().deliverDue(bot.clock().instant(), null);
    }

    private static List<String> outbox(TestBot bot, String channel) throws IOException {
        Path folder = bot.outbox(channel);
        if (!Files.exists(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(JourneyTest::read).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("each morning the new posts, once, to the chat and to the inbox")
    void everyMorning(Engine engine) throws IOException {
        try (TestBot bot = bot(engine, "")) {
            bot.application().subscriptions().add(CHAT, Change.none(), true);
            bot.application().subscriptions().add(INBOX, Change.none(), true);
            bot.post("one", "第一篇", "科技", "第一篇说了一件事。很短。");
            bot.collect();
            assertThat(pass(bot).due()).as("07:30 has not come").isZero();
            bot.clock().advance(Duration.ofMinutes(90));
            assertThat(pass(bot)).isEqualTo(new Pass(2, 0, 0, 0, 0));
            bot.clock().advance(Duration.ofHours(12));
            bot.post("two", "第二篇", "城市", "第二篇说了另一件事。也短。");
            bot.collect();
            bot.restart();
            bot.clock().advance(Duration.ofHours(12));
            assertThat(pass(bot)).isEqualTo(new Pass(2, 0, 0, 0, 0));
            List<String> chat = outbox(bot, "telegram");
            assertThat(chat).hasSize(2);
            assertThat(chat.get(0)).contains("第一篇").doesNotContain("第二篇");
            assertThat(chat.get(1)).contains("第二篇").doesNotContain("第一篇");
            List<String> inbox = outbox(bot, "email");
            assertThat(inbox).hasSize(2);
            assertThat(inbox.get(0))
                    .contains("List-Unsubscribe: <http://127.0.0.1:8080/unsubscribe/")
                    .contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click")
                    .contains("List-Id:")
                    .contains("multipart/alternative");
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("after an outage one digest covers the time missed")
    void outage(Engine engine) throws IOException {
        try (TestBot bot = bot(engine, "")) {
            bot.application().subscriptions().add(CHAT, Change.none(), true);
            for (int day = 0; day < 4; day++) {
                bot.post("day" + day, NEWS.get(day).title(), "科技", NEWS.get(day).text());
                bot.clock().advance(Duration.ofDays(1));
            }
            bot.collect();
            bot.clock().advance(Duration.ofHours(2));
            assertThat(pass(bot)).isEqualTo(new Pass(1, 0, 0, 0, 0));
            String text = outbox(bot, "telegram").get(0);
            for (int day = 0; day < 4; day++)
                assertThat(text).contains(NEWS.get(day).title());
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("nothing new is skipped; a digest too late is skipped, and its posts come with the next")
    void emptyAndExpired(Engine engine) throws IOException {
        try (TestBot bot = bot(engine, "")) {
            bot.application().subscriptions().add(CHAT, Change.none().withTags(Set.of("科技")), true);
            bot.clock().advance(Duration.ofHours(2));
            assertThat(pass(bot)).isEqualTo(new Pass(0, 0, 1, 0, 0));
            bot.post("one", "迟到的一篇", "科技", "这一篇来得正是时候。可是没人送。");
            bot.collect();
            bot.clock().advance(Duration.ofHours(45));
            assertThat(pass(bot))
                    .as("due 07:30, now a day later less an hour and a half")
                    .isEqualTo(new Pass(0, 0, 1, 0, 0));
            bot.clock().advance(Duration.ofHours(3));
            assertThat(pass(bot)).isEqualTo(new Pass(1, 0, 0, 0, 0));
            assertThat(outbox(bot, "telegram").get(0)).contains("迟到的一篇");
            assertThat(bot.application().ledger().list(DeliveryQuery.all())).hasSize(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("a new source's old posts go to the archive and flood nobody")
    void backlog(Engine engine) throws IOException {
        try (TestBot bot = bot(engine, "")) {
            bot.application().subscriptions().add(CHAT, Change.none(), true);
            bot.post("old", bot.clock().instant().minus(Duration.ofDays(30)), "一个月前的旧事", "科技", "这是旧事。真的很旧。");
            bot.post("new", "今天的新事", "科技", "这是新事。真的很新。");
            bot.collect();
            bot.clock().advance(Duration.ofHours(2));
            assertThat(pass(bot).sent()).isEqualTo(1);
            assertThat(outbox(bot, "telegram").get(0)).contains("今天的新事").doesNotContain("一个月前的旧事");
            assertThat(bot.application().posts().search("旧事", 5, 0)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("instant readers get each post as it comes, muted words never")
    void instant(Engine engine) throws IOException {
        try (TestBot bot = bot(engine, "")) {
            bot.application()
                    .subscriptions()
                    .add(
                            CHAT,
                            Change.none()
                                    .withDays(org.postbag.subscriptions.Days.INSTANT)
                                    .withMute(Set.of("足球")),
                            true);
            bot.post("one", "立刻就要知道的事", "科技", "这件事很急。马上就到。");
            bot.collect();
            assertThat(pass(bot).sent()).isEqualTo(1);
            bot.clock().advance(Duration.ofSeconds(1));
            assertThat(pass(bot).due()).isZero();
            bot.post("two", "比赛结果", "体育", "昨晚的足球比赛结束了。比分是二比一。");
            bot.collect();
            bot.clock().advance(Duration.ofSeconds(1));
            assertThat(pass(bot).due()).isZero();
            assertThat(outbox(bot, "telegram")).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("more than a tag shows stands under \"N more\" and is not sent again")
    void more(Engine engine) throws IOException {
        try (TestBot bot = bot(engine, "digest: { per-tag: 2 }")) {
            bot.application().subscriptions().add(CHAT, Change.none(), true);
            for (int i = 0; i < NEWS.size(); i++)
                bot.post("p" + i, NEWS.get(i).title(), "科技", NEWS.get(i).text());
            bot.collect();
            bot.clock().advance(Duration.ofHours(2));
            assertThat(pass(bot).sent()).isEqualTo(1);
            assertThat(outbox(bot, "telegram").get(0)).contains("另有 3 篇");
            bot.clock().advance(Duration.ofDays(1));
            assertThat(pass(bot).skipped()).isEqualTo(1);
        }
    }
}
