package org.postbag.digest.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postbag.digest.Digest;
import org.postbag.digest.DigestBuilder;
import org.postbag.digest.DigestOptions;
import org.postbag.digest.Hostile;
import org.postbag.digest.Listed;
import org.postbag.digest.SamplePosts;
import org.postbag.digest.Story;
import org.postbag.digest.Templates;
import org.postbag.posts.Length;
import org.postbag.posts.Post;
import org.postbag.posts.ReaderLanguage;

class EmailDigestTest {

    private static final EmailLinks LINKS = new EmailLinks(
            "https://post.example.org",
            "https://post.example.org/preferences/x7",
            "https://post.example.org/unsubscribe/x7",
            "reader@example.org",
            true);
    private static final Pattern NUMBER = Pattern.compile("(?m)^(\\d+)\\. ");

    private final EmailRenderer renderer = new EmailRenderer(new Templates(null));

    @Test
    void theSubjectIsDatedAndHasTheFirstHeadline() {
        assertThat(mail(ReaderLanguage.ZH).subject()).isEqualTo("晨报 11月22日 周日：深海采样器带回一万米处的盐水样本　等 14 篇");
        assertThat(mail(ReaderLanguage.EN).subject()).isEqualTo("Morning Post, Sun 22 Nov: 深海采样器带回一万米处的盐水样本 (+13)");
    }

    @Test
    void theSubjectIsBoundedAndOneLineWhateverTheHeadline() {
        Post loud = SamplePosts.post(1, "Breaking\r\nBcc: all@example.org " + "长".repeat(10_000), "", List.of("a"));
        String subject = renderer.digest(build(List.of(loud), 0), LINKS).subject();
        assertThat(subject.codePointCount(0, subject.length())).isLessThanOrEqualTo(100);
        assertThat(subject).doesNotContain("\r", "\n");
    }

    @Test
    void thePageHasOneH1AnH2ATagAndItsLanguage() {
        Document page = Jsoup.parse(mail(ReaderLanguage.ZH).html());
        assertThat(page.select("html").attr("lang")).isEqualTo("zh-CN");
        assertThat(page.select("h1").eachText()).containsExactly("晨报");
        assertThat(page.select("h2").eachText()).containsExactly("科研 3", "芯片 5", "交通 3", "城市 2", "其他 1");
        assertThat(page.select("table:not([role=presentation])")).isEmpty();
        assertThat(page.select("script, form, iframe, object, link")).isEmpty();
        assertThat(page.select("[lang=en] a").text()).contains("City trams");
    }

    @Test
    void theTextTwinHasTheSameNumbersAndLinks() {
        for (ReaderLanguage lang : ReaderLanguage.values()) {
            EmailBody mail = mail(lang);
            Document page = Jsoup.parse(mail.html());
            assertThat(numbers(mail.text())).isEqualTo(page.select("td.n").eachText());
            for (String link : page.select("a").eachAttr("href"))
                assertThat(mail.text()).contains(link);
            assertThat(mail.text()).doesNotContain("&lt;", "&amp;", "&#39;");
        }
    }

    @Test
    void theFooterSaysWhyAndHowToChangeOrLeaveAndThatNumbersBringArticles() {
        EmailBody mail = mail(ReaderLanguage.ZH);
        for (String part : List.of(Jsoup.parse(mail.html()).text(), mail.text()))
            assertThat(part).contains("回复编号获取全文", "reader@example.org", "修改设置", "退订", "网页版");
        EmailBody bare = renderer.digest(SamplePosts.digest(ReaderLanguage.EN, Length.SHORT), EmailLinks.none());
        assertThat(bare.html()).contains("you subscribed to Morning Post").doesNotContain("Unsubscribe", "href=\"\"");
    }

    @ParameterizedTest
    @EnumSource(ReaderLanguage.class)
    void whereAnswersAreNotReadNeitherPartAsksForAny(ReaderLanguage lang) {
        EmailLinks unread =
                new EmailLinks(LINKS.web(), LINKS.preferences(), LINKS.unsubscribe(), LINKS.address(), false);
        List<Post> posts = new ArrayList<>(SamplePosts.morning());
        for (int i = 100; i < 110; i++) posts.add(SamplePosts.post(i, "Title " + i, "", List.of("芯片")));
        DigestOptions o = SamplePosts.options(lang, Length.SHORT);
        Digest d = new DigestBuilder()
                .build(
                        posts,
                        new DigestOptions(o.name(), lang, o.zone(), o.length(), 2, 9, o.from(), o.to(), List.of(), 0));
        List<Listed> listed = List.of(new Listed(1, posts.get(0), ""));
        for (boolean read : new boolean[] {true, false}) {
            EmailLinks links = read ? LINKS : unread;
            for (EmailBody mail :
                    List.of(renderer.digest(d, links), renderer.list("X", listed, lang, SamplePosts.SHANGHAI, links)))
                for (String part : List.of(mail.html(), mail.text()))
                    assertThat(Pattern.compile("回复编号|Reply with").matcher(part).find())
                            .isEqualTo(read);
            for (String part : List.of(
                    renderer.digest(d, links).html(), renderer.digest(d, links).text()))
                assertThat(Pattern.compile("回信写|answer with").matcher(part).find())
                        .isEqualTo(read);
        }
    }

    @Test
    void anImageOfTheFrontMatterIsShownWithItsDescription() {
        Post post = SamplePosts.withImage(SamplePosts.morning().get(6), "/i/tram.jpg");
        Element image = Jsoup.parse(
                        renderer.digest(build(List.of(post), 0), LINKS).html())
                .selectFirst("img");
        assertThat(image).isNotNull();
        assertThat(image.attr("src")).isEqualTo("https://news.example.org/i/tram.jpg");
        assertThat(image.attr("alt")).isNotEmpty();
    }

    @Test
    void anEmptyDigestSaysSo() {
        EmailBody mail = renderer.digest(build(List.of(), 0), LINKS);
        assertThat(mail.subject()).isEqualTo("晨报 11月22日 周日：没有新文章");
        assertThat(mail.html()).contains("没有新文章");
        assertThat(mail.text()).contains("没有新文章").doesNotContain("回复编号");
    }

    @Test
    void noNumberOfItemsUpToFiveHundredIsTooMany() {
        List<Post> posts = new ArrayList<>();
        for (int i = 1; i <= 500; i++) {
            posts.add(SamplePosts.post(
                    i, "港口自动引航船完成第" + i + "次无人进港", "最大风力八级，下一步是夜间和雾天。".repeat(5), List.of("标签" + i % 9)));
            assertThat(bytes(renderer.digest(build(posts, 0), LINKS)))
                    .as(i + " items")
                    .isLessThanOrEqualTo(EmailRenderer.BYTES);
        }
    }

    @Test
    void whatIsSharedBetweenDigestsLeavesNoTraceOfTheOthers() {
        Digest d = SamplePosts.digest(ReaderLanguage.ZH, Length.SHORT);
        List<Post> reversed = new ArrayList<>(SamplePosts.morning().subList(3, 14));
        DigestOptions o = SamplePosts.options(ReaderLanguage.EN, Length.SHORT);
        Digest other = new DigestBuilder()
                .build(
                        reversed,
                        new DigestOptions(
                                o.name(),
                                o.lang(),
                                ZoneId.of("America/Halifax"),
                                Length.SHORT,
                                2,
                                5,
                                o.from(),
                                o.to(),
                                List.of("城市"),
                                0));
        renderer.digest(d, LINKS);
        assertThat(renderer.digest(other, LINKS))
                .isEqualTo(new EmailRenderer(new Templates(null)).digest(other, LINKS));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void whateverThePostsSayTheMailIsWholeAndNothingBreaksOut(long seed) {
        Random random = new Random(seed);
        List<Post> posts = new ArrayList<>();
        int count = random.nextInt(300);
        for (int i = 1; i <= count; i++)
            posts.add(SamplePosts.post(
                    i,
                    Hostile.title(random, random.nextInt(50)),
                    Hostile.text(random, random.nextInt(120)),
                    List.of(random.nextInt(200) + Hostile.text(new Random(i % 7), 3))));
        Digest d = build(posts, 0);
        EmailBody mail = renderer.digest(d, LINKS);
        assertThat(bytes(mail)).isLessThanOrEqualTo(EmailRenderer.BYTES);
        Document page = Jsoup.parse(mail.html());
        assertThat(page.select("script")).isEmpty();
        assertThat(page.select("h1")).hasSize(1);
        List<String> known =
                d.numbered().stream().map(Story::number).map(String::valueOf).toList();
        assertThat(known).containsAll(page.select("td.n").eachText());
        assertThat(mail.html() + mail.text())
                .doesNotContainPattern("[\\x00-\\x09\\x0B-\\x1F\u202A-\u202E\u2066-\u2069]");
    }

    private static List<String> numbers(String text) {
        List<String> numbers = new ArrayList<>();
        Matcher number = NUMBER.matcher(text);
        while (number.find()) numbers.add(number.group(1));
        return numbers;
    }

    private static int bytes(EmailBody mail) {
        return mail.html().getBytes(StandardCharsets.UTF_8).length
                + mail.text().getBytes(StandardCharsets.UTF_8).length;
    }

    private EmailBody mail(ReaderLanguage lang) {
        return renderer.digest(SamplePosts.digest(lang, Length.SHORT), LINKS);
    }

    private static Digest build(List<Post> posts, int max) {
        DigestOptions o = SamplePosts.options(ReaderLanguage.ZH, Length.SHORT);
        return new DigestBuilder()
                .build(
                        posts,
                        new DigestOptions(
                                o.name(), o.lang(), o.zone(), o.length(), 0, max, o.from(), o.to(), List.of(), 0));
    }
}
