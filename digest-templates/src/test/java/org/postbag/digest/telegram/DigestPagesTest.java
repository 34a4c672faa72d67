package org.postbag.digest.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postbag.digest.Digest;
import org.postbag.digest.DigestBuilder;
import org.postbag.digest.DigestOptions;
import org.postbag.digest.Hostile;
import org.postbag.digest.SamplePosts;
import org.postbag.digest.Story;
import org.postbag.digest.Templates;
import org.postbag.posts.Length;
import org.postbag.posts.Post;
import org.postbag.posts.ReaderLanguage;

class DigestPagesTest {

    private static final Pattern NUMBER = Pattern.compile("(?m)^(\\d+)\\. ");

    private final TelegramRenderer renderer = new TelegramRenderer(new Templates(null));

    @Test
    void theHeadTellsNameDateZoneAndWhatIsInIt() {
        String page = pages(SamplePosts.digest(ReaderLanguage.ZH, Length.SHORT)).get(0);
        assertThat(page)
                .startsWith(
                        "<b>晨报</b> · 2026年11月22日 星期日 · Asia/Shanghai\n14 篇 · 5 话题 · 约 1 分钟\n科研 3 · 芯片 5 · 交通 3 · 城市 2 · 其他 1");
        assertThat(pages(SamplePosts.digest(ReaderLanguage.EN, Length.SHORT)).get(0))
                .startsWith(
                        "<b>Morning Post</b> · Sunday, 22 November 2026 · Asia/Shanghai\n14 posts · 5 topics · 1-minute read");
    }

    @Test
    void anItemHasNumberLinkedTitleOriginSummaryAndTheOthersThatTellIt() {
        String page = pages(SamplePosts.digest(ReaderLanguage.ZH, Length.SHORT)).get(0);
        assertThat(page)
                .contains(
                        """
                4. <a href="https://news.example.org/zh/2026/3">新型碳化硅芯片耐热六百度，海湾大学发布</a>
                gangwan-bao · 05:00
                <blockquote expandable>六百度高温下运行四千小时，海湾大学的碳化硅芯片或可用于航空发动机。</blockquote>
                另见：<a href="https://news.example.org/en/2026/2">harbour-times</a> · <a href="https://news.example.org/zh/2026/1">林晓岚</a>
                """
                                .strip());
    }

    @Test
    void whatIsNotToldIsCountedWithTheCommandThatBringsIt() {
        DigestOptions o = SamplePosts.options(ReaderLanguage.ZH, Length.SHORT);
        DigestOptions one = new DigestOptions(
                o.name(), o.lang(), o.zone(), o.length(), 1, 4, o.from(), o.to(), o.preferredTags(), 0);
        String page =
                pages(new DigestBuilder().build(SamplePosts.morning(), one)).get(0);
        assertThat(page).contains("另有 2 篇：/digest 科研").contains("另有 1 篇：其他 1");
    }

    @Test
    void titlesOnlyStandCloseTogetherWithoutQuotes() {
        String page =
                pages(SamplePosts.digest(ReaderLanguage.EN, Length.TITLES)).get(0);
        assertThat(page)
                .doesNotContain("blockquote")
                .contains(
                        "\n2. <a href=\"https://news.example.org/en/2026/10\">Deep-sea sampler returns brine under full pressure</a> · harbour-times\n3. ");
    }

    @ParameterizedTest
    @EnumSource(ReaderLanguage.class)
    void anEmptyDigestIsOneMessageThatSaysSo(ReaderLanguage lang) {
        Digest d = new DigestBuilder().build(List.of(), SamplePosts.options(lang, Length.SHORT));
        assertThat(renderer.paginate(d)).containsExactly(List.of());
        assertThat(pages(d)).hasSize(1);
        assertThat(pages(d).get(0)).contains(lang == ReaderLanguage.ZH ? "没有新文章" : "Nothing new");
    }

    @Test
    void aSectionThatGoesOnNamesItselfAgain() {
        List<Post> posts = new ArrayList<>();
        for (int i = 1; i <= 60; i++)
            posts.add(SamplePosts.post(i, "第" + i + "条消息", "这是一段不长不短的摘要，用来占满一页的位置。".repeat(5), List.of("芯片")));
        Digest d = build(posts, Length.SHORT);
        List<String> pages = pages(d);
        assertThat(pages).hasSizeGreaterThan(2);
        assertThat(pages.get(0)).contains("<b>▍芯片</b> 60").contains("· 1/" + pages.size());
        assertThat(pages.get(1)).contains("<b>▍芯片</b> (续)");
        assertThat(pages.get(1)).startsWith("<b>晨报</b> · 11月22日 周日 · 2/" + pages.size());
    }

    @Test
    void itemsWhoseLinksAreLongTogetherAreSpreadOverPages() {
        List<Post> posts = new ArrayList<>();
        for (int i = 1; i <= 24; i++)
            posts.add(SamplePosts.withLink(
                    SamplePosts.post(i, "Title " + i, "Short.", List.of("x")),
                    "https://news.example.org/rss/articles/" + "Q".repeat(600) + i));
        List<String> pages = pages(build(posts, Length.SHORT));
        assertThat(pages).hasSizeGreaterThan(1);
        List<String> links = new ArrayList<>();
        for (String page : pages) links.addAll(StrictHtml.message(page).links());
        assertThat(links).hasSize(24).allMatch(link -> link.length() > 600);
    }

    @Test
    void onePageIsTheSameWhetherAskedForAloneOrWithTheOthers() {
        List<Post> posts = new ArrayList<>();
        for (int i = 1; i <= 60; i++)
            posts.add(SamplePosts.post(i, "第" + i + "条消息", "这是一段摘要，用来占满一页的位置。".repeat(9), List.of("芯片")));
        Digest d = build(posts, Length.SHORT);
        List<List<Integer>> split = renderer.paginate(d);
        List<String> all = renderer.render(d, split);
        assertThat(all).hasSizeGreaterThan(2);
        for (int i = 0; i < all.size(); i++)
            assertThat(renderer.page(d, split, i)).isEqualTo(all.get(i));
        assertThatThrownBy(() -> renderer.page(d, split, all.size())).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @ParameterizedTest
    @MethodSource("titles")
    void aTitleOfWhateverKindIsOneLinkOnOneLine(String title, String shown) {
        Post post = SamplePosts.post(1, title, "Summary.", List.of("x"));
        String page = pages(build(List.of(post), Length.SHORT)).get(0);
        assertThat(StrictHtml.message(page).text()).contains("\n1. " + shown + " 有更新\ngangwan-bao · ");
    }

    static List<Arguments> titles() {
        return List.of(
                Arguments.of("长".repeat(5000), "长".repeat(199) + "…"),
                Arguments.of("😀".repeat(4096), "😀".repeat(199) + "…"),
                Arguments.of("👩‍👩‍👧‍👦".repeat(585), "👩‍👩‍👧‍👦".repeat(28) + "…"),
                Arguments.of("🇨🇳🇸🇪".repeat(100), "🇨🇳🇸🇪".repeat(49) + "🇨🇳…"),
                Arguments.of("a\u202Egnp.exe\u202C \u2067b\u2069", "agnp.exe b"),
                Arguments.of("مرحبا \u202Bبالعالم", "مرحبا بالعالم"),
                Arguments.of("</a><b>&amp;<script>", "</a><b>&amp;<script>"),
                Arguments.of("a" + "\u0301".repeat(4000) + "b", "a" + "\u0301".repeat(8) + "b"),
                Arguments.of("one\ntwo\u2028three\r\nfour", "one two three four"),
                Arguments.of("\u200B\u3164", "Summary."));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24})
    void whateverThePostsSayEveryPageIsAcceptedEverythingIsThereAndInOrder(long seed) {
        Random random = new Random(seed);
        Digest d = hostileDigest(random);
        List<List<Integer>> split = renderer.paginate(d);
        assertThat(split).as("the same digest gives the same pages").isEqualTo(renderer.paginate(d));
        List<String> pages = renderer.render(d, split);
        List<Integer> seen = new ArrayList<>();
        List<String> links = new ArrayList<>();
        for (String page : pages) {
            StrictHtml parsed = StrictHtml.message(page);
            assertThat(lastLine(page)).as("a heading ends no page").doesNotStartWith("<b>▍");
            Matcher number = NUMBER.matcher(page);
            while (number.find()) seen.add(Integer.parseInt(number.group(1)));
            links.addAll(parsed.links());
        }
        List<Integer> expected = d.numbered().stream().map(Story::number).toList();
        assertThat(seen.stream().filter(expected::contains).toList()).containsSubsequence(expected);
        assertThat(split.stream().flatMap(List::stream).toList()).isEqualTo(expected);
        assertThat(links)
                .containsSubsequence(
                        d.numbered().stream().map(s -> s.lead().url()).toList());
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34})
    void pagesFrozenBeforeATemplateGrewStillFit(long seed) {
        Digest d = hostileDigest(new Random(seed));
        List<List<Integer>> crowded =
                List.of(d.numbered().stream().limit(12).map(Story::number).toList());
        for (String page : renderer.render(d, crowded)) {
            StrictHtml.message(page);
        }
    }

    private static String lastLine(String page) {
        return page.substring(page.lastIndexOf('\n') + 1);
    }

    private static Digest hostileDigest(Random random) {
        List<Post> posts = new ArrayList<>();
        int count = 1 + random.nextInt(80);
        for (int i = 1; i <= count; i++) {
            List<String> tags = new ArrayList<>();
            for (int t = random.nextInt(3); t > 0; t--) tags.add(random.nextInt(9) + Hostile.text(new Random(t), 3));
            String summary = Hostile.text(random, random.nextInt(random.nextInt(10) == 0 ? 800 : 40));
            Post post = SamplePosts.post(
                    i,
                    Hostile.title(random, random.nextInt(60)),
                    summary,
                    tags,
                    random.nextInt(4) == 0 ? 1 + random.nextInt(5) : 0,
                    SamplePosts.MORNING.minusSeconds(random.nextInt(900_000)));
            posts.add(post);
        }
        return build(posts, List.of(Length.values()).get(random.nextInt(3)));
    }

    private static Digest build(List<Post> posts, Length length) {
        DigestOptions o = SamplePosts.options(ReaderLanguage.ZH, length);
        return new DigestBuilder()
                .build(
                        posts,
                        new DigestOptions(o.name(), o.lang(), o.zone(), length, 0, 0, o.from(), o.to(), List.of(), 3));
    }

    private List<String> pages(Digest d) {
        return renderer.render(d, renderer.paginate(d));
    }
}
