package org.postbag.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postbag.digest.SampleStories.section;
import static org.postbag.digest.SampleStories.told;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postbag.digest.email.EmailBody;
import org.postbag.digest.email.EmailLinks;
import org.postbag.digest.email.EmailRenderer;
import org.postbag.digest.telegram.TelegramRenderer;
import org.postbag.digest.text.TextRenderer;
import org.postbag.digest.web.DigestPage;
import org.postbag.digest.web.WebRenderer;
import org.postbag.posts.Length;
import org.postbag.posts.Post;
import org.postbag.posts.ReaderLanguage;

class SentBeforeTest {

    private final DigestBuilder builder = new DigestBuilder();
    private final DigestOptions options = SamplePosts.options(ReaderLanguage.EN, Length.SHORT);

    @Test
    void aStoryTheReaderKnowsIsCountedAndNotTold() {
        List<Post> posts = List.of(
                told(1, "a", "Known", List.of("t"), 7, 1),
                told(2, "b", "Known", List.of("t"), 7, 1),
                told(3, "a", "New", List.of("t"), 8, 20));
        Digest d = builder.build(posts, options.withSentBefore(Set.of(1L, 2L), Set.of()));
        assertThat(d.numbered()).extracting(s -> s.lead().title()).containsExactly("New");
        assertThat(section(d, "t").more()).isEqualTo(2);
        assertThat(d.posts()).isEqualTo(3);
        assertThat(d.stories()).isEqualTo(2);
        assertThat(d.isEmpty()).isFalse();
    }

    @Test
    void whatIsNewOfAKnownStoryLeadsAndTheRestStandsBesideItAsAnUpdate() {
        List<Post> posts = List.of(
                told(1, "a", "Chip made", List.of("t"), 7, 5),
                told(2, "b", "Chip made", List.of("t"), 7, 4),
                told(3, "c", "Chip fails in first trial", List.of("t"), 7, 3));
        Digest d = builder.build(posts, options.withSentBefore(Set.of(1L, 2L), Set.of(3L)));
        Story story = d.numbered().get(0);
        assertThat(story.lead().id()).isEqualTo(3);
        assertThat(story.also()).extracting(Post::id).containsExactly(1L, 2L);
        assertThat(story.update()).isTrue();
        assertThat(story.reason()).endsWith("; sent before");
    }

    @Test
    void aFollowUpAloneIsAnUpdateAndWinsOverRetold() {
        List<Post> posts = List.of(told(1, "a", "More of it", List.of("t"), 7, 5));
        for (Set<Long> retold : List.of(Set.<Long>of(), Set.of(1L))) {
            Story story = builder.build(posts, options.withSentBefore(retold, Set.of(1L)))
                    .numbered()
                    .get(0);
            assertThat(story.update()).isTrue();
        }
    }

    @Test
    void aStoryIsAsFreshAsWhatIsNewInIt() {
        List<Post> posts = List.of(
                told(1, "a", "Known, said again", List.of("t"), 7, 0),
                told(2, "a", "News of it", List.of("t"), 7, 60),
                told(3, "a", "Something else", List.of("t"), 8, 1));
        Digest d = builder.build(posts, options.withSentBefore(Set.of(1L), Set.of(2L)));
        assertThat(d.numbered()).extracting(s -> s.lead().id()).containsExactly(3L, 2L);
    }

    @ParameterizedTest
    @EnumSource(ReaderLanguage.class)
    void aDigestOfKnownStoriesOnlyIsEmptyAndSaysWhatThereWas(ReaderLanguage lang) {
        Digest d = builder.build(
                List.of(told(1, "a", "Known", List.of("芯片"), 7, 1), told(2, "b", "Known", List.of("芯片"), 7, 1)),
                SamplePosts.options(lang, Length.SHORT).withSentBefore(Set.of(1L, 2L), Set.of()));
        assertThat(d.isEmpty()).isTrue();
        assertThat(d.posts()).isEqualTo(2);
        boolean zh = lang == ReaderLanguage.ZH;
        Templates templates = new Templates(null);
        TelegramRenderer telegram = new TelegramRenderer(templates);
        EmailBody mail = new EmailRenderer(templates).digest(d, EmailLinks.none());
        String page = new WebRenderer(templates).digest(SamplePosts.site(lang), new DigestPage(d, null, null));
        assertThat(telegram.paginate(d)).containsExactly(List.of());
        for (String shown : List.of(
                telegram.render(d, telegram.paginate(d)).get(0),
                mail.html(),
                mail.text(),
                page,
                new TextRenderer(templates).render(d)))
            assertThat(shown)
                    .contains(zh ? "没有新消息" : "No news in this time", zh ? "另有 2 篇：芯片 2" : "2 more posts: 芯片 2")
                    .doesNotContain(zh ? "回复编号" : "Reply with", zh ? "分钟" : "minute");
        assertThat(mail.subject()).contains(zh ? "没有新文章" : "nothing new");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whateverWasSentBeforeEveryPostIsCountedOnceAndNoKnownStoryIsTold(long seed) {
        Random random = new Random(seed);
        List<Post> posts = new ArrayList<>();
        Set<Long> retold = new HashSet<>();
        Set<Long> followUps = new HashSet<>();
        for (long i = 1; i <= 200; i++) {
            posts.add(told(
                    i,
                    "s" + random.nextInt(5),
                    "Title " + random.nextInt(40),
                    List.of("a/" + random.nextInt(4), "t" + random.nextInt(4)),
                    random.nextInt(50),
                    random.nextInt(48)));
            if (random.nextInt(2) == 0) retold.add(i);
            else if (random.nextInt(4) == 0) followUps.add(i);
        }
        Digest d = builder.build(posts, options.withSentBefore(retold, followUps));
        assertThat(d.sections().stream().mapToInt(Section::posts).sum()).isEqualTo(200);
        assertThat(d.numbered()).allSatisfy(s -> {
            assertThat(retold).doesNotContain(s.lead().id());
            boolean known = followUps.contains(s.lead().id())
                    || s.also().stream().anyMatch(p -> retold.contains(p.id()) || followUps.contains(p.id()));
            assertThat(s.update()).isEqualTo(known);
        });
    }
}
