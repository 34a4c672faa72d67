package org.postbag.bot.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postbag.bot.TestBot;
import org.postbag.bot.TestClock;
import org.postbag.posts.Post;
import org.postbag.posts.SourceReport;
import org.postbag.posts.store.PostQuery;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Change;

/** Summaries by a language model, from the endpoint to what readers see. */
class GeneratedSummariesTest {
    private static final String TEXT = "老港大桥经过两年维修，周五上午重新向行人开放。首日有一万两千人走过桥面，秩序良好。"
            + "市政厅说，桥墩加固用了三千吨钢材，汽车要到明年春天才能通行。沿岸的商户盼着游客回来，渡轮仍然照常行驶。"
            + "桥头的小广场上摆出了老照片展览，许多老人带着孩子来看。";
    private static final String BRIEF = "老港大桥周五上午重新向行人开放，汽车要到明年春天才能通行。";
    private static final String FULL = "老港大桥周五上午重新向行人开放，首日有一万两千人走过桥面。汽车要到明年春天才能通行。";

    private ModelDouble model;

    @BeforeEach
    void start() throws IOException {
        model = new ModelDouble();
    }

    @AfterEach
    void stop() {
        model.close();
    }

    private TestBot bot() {
        return new TestBot(
                Engine.SQLITE,
                new TestClock("2026-11-19T22:00:00Z"),
                "digest: { summary: llm }\nsummary: { llm: { url: \"%s\", model: m, key: k } }"
                        .formatted(model.address()));
    }

    private static Post only(TestBot bot) {
        List<Post> posts = bot.application().posts().list(PostQuery.all());
        assertThat(posts).hasSize(1);
        return posts.get(0);
    }

    private static String sent(TestBot bot, String channel) throws IOException {
        try (Stream<Path> files = Files.list(bot.outbox(channel))) {
            return Files.readString(files.findFirst().orElseThrow());
        }
    }

    /** The plain text of a mail. */
    private static String text(TestBot bot) throws Exception {
        try (Stream<Path> files = Files.list(bot.outbox("email"));
                InputStream in = Files.newInputStream(files.findFirst().orElseThrow())) {
            Object content = new MimeMessage(Session.getInstance(new Properties()), in).getContent();
            BodyPart first = ((Multipart) content).getBodyPart(0);
            return first.getContent().toString();
        }
    }

    @Test
    @DisplayName("a checked summary is shown and marked as generated in chat and mail, and nothing is asked twice")
    void marked() throws Exception {
        model.says(BRIEF, FULL);
        try (TestBot bot = bot()) {
            bot.application().subscriptions().add(Address.parse("telegram:42"), Change.none(), true);
            bot.application().subscriptions().add(Address.parse("email:a@example.org"), Change.none(), true);
            bot.post("bridge", "老港大桥重新开放", "城市", TEXT);
            bot.collect();
            assertThat(only(bot).generated()).isTrue();
            assertThat(only(bot).summary()).isEqualTo(BRIEF);
            assertThat(model.asked()).isEqualTo(1);
            bot.collect();
            bot.restart();
            bot.collect();
            assertThat(model.asked()).as("answers are kept").isEqualTo(1);
            bot.clock().advance(Duration.ofHours(2));
            assertThat(bot.application()
                            .delivery()
                            .deliverDue(bot.clock().instant(), null)
                            .sent())
                    .isEqualTo(2);
            assertThat(sent(bot, "telegram")).contains(BRIEF).contains("✦").contains("语言模型");
            assertThat(text(bot)).contains(BRIEF).contains("语言模型");
        }
    }

    @Test
    @DisplayName("an answer with a number that the article does not have is not shown; an extract stands in")
    void invented() throws IOException {
        model.says("老港大桥重新开放，耗资七十八亿元。", FULL);
        try (TestBot bot = bot()) {
            bot.application().subscriptions().add(Address.parse("telegram:42"), Change.none(), true);
            bot.post("bridge", "老港大桥重新开放", "城市", TEXT);
            bot.collect();
            assertThat(only(bot).generated()).isFalse();
            assertThat(only(bot).summary()).isNotBlank().doesNotContain("七十八亿");
            bot.collect();
            assertThat(model.asked()).as("a rejected answer is kept as well").isEqualTo(1);
            bot.clock().advance(Duration.ofHours(2));
            bot.application().delivery().deliverDue(bot.clock().instant(), null);
            assertThat(sent(bot, "telegram")).contains("老港大桥").doesNotContain("✦");
        }
    }

    @Test
    @DisplayName("with the endpoint down or refusing, posts come in all the same, with extracts, in bounded time")
    void down() {
        model.fails(401);
        try (TestBot bot = bot()) {
            for (int i = 0; i < 20; i++) bot.post("bridge" + i, "老港大桥第" + i + "天", "城市", TEXT + i);
            assertThat(bot.collect()).extracting(SourceReport::added).containsExactly(20);
            assertThat(model.asked()).as("it is left alone after some refusals").isLessThan(20);
        }
        model.close();
        try (TestBot bot = bot()) {
            for (int i = 0; i < 20; i++) bot.post("bridge" + i, "老港大桥第" + i + "天", "城市", TEXT + i);
            long began = System.nanoTime();
            assertThat(bot.collect()).extracting(SourceReport::added).containsExactly(20);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(60));
            assertThat(bot.application().posts().list(PostQuery.all()))
                    .allSatisfy(post -> assertThat(post.summary()).isNotBlank());
        }
    }
}
