package org.postbag.posts.collect.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class IllFormedFeedTest {

    @Test
    @DisplayName("Junk before the document is passed over")
    void junk() {
        String feed = Feeds.rss("<item><title>Rain</title></item>");
        assertThat(Feeds.entry("\n\n  " + feed).title()).isEqualTo("Rain");
        assertThat(Feeds.entry("<br />\n<b>Warning</b>: header in <b>/x.php</b> on line 1<br />\n" + feed)
                        .title())
                .isEqualTo("Rain");
        assertThat(Feeds.entry("<!-- cached --> " + feed).title()).isEqualTo("Rain");
        assertThat(Feeds.entry("Notice: x\n" + feed).title()).isEqualTo("Rain");
        assertThat(Feeds.read("Notice: x\n" + feed).repaired()).isPositive();
    }

    @Test
    @DisplayName("A truncated file gives what it holds")
    void truncated() {
        String feed = Feeds.rss("<item><title>Rain</title><link>http://a.example/1</link></item><item><title>Sun");
        String cut = feed.substring(0, feed.indexOf("Sun") + 3);
        assertThat(Feeds.read(cut).entries()).extracting(FeedEntry::title).containsExactly("Rain", "Sun");
        assertThat(Feeds.entry("<rss><channel><item><title>Rain</title><description><![CDATA[<p>All")
                        .summary())
                .isEqualTo("<p>All");
    }

    @Test
    @DisplayName("Items that were never closed stay apart")
    void unclosedItems() {
        assertThat(Feeds.read("<rss><channel><item><title>Rain</title><item><title>Sun</title></channel></rss>")
                        .entries())
                .extracting(FeedEntry::title)
                .containsExactly("Rain", "Sun");
    }

    @Test
    @DisplayName("Crossed and stray tags do no harm")
    void crossed() {
        FeedEntry entry = Feeds.item(
                "<title>Rain</title><description><b>a<i>b</b></i></description></p><link>http://a.example/1</link>");
        assertThat(entry.title()).isEqualTo("Rain");
        assertThat(entry.url()).isEqualTo("http://a.example/1");
        assertThat(entry.summary()).startsWith("<b>a<i>b");
    }

    @Test
    @DisplayName("Control characters, lone surrogates and forbidden numbers vanish")
    void controls() {
        assertThat(Feeds.item("<title>R\u0000a\u0008i&#0;&#x1F;n\u000b</title>").title())
                .isEqualTo("Rain");
        assertThat(Feeds.item("<title>Rain&#xD800;</title>").title()).isEqualTo("Rain");
    }

    @Test
    @DisplayName("Unknown entities stay as text, bare ampersands are text")
    void entities() {
        assertThat(Feeds.item("<title>a &bogus; b</title>").title()).isEqualTo("a &bogus; b");
        assertThat(Feeds.item("<title>a &amp b & c &; d</title>").title()).isEqualTo("a &amp b & c &; d");
        assertThat(Feeds.item("<title>it&#39s</title>").title()).isEqualTo("it's");
    }

    @Test
    @DisplayName("Attributes without quotes, twice, or with markup in them")
    void attributes() {
        assertThat(Feeds.item("<guid isPermaLink=false>g1</guid>").url()).isNull();
        assertThat(Feeds.item("<link href='http://a.example/1' href='http://b.example/'/>")
                        .url())
                .isEqualTo("http://a.example/1");
        assertThat(Feeds.item("<atom:link href=\"http://a.example/?a=1&b=<x>\"/>")
                        .url())
                .isEqualTo("http://a.example/?a=1&b=<x>");
    }

    @Test
    @DisplayName("Entities that a document declares: short texts count, files and bombs do not")
    void declared() {
        String feed =
                """
                <!DOCTYPE rss [<!ENTITY site "The Site"> <!ENTITY mark "&#169;"> <!ENTITY file SYSTEM "file:///etc/passwd">
                <!ENTITY a "ha"> <!ENTITY b "&a;&a;&a;&a;"> <!ENTITY c "&b;&b;&b;&b;">]>
                <rss><channel><item><title>&site; &mark; &file; &c;</title></item></channel></rss>
                """;
        assertThat(Feeds.entry(feed).title()).isEqualTo("The Site © &file; &c;");
    }

    @Test
    @DisplayName("Names in capitals, ends in small letters")
    void cases() {
        assertThat(Feeds.entry(
                                "<rss><Channel><Item><Title>Rain</title><pubdate>01 Jan 2004</PubDate></item></channel></rss>")
                        .title())
                .isEqualTo("Rain");
    }

    @Test
    @DisplayName("CDATA in CDATA ends at the first end")
    void cdata() {
        assertThat(Feeds.item("<title>Rain</title><description><![CDATA[a <![CDATA[ b ]]> c</description>")
                        .title())
                .isEqualTo("Rain");
    }
}
