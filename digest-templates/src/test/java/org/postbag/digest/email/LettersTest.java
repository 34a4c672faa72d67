package org.postbag.digest.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postbag.digest.Listed;
import org.postbag.digest.SamplePosts;
import org.postbag.digest.Templates;
import org.postbag.posts.Content;
import org.postbag.posts.Post;
import org.postbag.posts.ReaderLanguage;

class LettersTest {

    private static final EmailLinks LINKS =
            new EmailLinks(null, "https://post.example.org/preferences/x7", null, null, true);

    private final EmailRenderer renderer = new EmailRenderer(new Templates(null));

    @Test
    void articlesStandUnderTheirNumbersWithTheirText() {
        EmailBody mail = renderer.articles(
                List.of(
                        new Article(3, SamplePosts.morning().get(8), SamplePosts.content()),
                        new Article(7, SamplePosts.morning().get(1), new Content("", "Text."))),
                ReaderLanguage.EN,
                SamplePosts.SHANGHAI,
                LINKS);
        Document page = Jsoup.parse(mail.html());
        assertThat(mail.subject()).isEqualTo("2 full articles: 深海采样器带回一万米处的盐水样本");
        assertThat(page.select("h1").text()).isEqualTo("2 articles");
        assertThat(page.select("h2").eachText())
                .containsExactly(
                        "3. 深海采样器带回一万米处的盐水样本",
                        "7. " + SamplePosts.morning().get(1).title());
        assertThat(page.select("h3").text())
                .as("the article's own headings stand below")
                .isEqualTo("怎样采到的");
        assertThat(page.select("img").attr("alt")).isEqualTo("甲板上的采样器");
        assertThat(mail.text())
                .startsWith("2 articles\n==========\n\n3. 深海采样器")
                .contains("https://news.example.org/zh/2026/9", "机械臂先关上内阀");
    }

    @Test
    void theTitleOfASingleArticleStandsOnceAtTheHead() {
        String title = "深海采样器带回一万米处的盐水样本";
        EmailBody mail = renderer.articles(
                List.of(new Article(3, SamplePosts.morning().get(8), SamplePosts.content())),
                ReaderLanguage.ZH,
                SamplePosts.SHANGHAI,
                LINKS);
        Document page = Jsoup.parse(mail.html());
        assertThat(mail.subject()).isEqualTo("1 篇全文：" + title);
        assertThat(page.title()).isEqualTo(mail.subject());
        assertThat(page.select("h1").text()).isEqualTo(title);
        assertThat(page.select("h2")).isEmpty();
        assertThat(page.body().text()).containsOnlyOnce(title);
        assertThat(mail.text())
                .startsWith(title + "\n" + "=".repeat(32) + "\ngangwan-bao · ")
                .containsOnlyOnce(title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Re: My digest", "RE: My digest", "re:My digest", "回复：My digest"})
    void anAnswerDoesNotRepeatItsSubject(String subject) {
        List<Listed> listed = List.of(new Listed(1, SamplePosts.morning().get(0), ""));
        for (EmailBody mail : List.of(
                renderer.plain(subject, List.of("Done."), null, ReaderLanguage.EN, LINKS),
                renderer.list(subject, listed, ReaderLanguage.EN, SamplePosts.SHANGHAI, LINKS))) {
            Document page = Jsoup.parse(mail.html());
            assertThat(mail.subject()).isEqualTo(subject);
            assertThat(page.title()).isEqualTo(subject);
            assertThat(page.select("h1")).isEmpty();
            assertThat(page.body().text()).doesNotContain("My digest");
            assertThat(mail.text()).doesNotContain("My digest", "==").matches("(?s)(Done\\.|1\\. ).*");
        }
        EmailBody other = renderer.plain("Regarding: you", List.of("Done."), null, ReaderLanguage.EN, LINKS);
        assertThat(Jsoup.parse(other.html()).select("h1").text()).isEqualTo("Regarding: you");
    }

    @Test
    void anArticlesHtmlIsFilteredOnceMore() {
        Content bad = new Content(
                "<p onclick=\"x()\">Text<script>alert(1)</script><iframe src=\"https://e.org\"></iframe><a href=\"javascript:x\">go</a></p><style>p{}</style>",
                "Text");
        EmailBody mail = renderer.articles(
                List.of(new Article(0, SamplePosts.morning().get(1), bad)),
                ReaderLanguage.EN,
                SamplePosts.SHANGHAI,
                LINKS);
        Document page = Jsoup.parse(mail.html());
        assertThat(page.select("script, iframe, [onclick], [href^=javascript]")).isEmpty();
        assertThat(page.select(".body").text()).isEqualTo("Textgo");
    }

    @Test
    void aLetterHasItsParagraphsAndOneButtonInBothParts() {
        EmailBody mail = renderer.plain(
                "Confirm <it>",
                List.of("Hello & welcome.\nSecond line.", "Bye."),
                new Button("Confirm", "https://post.example.org/confirm/a?b=1&c=2"),
                ReaderLanguage.EN,
                EmailLinks.none());
        Document page = Jsoup.parse(mail.html());
        page.outputSettings().prettyPrint(false);
        assertThat(mail.subject()).isEqualTo("Confirm <it>");
        assertThat(page.select("h1").text()).isEqualTo("Confirm <it>");
        assertThat(page.select("p").get(0).html()).isEqualTo("Hello &amp; welcome.<br>Second line.");
        assertThat(page.select("a.btn").attr("href")).isEqualTo("https://post.example.org/confirm/a?b=1&c=2");
        assertThat(mail.text())
                .startsWith(
                        "Confirm <it>\n============\n\nHello & welcome.\nSecond line.\n\nBye.\n\nConfirm:\nhttps://post.example.org/confirm/a?b=1&c=2");
    }

    @Test
    void aListIsNumberedAndAsksForReplies() {
        List<Post> posts = SamplePosts.morning();
        EmailBody mail = renderer.list(
                "最新 2 篇",
                List.of(new Listed(1, posts.get(0), "第一"), new Listed(2, posts.get(1), "")),
                ReaderLanguage.ZH,
                SamplePosts.SHANGHAI,
                LINKS);
        assertThat(Jsoup.parse(mail.html()).select("td.n").eachText()).containsExactly("1", "2");
        assertThat(mail.text())
                .contains(
                        "\n1. 海湾大学",
                        "\n2. Silicon-carbide",
                        "回复编号获取全文",
                        "修改设置：https://post.example.org/preferences/x7");
    }
}
