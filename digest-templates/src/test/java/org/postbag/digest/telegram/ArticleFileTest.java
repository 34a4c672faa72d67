package org.postbag.digest.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postbag.digest.Hostile;
import org.postbag.digest.SamplePosts;
import org.postbag.digest.Templates;
import org.postbag.posts.Content;
import org.postbag.posts.Post;
import org.postbag.posts.ReaderLanguage;

class ArticleFileTest {

    private final TelegramRenderer renderer = new TelegramRenderer(new Templates(null), "https://post.example.org");

    @Test
    void anArticleIsOnePageWithTitleOriginAndText() {
        Document page = page(SamplePosts.morning().get(3), SamplePosts.content());
        assertThat(page.title()).isEqualTo("两家晶圆厂宣布共用封装产线");
        assertThat(page.selectFirst("html").attr("lang")).isEqualTo("zh-Hans");
        assertThat(page.select("h1").eachText()).containsExactly(page.title());
        assertThat(page.selectFirst("header p").text()).isEqualTo("harbour-times · 林晓岚 · 2026年11月22日 03:30 · 阅读原文");
        assertThat(page.selectFirst("header p a").attr("href")).isEqualTo("https://news.example.org/zh/2026/4");
        assertThat(page.select(".text h3").eachText()).containsExactly("怎样采到的");
        assertThat(page.select(".text table td")).hasSize(4);
        assertThat(page.select(".text img").attr("src")).isEqualTo("https://news.example.org/i/1.jpg");
        assertThat(page.html()).contains("prefers-color-scheme: dark").contains("width=device-width");
    }

    @Test
    void nothingButTheArticlesOwnPicturesIsAskedFor() {
        String html =
                """
                <p onclick="x()">a</p><script src="https://e.org/x.js">1</script><iframe src="https://e.org/"></iframe>
                <link rel="stylesheet" href="https://e.org/x.css"><style>@import 'https://e.org/x'</style>
                <img src="javascript:x()"><img src="data:image/png;base64,AAAA"><img src="https://e.org/i.png" onerror="x()">
                <form action="https://e.org/"><input></form><video src="https://e.org/v"></video><base href="https://e.org/">
                <a href="javascript:x()">b</a><meta http-equiv="refresh" content="0;url=https://e.org/">
                """;
        Document page = page(SamplePosts.morning().get(3), new Content(html, ""));
        assertThat(page.select("script, iframe, form, input, video, base, object, embed"))
                .isEmpty();
        assertThat(page.select("[src]").eachAttr("src")).containsExactly("https://e.org/i.png");
        assertThat(page.select("meta[http-equiv]").eachAttr("http-equiv")).containsExactly("Content-Security-Policy");
        assertThat(page.selectFirst("meta[http-equiv]").attr("content"))
                .startsWith("default-src 'none'; img-src https: http:;")
                .doesNotContain("script");
        assertThat(page.select("style")).hasSize(1);
        assertThat(page.selectFirst("style").data()).doesNotContain("@import").doesNotContain("url(");
        assertThat(page.select("link").eachAttr("rel")).containsExactly("canonical");
        for (Element element : page.getAllElements())
            element.attributes().forEach(a -> assertThat(a.getKey()).doesNotStartWith("on"));
    }

    @Test
    void withoutHtmlThePlainTextIsShownAndWithoutTextASentenceThatSaysSo() {
        Post post = SamplePosts.morning().get(3);
        assertThat(page(post, new Content("", "One <b>.\n\nTwo."))
                        .select(".text p")
                        .eachText())
                .containsExactly("One <b>.", "Two.");
        assertThat(page(post, new Content("<p>&nbsp;</p>", " "))
                        .selectFirst(".text")
                        .text())
                .contains("没有可读的正文");
    }

    @Test
    void nothingOfAnArticleOf300000CharactersIsLost() {
        String text = "这一段讲的是采样器。".repeat(30_000);
        Document page = page(SamplePosts.morning().get(3), new Content("<p>" + text + "</p>", ""));
        assertThat(page.selectFirst(".text").text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "City trams return | City trams return.html",
                "海湾大学发布新芯片：耐热六百度 | 海湾大学发布新芯片：耐热六百度.html",
                "../../etc/passwd | etc passwd.html",
                "C:\\Windows\\x | C Windows x.html",
                "what? \"this\" <now>* | what this now.html",
                ".bashrc | bashrc.html",
                "-rf ~ | rf ~.html",
                "CON | _CON.html",
                "lpt1.txt | _lpt1.txt.html",
                "invoice.pdf . . | invoice.pdf.html",
                "?? | post-4.html",
                "👩‍👩‍👧‍👦 at home | 👩‍👩‍👧‍👦 at home.html",
            })
    void aFileIsNamedAfterItsTitle(String title, String name) {
        assertThat(file(title).name()).isEqualTo(name);
    }

    @Test
    void aNameHidesNeitherItsEndingNorItsDirection() {
        assertThat(file("photo\u202Egnp.exe\u0000\n\u200F\u061C\uFEFF").name()).isEqualTo("photognp.exe.html");
        assertThat(file("长".repeat(5000)).name()).isEqualTo("长".repeat(59) + ".html");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverTheTitleIsTheNameIsSafe(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            String title = i % 3 == 0 ? Hostile.tooMuch(random) : Hostile.title(random, random.nextInt(40));
            String name = file(title).name();
            assertThat(name)
                    .endsWith(".html")
                    .doesNotContainPattern("[/\\\\:*?\"<>|\\p{Cc}\u202A-\u202E\u2066-\u2069]");
            assertThat(name.codePointCount(0, name.length())).isBetween(6, 66);
            assertThat(name.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(255);
            assertThat(List.of('.', '-', ' ')).doesNotContain(name.charAt(0));
        }
    }

    private ArticleFile file(String title) {
        return renderer.document(
                SamplePosts.post(4, title, "", List.of()),
                new Content("<p>x</p>", "x"),
                ReaderLanguage.ZH,
                SamplePosts.SHANGHAI);
    }

    private Document page(Post post, Content content) {
        ArticleFile file = renderer.document(post, content, ReaderLanguage.ZH, SamplePosts.SHANGHAI);
        Document page = Jsoup.parse(new String(file.bytes(), StandardCharsets.UTF_8));
        page.outputSettings().prettyPrint(false);
        return page;
    }
}
