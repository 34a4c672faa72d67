package org.postbag.digest.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postbag.digest.Digest;
import org.postbag.digest.DigestBuilder;
import org.postbag.digest.DigestOptions;
import org.postbag.digest.Hostile;
import org.postbag.digest.Listed;
import org.postbag.digest.SamplePosts;
import org.postbag.digest.Templates;
import org.postbag.posts.Length;
import org.postbag.posts.Post;
import org.postbag.posts.ReaderLanguage;

/**
 * Any mix of scripts, emoji, links and lengths gives only messages that Telegram accepts, in order, nothing dropped. Articles
 * have {@link ArticlePackingTest}.
 */
class PackingTest {

    /** A number at the start of a line, and the mark that each post's title begins with. */
    private static final Pattern ITEM = Pattern.compile("(?m)^(\\d+)\\. «(\\d+)»");

    private static final List<ReaderLanguage> LANGUAGES = List.of(ReaderLanguage.values());

    private final TelegramRenderer renderer = new TelegramRenderer(new Templates(null), "https://post.example.org");

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void digestsOfAnything(long seed) {
        Random random = new Random(seed);
        Digest d = digest(posts(random, 1 + random.nextInt(70)), random);
        List<List<Integer>> pages = renderer.paginate(d);
        List<String> messages = renderer.render(d, pages);
        List<String> expected =
                d.numbered().stream().map(s -> s.number() + " " + s.lead().id()).toList();
        assertThat(items(messages)).isEqualTo(expected);
        for (int i = 0; i < messages.size(); i++)
            assertThat(renderer.page(d, pages, i)).isEqualTo(messages.get(i));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void listsOfAnything(long seed) {
        Random random = new Random(seed);
        int start = 1 + random.nextInt(2000);
        List<Listed> listed = listed(random, start, random.nextInt(90));
        List<String> messages = renderer.list(
                random.nextBoolean() ? Hostile.title(random, 40) : Hostile.tooMuch(random),
                listed,
                LANGUAGES.get(random.nextInt(2)),
                SamplePosts.SHANGHAI);
        assertThat(items(messages)).isEqualTo(expected(listed));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aPageOfASearchIsOneMessageWhateverIsFound(long seed) {
        Random random = new Random(seed);
        int start = 1 + 10 * random.nextInt(20);
        List<Listed> listed = listed(random, start, random.nextInt(random.nextBoolean() ? 11 : 51));
        String message = renderer.listPage(
                Hostile.title(random, random.nextInt(60)),
                listed,
                "Z" + (random.nextBoolean() ? Hostile.text(random, 60) : Hostile.tooMuch(random)),
                ReaderLanguage.EN,
                SamplePosts.SHANGHAI);
        assertThat(items(List.of(message))).isEqualTo(expected(listed));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void cardsOfAnything(long seed) {
        for (Post post : posts(new Random(seed), 30)) {
            InlineCard card = renderer.card(post, ReaderLanguage.ZH, SamplePosts.SHANGHAI);
            assertThat(card.title()).contains("«" + post.id() + "»").doesNotContain("\n");
            assertThat(card.title().codePointCount(0, card.title().length())).isLessThanOrEqualTo(256);
            assertThat(card.description()).doesNotContain("\n").doesNotContainPattern("[\u202A-\u202E\u2066-\u2069]");
            assertThat(card.description().codePointCount(0, card.description().length()))
                    .isLessThanOrEqualTo(512);
            assertThat(StrictHtml.message(card.html()).text()).startsWith("«" + post.id() + "»");
        }
    }

    @Test
    void anOperatorsTemplateThatSaysTooMuchLosesNoTitle() {
        Random random = new Random(7);
        Digest d = digest(posts(random, 12), random);
        List<Integer> all = d.numbered().stream().map(s -> s.number()).toList();
        List<String> message = renderer.render(d, List.of(all));
        assertThat(items(message)).hasSize(all.size());
    }

    /** What stands in the messages, as "number id"; each message is checked, and that no title stands elsewhere too. */
    private static List<String> items(List<String> messages) {
        List<String> items = new ArrayList<>();
        int marks = 0;
        for (String message : messages) {
            String text = StrictHtml.message(message).text();
            for (Matcher m = ITEM.matcher(text); m.find(); ) items.add(m.group(1) + " " + m.group(2));
            marks += (int) text.chars().filter(c -> c == '«').count();
        }
        assertThat(marks).as("titles").isEqualTo(items.size());
        return items;
    }

    private static List<String> expected(List<Listed> listed) {
        return listed.stream()
                .map(item -> item.number() + " " + item.post().id())
                .toList();
    }

    private static List<Listed> listed(Random random, int start, int count) {
        List<Post> posts = posts(random, count);
        List<Listed> listed = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String snippet =
                    random.nextInt(12) == 0 ? Hostile.tooMuch(random) : Hostile.text(random, random.nextInt(80));
            listed.add(new Listed(start + i, posts.get(i), snippet));
        }
        return listed;
    }

    private static Digest digest(List<Post> posts, Random random) {
        Length length = List.of(Length.values()).get(random.nextInt(3));
        DigestOptions o = SamplePosts.options(LANGUAGES.get(random.nextInt(2)), length);
        int most = random.nextBoolean() ? 0 : 40;
        return new DigestBuilder()
                .build(
                        posts,
                        new DigestOptions(
                                Hostile.title(random, 30),
                                o.lang(),
                                o.zone(),
                                length,
                                random.nextBoolean() ? 0 : 4,
                                most,
                                o.from(),
                                o.to(),
                                List.of(),
                                random.nextInt(3)));
    }

    private static List<Post> posts(Random random, int count) {
        boolean long1 = random.nextInt(4) == 0;
        List<Post> posts = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            List<String> tags = new ArrayList<>();
            for (int t = random.nextInt(3); t > 0; t--) {
                int tag = random.nextInt(9);
                tags.add(tag + Hostile.text(new Random(tag), 12));
            }
            posts.add(post(random, i, tags, link(random, i, long1)));
        }
        return posts;
    }

    private static Post post(Random random, int id, List<String> tags, @Nullable String url) {
        String title = random.nextInt(8) == 0 ? Hostile.tooMuch(random) : Hostile.text(random, random.nextInt(60));
        String summary = random.nextInt(8) == 0 ? Hostile.tooMuch(random) : Hostile.text(random, random.nextInt(60));
        Instant date = SamplePosts.MORNING.minusSeconds(1 + random.nextInt(80_000));
        return new Post(
                id,
                1,
                random.nextInt(5) == 0 ? "@someone #" + Hostile.text(random, 9) : "source-" + random.nextInt(9),
                "p/" + id,
                "«" + id + "»" + title,
                date,
                null,
                random.nextBoolean() ? null : Hostile.text(random, 5),
                url,
                null,
                "en",
                tags,
                List.of(),
                summary,
                random.nextBoolean() ? summary + summary : "",
                100,
                random.nextInt(4) == 0 ? 1 + random.nextInt(4) : 0,
                Map.of(),
                id,
                id,
                false,
                random.nextInt(5) == 0);
    }

    private static @Nullable String link(Random random, int id, boolean overlong) {
        if (overlong) return "https://e.org/?" + "a=1&b=新".repeat(20 + random.nextInt(120)) + id;
        return switch (random.nextInt(8)) {
            case 0 -> null;
            case 1 -> "javascript:alert(1)";
            case 2 -> "https://e.org/" + "p".repeat(random.nextInt(1980));
            case 3 -> "https://例子.测试/a b?\"<x>'&" + id;
            default -> "https://e.org/" + id;
        };
    }
}
