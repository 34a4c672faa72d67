package org.postbag.posts.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {
    private static final String ONE = "<p>The old lighthouse was lit again on Friday after nineteen dark years.</p>";
    private static final String TWO =
            "<p>Its keeper, who is eighty, turned the key himself while the whole village watched.</p>";

    private final Html html = new Html();

    private String text(String body) {
        return html.clean(body, null, null).content().text();
    }

    private String kept(String body) {
        return html.clean(body, null, null).content().html();
    }

    private String kept(String body, @Nullable String base) {
        return html.clean(body, null, base).content().html();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div id='dfp-ad-imu1-wrapper' class='dfp-tag-wrapper'>Buy soap</div>",
                "<section id='imu'><div id='dfp-ad-imu1'>Buy soap</div></section>",
                "<div id='innity-in-post'>Buy soap</div>",
                "<ins class='adsbygoogle'>Buy soap</ins>",
                "<div class='widget ad-slot top'>Buy soap</div>",
                "<div class='article-ad'>Buy soap</div>",
                "<div id='div-gpt-ad-123-0'>Buy soap</div>",
                "<p>Advertisement</p>",
                "<p>广告</p>",
                "<div class='newsletter-signup'>Get our mail</div>",
                "<p><a href='https://subscribe.example.com/offer?x=1'>Three months for 99 cents!</a></p>",
                "<a href='https://shop.example.com/promotions/spring'><img class='lazyload' data-src='https://x.org/b.jpg'></a>",
                "<div class='related-posts'><h3>Related</h3><a href='/a'>Other</a></div>",
                "<h3>相关阅读</h3><ul><li><a href='https://x.org/1'>别的新闻</a></li><li><a href='https://x.org/2'>另一条</a></li></ul>",
                "<p><strong>Read more:</strong></p><ul><li><a href='https://x.org/1'>Another lamp</a></li></ul>",
                "<p>延伸阅读：<a href='https://x.org/1'>别的新闻标题很长很长</a></p>",
                "<div class='share-buttons'>Share on: <a href='https://t.co'>T</a></div>",
                "<div class='addthis_toolbox'>Share</div>",
                "<section id='comments'><p>First!</p><form><input></form></section>",
                "<form action='/comment'><label>Your name</label><textarea>Say something</textarea></form>",
                "<div id='disqus_thread'>Comments</div>",
                "<noscript>Please turn on JavaScript</noscript>",
                "<img src='https://x.org/p.gif' width='1' height='1'>",
                "<img src='https://stats.wp.com/b.gif?x=1'>",
                "<script>alert(1)</script><style>p{color:red}</style>",
                "<p style='display: none'>Hidden words</p>",
                "<iframe src='https://ads.example.com/frame'></iframe>",
                "<button>Click</button>",
                "<p>&nbsp;</p><div><div> </div></div>",
            })
    void whatIsNotTheArticleGoes(String clutter) {
        Html.Cleaned clean = html.clean(ONE + clutter + TWO, null, null);
        assertThat(clean.content().html()).isEqualTo(ONE + TWO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class='head'>Kept words</div>",
                "<p class='share-price'>Kept words</p>",
                "<div class='download'>Kept words</div>",
                "<div class='shadow adventure'>Kept words</div>",
                "<p class='social-history'>Kept words</p>",
                "<p class='commentary'>Kept words</p>",
                "<p>Kept words: <a href='https://example.org/subscribe'>subscribe</a> to the idea, said the advertisement.</p>",
                "<p>Kept words. Read more about <a href='https://x.org'>lamps</a> in the long book that he wrote later.</p>",
                "<h2>Related work</h2><p>Kept words about it.</p>",
                "<h2>Recommended</h2><p>Kept words, with <a href='https://x.org'>one</a> link among many others of no weight.</p>",
                "<blockquote>Kept words</blockquote>",
                "<details><summary>Kept words</summary>more</details>",
                "<pre><code>Kept words &lt;script&gt;</code></pre>",
                "<table><tr><td>Kept words</td></tr></table>",
                "<aside>Kept words</aside>",
                "<ul><li>Kept words</li></ul>",
                "<section><article>Kept words</article></section>",
                "<p>广告业的 Kept words</p>",
            })
    void whatOnlyLooksLikeItStays(String article) {
        assertThat(text(ONE + article + TWO)).contains("Kept words");
    }

    @Test
    void aWholeArticleInsideAnElementOfASuspiciousNameStays() {
        assertThat(text("<div class='ads'>" + ONE + TWO + "</div>")).contains("lighthouse");
    }

    @Test
    void aWholeArticleThatIsHiddenUntilAScriptShowsItStays() {
        assertThat(text("<div hidden id='S:0'>" + ONE + TWO + "</div>")).contains("lighthouse");
        assertThat(text(ONE + TWO + "<p hidden>Cookie notice</p>")).doesNotContain("Cookie");
    }

    @Test
    void theTitleIsNotRepeatedAboveTheText() {
        String title = "The light is back!";
        for (String heading : new String[] {
            "<h1>The light is back</h1>",
            "<h2><a href='https://x.org/1'>The Light is Back!</a></h2>",
            "<p><a href='https://x.org/1'>The light is back!</a></p>"
        }) assertThat(html.clean(heading + ONE, title, null).content().html()).isEqualTo(ONE);
        assertThat(html.clean("<h1>Another heading</h1>" + ONE, title, null)
                        .content()
                        .text())
                .startsWith("Another heading");
        assertThat(html.clean("<p>The light is back!</p>" + ONE, title, null)
                        .content()
                        .text())
                .startsWith("The light");
    }

    @Test
    void lazyPicturesGetTheirAddressAndTheirTwinsGo() {
        assertThat(kept("<img class='lazy' src='data:image/gif;base64,R0' data-src='https://x.org/a.jpg' alt='A lamp'>"
                        + "<noscript><img src='https://x.org/a.jpg'></noscript>"))
                .isEqualTo("<img src=\"https://x.org/a.jpg\" alt=\"A lamp\">");
        assertThat(kept("<noscript><img src='https://x.org/b.jpg'></noscript>")).contains("b.jpg");
        assertThat(kept("<img src='' srcset='https://x.org/c.jpg 1x, https://x.org/d.jpg 2x'>"))
                .contains("c.jpg");
    }

    @Test
    void addressesAreAbsoluteAndWithoutTracking() {
        assertThat(kept("<a href='https://x.org/a?utm_source=zb&id=7&utm_medium=m#top'>a</a>"))
                .contains("href=\"https://x.org/a?id=7#top\"");
        assertThat(kept("<a href='https://x.org/?fbclid=1'>a</a>")).contains("href=\"https://x.org/\"");
        assertThat(kept("<a href='../b.html'>b</a><img src='/c.png'>", "https://x.org/news/today/"))
                .contains("https://x.org/news/b.html", "https://x.org/c.png");
        assertThat(kept("<a href='../b.html'>b</a> <a href='#f'>c</a><img src='/c.png'>"))
                .isEqualTo("b c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href='javascript:alert(1)'>x</a>",
                "<a href=' java\nscript:alert(1)'>x</a>",
                "<a href='data:text/html,x'>x</a>",
                "<img src=x onerror=alert(1)>",
                "<svg onload=alert(1)>",
                "<p onclick='alert(1)'>x</p>",
                "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
                "<base href='https://evil.org/'>",
                "<p style='x:expression(alert(1))'>x</p>",
                "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
                "<template><script>alert(1)</script></template>",
                "<meta http-equiv=refresh content='0;url=https://evil.org'>",
                "<object data='https://evil.org'></object>",
                "<!--[if IE]><script>alert(1)</script>-->"
            })
    void nothingThatRunsIsKept(String attack) {
        assertThat(kept("<p>a</p>" + attack)).doesNotContain("alert", "evil", "script", "onerror", "onclick", "style=");
    }

    @Test
    void whatIsKeptReadsTheSameAgain() {
        String kept = kept(
                "<p>a &lt;b&gt; &amp;amp; \"c\" 'd'&nbsp;é</p><pre>\n x &lt;y\n</pre><a href='https://x.org/?a=1&amp;b=%22&quot;<'>z</a>"
                        + "<hr><ol start=3><li>i<br>j</li></ol><img src='https://x.org/a.png' alt='&quot;>'>");
        assertThat(kept(kept)).isEqualTo(kept);
        assertThat(text(kept)).isEqualTo("a <b> &amp; \"c\" 'd' é\n\n x <y\n\nz\n\n3. i\nj");
        assertThat(kept)
                .contains("alt=\"&quot;&gt;\"")
                .contains("<hr>")
                .contains("i<br>j")
                .doesNotContain("</img>");
    }

    @Test
    void videosBecomeLinks() {
        assertThat(kept("<iframe src='//www.youtube.com/embed/abc' title='The lamp'></iframe>"))
                .isEqualTo("<a href=\"https://www.youtube.com/embed/abc\" rel=\"nofollow noopener\">The lamp</a>");
    }

    @Test
    void textHasParagraphsListsRowsAndCode() {
        assertThat(
                        text(
                                "<h2>Lamps</h2><p>One\n line.<br>Next line.</p><ul><li>oil</li><li><p>gas</p></li></ul>"
                                        + "<ol><li>first</li><li>second</li></ol>"
                                        + "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table><pre>x\n  y</pre><p>End.</p>"))
                .isEqualTo(
                        "Lamps\n\nOne line.\nNext line.\n\n- oil\n- gas\n\n1. first\n2. second\n\na\tb\n1\t2\n\nx\n  y\n\nEnd.");
    }

    @Test
    void proseLeavesOutCodeTablesAndHeadings() {
        assertThat(html.clean(
                                "<h2>Lamps</h2><p>One.</p><pre>code</pre><table><tr><td>1</td></tr></table><ul><li>oil</li></ul>",
                                null,
                                null)
                        .prose())
                .isEqualTo("One.\n\noil");
    }

    @Test
    void aLineBreakInTheSourceIsASpaceOnlyWhereWritingHasSpaces() {
        assertThat(text("<p>灯塔\n亮了，\n十九年\nafter years\nof dark</p>")).isEqualTo("灯塔亮了，十九年 after years of dark");
        assertThat(text("<p>등대가\n켜졌다</p>")).isEqualTo("등대가 켜졌다");
        assertThat(text("<p>a<br><br>b</p>")).isEqualTo("a\n\nb");
    }

    @Test
    void invisibleCharactersGo() {
        assertThat(text("<p>so\u00adft ze\u200bro \ufeffa\u00a0b &#1; \ud83d\ude00</p>"))
                .isEqualTo("soft zero a b \ud83d\ude00");
    }

    @Test
    @Timeout(60)
    void anyHtmlIsCleaned() {
        Random random = new Random(11);
        String[] pieces = {
            "<p>",
            "</p>",
            "<div class='ad'>",
            "</div>",
            "<a href='",
            "'>",
            "</a>",
            "<img src=",
            ">",
            "<table>",
            "<tr>",
            "<td>",
            "<li>",
            "<noscript>",
            "</noscript>",
            "<pre>",
            "</pre>",
            "<br>",
            "&lt;",
            "&#",
            "x",
            "灯",
            " ",
            "\n",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "\u0000",
            "<script>",
            "</script>",
            "<iframe src='//youtube.com/x'>",
            "<svg>",
            "<math>",
            "<select>",
            "<h1>t</h1>",
            "javascript:",
            "\ud800"
        };
        for (int i = 0; i < 5000; i++) {
            StringBuilder body = new StringBuilder();
            for (int n = random.nextInt(40); n > 0; n--) body.append(pieces[random.nextInt(pieces.length)]);
            assertThat(html.clean(body.toString(), "t", "https://x.org/")
                            .content()
                            .html())
                    .doesNotContain("<script", "javascript:\"", "<iframe");
        }
        html.clean("<div>".repeat(20_000), null, null);
        assertThatThrownBy(() -> html.clean("<div>".repeat(100_001), null, null))
                .hasMessageContaining("tags");
        html.clean("<b><i>".repeat(20_000) + "x", null, null);
        html.clean("<p class='" + "a-".repeat(500_000) + "'>x", null, null);
    }
}
