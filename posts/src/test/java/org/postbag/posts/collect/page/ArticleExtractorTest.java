package org.postbag.posts.collect.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ArticleExtractorTest {
    private static final String BODY =
            """
            <p>The council voted on Monday to rebuild the old stone bridge, which has been closed since the flood of last
            spring, and asked three firms for their plans before the winter.</p>
            <p>Engineers say the two pillars in the middle of the river can be kept, but the arch between them, built in
            1871, has to come down stone by stone. "We number every one of them," said the town's architect.</p>
            <p>The work is to begin in March, will take about fourteen months, and costs a little over four million, of
            which the region pays one half. <a href="/plans">The plans</a> are on show in the town hall.</p>
            <p>Until then a ferry goes every ten minutes, from six in the morning to eleven at night, free of charge.</p>
            """;

    private final ArticleExtractor extractor = new ArticleExtractor();

    private Extracted extract(String html) {
        return extractor.extract(
                html.getBytes(StandardCharsets.UTF_8), null, "https://news.example.org/town/bridge.html");
    }

    private static String page(String head, String around) {
        return "<!doctype html><html lang=en><head><title>Old bridge to be rebuilt | The Daily Example</title>" + head
                + "</head><body><nav><ul><li><a href=/>Home</a><li><a href=/town>Town</a></ul></nav>"
                + "<h1>Old bridge to be rebuilt</h1>" + around + "<article>" + BODY + "</article>"
                + "<div class=comments><p>I have always said so, and nobody listened, as they never do in this town.</p></div>"
                + "<footer><p>All rights reserved by the Daily Example, its owners and their friends.</p></footer></body></html>";
    }

    @Test
    @DisplayName("An article is its paragraphs, without navigation, comments and footer")
    void paragraphsOnly() {
        Extracted article = extract(page("", ""));
        assertThat(article.text()).startsWith("The council voted").endsWith("free of charge.");
        assertThat(article.text()).doesNotContain("Home", "nobody listened", "All rights reserved", "Old bridge to be");
        assertThat(article.html()).contains("href=\"https://news.example.org/plans\"");
        assertThat(article.title()).isEqualTo("Old bridge to be rebuilt");
        assertThat(article.lang()).isEqualTo("en");
        assertThat(article.byline()).isNull();
        assertThat(article.published()).isNull();
        assertThat(article.image()).isNull();
    }

    @Test
    @DisplayName("JSON-LD in a graph names author, date and picture, the author by reference")
    void jsonLd() {
        Extracted article = extract(page(
                """
                <script type="application/ld+json">{"@graph":[{"@type":"WebPage","name":"x"},
                {"@type":["NewsArticle"],"headline":"Old bridge to be rebuilt","datePublished":"2026-11-20T08:30:00+01:00",
                "author":[{"@id":"#ann"},{"@type":"Person","name":"Bo Lind"}],"image":{"url":"/pictures/bridge.jpg"},},
                {"@id":"#ann","@type":"Person","name":"Ann Reed"}]}</script>
                """,
                ""));
        assertThat(article.byline()).isEqualTo("Ann Reed, Bo Lind");
        assertThat(article.published()).isEqualTo(Instant.parse("2026-11-20T07:30:00Z"));
        assertThat(article.image()).isEqualTo("https://news.example.org/pictures/bridge.jpg");
    }

    @Test
    @DisplayName("Meta tags say what JSON-LD does not")
    void metaTags() {
        Extracted article = extract(page(
                """
                <meta property="og:image" content="//cdn.example.org/b.jpg"><meta name="author" content="By Ann Reed">
                <meta property="article:published_time" content="2026-11-20">
                <script type="application/ld+json">{ broken</script>
                """,
                ""));
        assertThat(article.byline()).isEqualTo("Ann Reed");
        assertThat(article.published()).isEqualTo(Instant.parse("2026-11-20T12:00:00Z"));
        assertThat(article.image()).isEqualTo("https://cdn.example.org/b.jpg");
    }

    @Test
    @DisplayName("What readers see below the headline counts when the metadata is silent")
    void visible() {
        Extracted article =
                extract(page("", "<div><span>By Ann Reed</span> <span>20 November 2026, 8:30 am</span></div>"));
        assertThat(article.byline()).isEqualTo("Ann Reed");
        assertThat(article.published()).isEqualTo(Instant.parse("2026-11-20T08:30:00Z"));
    }

    private static final String CHINESE =
            """
            <html><head><meta charset="CHARSET"><title>老石桥明年三月动工重建_本地新闻_示例网</title></head><body>
            <div class="nav"><a href="/">首页</a><a href="/a">新闻</a></div><h1>老石桥明年三月动工重建</h1>
            <div class="info"><span>2026年11月20日 08:30</span> <span>来源：<a href="/x">示例晚报</a></span> <span>作者：王小明</span></div>
            <div id="content"><p>　　市政府周一决定重建因春季洪水而封闭的老石桥，并请三家公司在冬天之前提交方案。</p>
            <p>　　工程师说，河中央的两座桥墩可以保留，但建于1871年的桥拱必须一块一块拆下来，每块石头都要编号。</p>
            <p>　　工程预计历时十四个月，费用四百余万元，其中一半由省里承担。在此之前，渡船每十分钟一班，免费乘坐。</p>
            <p>责任编辑：李四</p></div>
            <div class="footer">版权所有 未经许可不得转载 举报电话 12345</div></body></html>
            """;

    @Test
    @DisplayName("A short Chinese article in GBK, with date, author and title without the site's name")
    void chinese() {
        byte[] page = CHINESE.replace("CHARSET", "gb2312").getBytes(Charset.forName("GB18030"));
        Extracted article = new ArticleExtractor(ZoneId.of("Asia/Shanghai")).extract(page, "text/html", null);
        assertThat(article.title()).isEqualTo("老石桥明年三月动工重建");
        assertThat(article.byline()).isEqualTo("王小明");
        assertThat(article.published()).isEqualTo(Instant.parse("2026-11-20T00:30:00Z"));
        assertThat(article.lang()).isEqualTo("zh-Hans");
        assertThat(article.text()).contains("市政府周一", "两座桥墩", "免费乘坐。");
        assertThat(article.text()).doesNotContain("首页", "责任编辑", "版权所有", "\uf8f0", "\uf8f1");
    }

    @Test
    @DisplayName("A page that says GBK but is UTF-8 is read as UTF-8")
    void lyingCharset() {
        byte[] page = CHINESE.replace("CHARSET", "gb2312").getBytes(StandardCharsets.UTF_8);
        assertThat(extractor.extract(page, "text/html; charset=gbk", null).title())
                .isEqualTo("老石桥明年三月动工重建");
    }

    @Test
    @DisplayName("Paragraphs parted by <br><br> stay apart")
    void lineBreaks() {
        String body = BODY.replace("<p>", "").replace("</p>", "<br><br>");
        Extracted article = extract("<body><div class=story>" + body + "</div></body>");
        assertThat(article.text().split("\n\n")).hasSize(4);
    }

    @Test
    @DisplayName("Text that a script would show, in a hidden element, is found when it is the article")
    void hiddenArticle() {
        assertThat(extract("<body><h1>Bridge</h1><div hidden id=S:0>" + BODY + "</div></body>")
                        .text())
                .contains("The council voted", "free of charge");
    }

    @Test
    @DisplayName("A page that only holds its article in JSON-LD gives that")
    void bodyInMetadata() {
        String text = BODY.replaceAll("<[^>]+>", "").replace("\"", "\\\"").replaceAll("\\s*\n\\s*", " ");
        Extracted article = extract("<body><script type=application/ld+json>{\"@type\":\"Article\",\"articleBody\":\""
                + text + "\"}</script><div id=app></div></body>");
        assertThat(article.text()).contains("The council voted", "free of charge");
    }

    @Test
    @DisplayName("A page without an article has empty text and is no error")
    void nothing() {
        for (String page : new String[] {"", "<p>", "<html></html>", "\0\0", "<frameset><frame src=x></frameset>"}) {
            Extracted article = extract(page);
            assertThat(article.text()).isEmpty();
            assertThat(article.html()).isEmpty();
        }
    }
}
