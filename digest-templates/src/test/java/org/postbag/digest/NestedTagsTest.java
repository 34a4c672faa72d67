package org.postbag.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postbag.digest.SampleStories.told;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postbag.digest.email.EmailBody;
import org.postbag.digest.email.EmailLinks;
import org.postbag.digest.email.EmailRenderer;
import org.postbag.digest.telegram.TelegramRenderer;
import org.postbag.posts.Length;
import org.postbag.posts.Post;
import org.postbag.posts.ReaderLanguage;
import org.postbag.posts.TagPath;

class NestedTagsTest {

    private final Templates templates = new Templates(null);
    private final DigestBuilder builder = new DigestBuilder();
    private final DigestOptions options = SamplePosts.options(ReaderLanguage.ZH, Length.SHORT);

    @ParameterizedTest
    @CsvSource({
        "科技/芯片, 科技 › 芯片, 科技",
        "tech/ai/llm, tech › ai › llm, tech/ai",
        "科技 / 芯片, 科技 › 芯片, 科技",
        "芯片, 芯片,",
        "a//b, a//b,",
        "/etc, /etc,",
        "and/, and/,",
        "a/b/c/d/e/f, a › b › c › d › e/f, a/b/c/d"
    })
    void aTagWithSlashesIsAPathUnlessAPartIsEmpty(String tag, String shown, String parent) {
        assertThat(TagName.shown(tag, 60)).isEqualTo(shown);
        assertThat(TagPath.parent(tag)).isEqualTo(parent);
    }

    @Test
    void aTagOfNothingButSlashesIsBoundedAndHarmless() {
        String tag = "a/".repeat(100_000) + "b";
        assertThat(TagPath.parts(tag)).hasSize(5);
        assertThat(TagName.shown(tag, 40)).hasSizeLessThanOrEqualTo(40);
        Digest d = builder.build(List.of(told(1, "s", "T", List.of(tag, "///"), 0, 1)), options);
        assertThat(d.numbered()).hasSize(1);
    }

    @Test
    void familiesStandTogetherTheParentFirstInTheReadersOrderThenBySize() {
        List<Post> posts = new ArrayList<>(SampleStories.nested());
        for (int i = 0; i < 10; i++) {
            Collections.shuffle(posts, new Random(i));
            Digest d = builder.build(posts, SampleStories.options(ReaderLanguage.ZH));
            assertThat(d.sections())
                    .extracting(Section::tag)
                    .containsExactly("科研", "科技", "科技/芯片", "科技/人工智能/模型", "科技/机器人", "交通", "城市/老港");
        }
    }

    @Test
    void whoFollowsATagFollowsThoseBelowItAndTheMoreParticularOneIsTheHeading() {
        List<Post> posts = List.of(
                told(1, "a", "One", List.of("城市", "科技/芯片"), 0, 1),
                told(2, "a", "Two", List.of("城市"), 0, 1),
                told(3, "a", "Three", List.of("科技", "TECH/x", "科技/芯片"), 0, 2));
        Digest d = builder.build(posts, SampleStories.following(options, List.of("科技", "tech")));
        assertThat(d.sections()).extracting(Section::tag).containsExactly("科技/芯片", "城市");
        assertThat(d.sections().get(0).stories())
                .extracting(Story::reason)
                .containsExactly(
                        "followed tag 科技; 1 source; 2 h old; 2 followed tags", "followed tag 科技; 1 source; 1 h old");
    }

    @Test
    void aChildFollowedByNameComesBeforeItsFollowedParentsOtherChildren() {
        List<Post> posts = List.of(
                told(1, "a", "One", List.of("科技/机器人"), 0, 1),
                told(2, "a", "Two", List.of("科技/机器人"), 0, 1),
                told(3, "a", "Three", List.of("科技/芯片"), 0, 1),
                told(4, "a", "Four", List.of("交通"), 0, 1));
        assertThat(builder.build(posts, SampleStories.following(options, List.of("科技/芯片", "交通", "科技")))
                        .sections())
                .extracting(Section::tag)
                .containsExactly("科技/芯片", "科技/机器人", "交通");
    }

    @Test
    void headingsShowThePathAndListsNameTheFamilyOnce() {
        Digest d = SampleStories.digest(ReaderLanguage.ZH);
        TelegramRenderer telegram = new TelegramRenderer(templates);
        String page = telegram.render(d, telegram.paginate(d)).get(0);
        assertThat(page)
                .contains("\n科研 2 · 科技 1 › 芯片 4、人工智能 › 模型 1、机器人 1 · 交通 2 · 城市 › 老港 1\n")
                .contains("<b>▍科技 › 芯片</b> 4\n", "<b>▍城市 › 老港</b> 1\n");
        EmailBody mail = new EmailRenderer(templates).digest(d, EmailLinks.none());
        assertThat(Jsoup.parse(mail.html()).select("h2").eachText()).contains("科技 › 芯片 4", "科技 › 人工智能 › 模型 1");
        assertThat(mail.text()).contains("科技 1 › 芯片 4、", "科技 › 芯片 (4)\n---------------\n");
    }

    @Test
    void siblingsAreListedAfterOneAnother() {
        List<Post> posts = List.of(
                told(1, "a", "One", List.of("科技/机器人"), 0, 1),
                told(2, "a", "Two", List.of("科技/芯片"), 0, 1),
                told(3, "a", "Three", List.of("科技/芯片"), 0, 1),
                told(4, "a", "Four", List.of("交通"), 0, 1));
        Digest d = builder.build(posts, SampleStories.following(options, List.of()));
        TelegramRenderer telegram = new TelegramRenderer(templates);
        assertThat(telegram.render(d, telegram.paginate(d)).get(0)).contains("\n科技 › 芯片 2、机器人 1 · 交通 1\n");
    }

    @Test
    void theCommandForMoreNamesTheTagAsItIs() {
        List<Post> posts = new ArrayList<>();
        for (int i = 1; i <= 9; i++) posts.add(told(i, "a", "Title " + i, List.of("科技/芯片"), 0, i));
        Digest d = builder.build(posts, options);
        TelegramRenderer telegram = new TelegramRenderer(templates);
        assertThat(telegram.render(d, telegram.paginate(d)).get(0)).contains("另有 4 篇：/digest 科技/芯片");
        EmailLinks links = new EmailLinks("https://post.example.org", null, null, null, true);
        assertThat(new EmailRenderer(templates).digest(d, links).text())
                .contains("https://post.example.org/tags/%E7%A7%91%E6%8A%80%2F%E8%8A%AF%E7%89%87");
    }
}
