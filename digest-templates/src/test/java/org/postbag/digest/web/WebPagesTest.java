package org.postbag.digest.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.digest.Digest;
import org.postbag.digest.DigestBuilder;
import org.postbag.digest.DigestOptions;
import org.postbag.digest.Hostile;
import org.postbag.digest.SamplePosts;
import org.postbag.digest.Templates;
import org.postbag.posts.Content;
import org.postbag.posts.Length;
import org.postbag.posts.Post;
import org.postbag.posts.ReaderLanguage;

class WebPagesTest {

    private final WebRenderer web = new WebRenderer(new Templates(null));

    @ParameterizedTest
    @EnumSource(ReaderLanguage.class)
    void everyPageStandsUnderAStrictContentSecurityPolicy(ReaderLanguage lang) {
        pages(lang).forEach((name, html) -> {
            Document page = Jsoup.parse(html);
            assertThat(page.select("script, style, [style], iframe, img"))
                    .as(name)
                    .isEmpty();
            for (Element e : page.getAllElements())
                e.attributes().forEach(a -> assertThat(a.getKey()).as(name).doesNotStartWith("on"));
            assertThat(page.select("link[rel=stylesheet]").eachAttr("href"))
                    .containsExactly(WebRenderer.STYLESHEET_PATH);
        });
    }

    @ParameterizedTest
    @EnumSource(ReaderLanguage.class)
    void everyPageNamesItsLanguageAndTitleAndLabelsItsFields(ReaderLanguage lang) {
        pages(lang).forEach((name, html) -> {
            Document page = Jsoup.parse(html);
            assertThat(page.select("html").attr("lang")).isEqualTo(lang == ReaderLanguage.ZH ? "zh-CN" : "en");
            assertThat(page.select("h1")).as(name).hasSize(1);
            assertThat(page.title()).as(name).contains(lang == ReaderLanguage.ZH ? "晨报" : "Morning Post");
            assertThat(page.select("main, header.site, footer.site, nav")).isNotEmpty();
            for (Element field : page.select("input:not([type=hidden]), select")) {
                boolean labelled = field.closest("label") != null
                        || !page.select("label[for=" + field.id() + "]").isEmpty();
                assertThat(labelled).as(name + ": " + field).isTrue();
            }
            assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        });
    }

    @ParameterizedTest
    @EnumSource(ReaderLanguage.class)
    void thePreferencesSayOnceWhenTheNextDigestComes(ReaderLanguage lang) {
        Document page = Jsoup.parse(pages(lang).get("preferences"));
        assertThat(page.select("header.head .meta").text())
                .endsWith(" · 下一份摘要：2026年11月23日 07:30")
                .doesNotContain("下一次摘要", "Next digest");
    }

    @Test
    void aPostIsReadOnItsOwnPageWithImagesAsLinks() {
        Document page = Jsoup.parse(pages(ReaderLanguage.ZH).get("post"));
        assertThat(page.select("meta[property=og:type]").attr("content")).isEqualTo("article");
        assertThat(page.select("meta[property=og:url]").attr("content")).isEqualTo("https://post.example.org/posts/9");
        assertThat(page.select(".text a[href=https://news.example.org/i/1.jpg]").text())
                .isEqualTo("🖼 甲板上的采样器");
        assertThat(page.select(".tags a").attr("href")).isEqualTo("/tags/%E7%A7%91%E7%A0%94");
        assertThat(page.select(".also a")).hasSize(2);
    }

    @Test
    void theDigestLinksToItsPostsAndToTheDayBefore() {
        Document page = Jsoup.parse(pages(ReaderLanguage.ZH).get("digest"));
        assertThat(page.select("h1").text()).isEqualTo("2026年11月22日 星期日");
        assertThat(page.select("h3 a").eachAttr("href")).hasSize(12).contains("/posts/3");
        assertThat(page.select("nav.pager a").eachAttr("href")).containsExactly("/digests/2026-11-21");
    }

    @Test
    void preferencesShowWhatIsChosen() {
        Document page = Jsoup.parse(pages(ReaderLanguage.EN).get("preferences"));
        assertThat(page.select("input[name=tag][checked]").eachAttr("value")).containsExactly("科研", "芯片");
        assertThat(page.select("option[selected]").eachAttr("value")).containsExactly("daily", "short", "zh", "no");
        assertThat(page.select("input[name=csrf]").attr("value")).isEqualTo("t1");
        assertThat(page.select("form").attr("method")).isEqualTo("post");
    }

    @Test
    void evenADigestOfAThousandPostsStaysUnderAHundredKilobytesWithItsStyle() {
        List<Post> posts = new ArrayList<>();
        for (int i = 1; i <= 1000; i++)
            posts.add(SamplePosts.post(
                    i, "港口自动引航船完成百次无人进港 " + i, "自动引航船在一年试验里完成一百次无人进港。".repeat(4), List.of("t" + i % 40)));
        DigestOptions o = SamplePosts.options(ReaderLanguage.ZH, Length.LONG);
        Digest d = new DigestBuilder()
                .build(
                        posts,
                        new DigestOptions(
                                o.name(), o.lang(), o.zone(), o.length(), 0, 0, o.from(), o.to(), List.of(), 0));
        String html = web.digest(SamplePosts.site(ReaderLanguage.ZH), new DigestPage(d, null, null));
        int bytes = (html + web.stylesheet()).getBytes(StandardCharsets.UTF_8).length;
        assertThat(bytes).isBetween(70_000, 100_000);
        assertThat(Jsoup.parse(html).select("h2")).hasSize(40);
    }

    @Test
    void nothingStrangersWriteBreaksOutOfAPage() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            String bad = "\"><script>x</script><img src=x onerror=x>" + Hostile.text(random, 40);
            Post post = SamplePosts.post(7, "T" + bad, bad, List.of(bad));
            Site site = new Site(
                    "N" + bad,
                    "https://post.example.org",
                    ReaderLanguage.EN,
                    SamplePosts.SHANGHAI,
                    SamplePosts.site(ReaderLanguage.EN).today());
            List<String> pages = List.of(
                    web.post(site, new PostPage(post, new Content("<p>" + bad + "</p>", bad), List.of(post))),
                    web.tag(site, new TagPage(bad, 1, List.of(post), Pager.none())),
                    web.tags(site, new TagsPage(List.of(new TagsPage.Tag(bad, 1)))),
                    web.search(site, new SearchPage(bad, 1, List.of(new SearchPage.Found(post, bad)), Pager.none())),
                    web.message(
                            site,
                            new MessagePage(bad, List.of(bad), new MessagePage.Action("/x", bad, Map.of("k", bad)))),
                    web.digest(
                            site,
                            new DigestPage(
                                    new DigestBuilder()
                                            .build(List.of(post), SamplePosts.options(ReaderLanguage.EN, Length.SHORT)),
                                    null,
                                    null)));
            for (String html : pages) {
                Document page = Jsoup.parse(html);
                assertThat(page.select("script, img, [onerror]")).isEmpty();
                assertThat(page.select("footer.site")).hasSize(1);
            }
        }
    }

    private Map<String, String> pages(ReaderLanguage lang) {
        return SamplePosts.pages(web, SamplePosts.site(lang), SamplePosts.digest(lang, Length.SHORT));
    }
}
