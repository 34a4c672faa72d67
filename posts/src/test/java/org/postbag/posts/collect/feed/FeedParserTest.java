package org.postbag.posts.collect.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedParserTest {

    private static FeedDocument.Not not(String text) {
        return (FeedDocument.Not) new FeedParser().parse(text.getBytes(StandardCharsets.UTF_8), null, Feeds.ADDRESS);
    }

    @ParameterizedTest
    @DisplayName("Every dialect is told and read")
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            textBlock =
                    """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>S</title></channel><item><title>Rain</title><link>http://a.example/1</link></item></rdf:RDF> => rdf
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>S</title></channel><item rdf:about="http://a.example/1"><title>Rain</title></item></rdf:RDF> => rdf
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:r="http://purl.org/rss/1.0/"><r:channel/><r:item><r:title>Rain</r:title><r:link>http://a.example/1</r:link></r:item></rdf:RDF> => rdf
            <!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><item><title>Rain</title><link>http://a.example/1</link></item></channel></rss> => rss
            <rss version="0.92"><channel><item><title>Rain</title><link>http://a.example/1</link></item></channel></rss> => rss
            <rss version="2.0" xmlns="http://backend.userland.com/rss2"><channel><item><title>Rain</title><link>http://a.example/1</link></item></channel></rss> => rss
            <rss version="2.0" xmlns="http://purl.org/rss/1.0/"><channel><item><title>Rain</title><link>http://a.example/1</link></item></channel></rss> => rss
            <rss version="2.0" xmlns="http://www.w3.org/2005/Atom"><channel><item><title>Rain</title><link>http://a.example/1</link></item></channel></rss> => rss
            <rss version="2.0"><item><title>Rain</title><link>http://a.example/1</link></item></rss> => rss
            <RSS VERSION="2.0"><CHANNEL><ITEM><TITLE>Rain</TITLE><LINK>http://a.example/1</LINK></ITEM></CHANNEL></RSS> => rss
            <CHANNEL HREF="http://a.example/"><ITEM HREF="http://a.example/1"><TITLE>Rain</TITLE><ABSTRACT>x</ABSTRACT></ITEM></CHANNEL> => rss
            <feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title>Rain</title><link rel="alternate" href="http://a.example/1"/></entry></feed> => atom
            <feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Rain</title><link href="http://a.example/1"/></entry></feed> => atom
            {"version":"https://jsonfeed.org/version/1","items":[{"id":"1","title":"Rain","url":"http://a.example/1"}]} => jsonfeed
            """)
    void dialects(String text, String kind) {
        FeedDocument.Feed feed = Feeds.read(text);
        assertThat(feed.kind().word()).isEqualTo(kind);
        assertThat(feed.entries()).hasSize(1);
        assertThat(feed.entries().get(0).title()).isEqualTo("Rain");
        assertThat(feed.entries().get(0).url()).isEqualTo("http://a.example/1");
    }

    @Test
    @DisplayName("The head: title, page, language, when to come again")
    void head() {
        FeedDocument.Feed feed = Feeds.read(
                Feeds.rss(
                        """
                <link>http://site.example/</link><atom:link rel="self" href="http://site.example/rss"/>
                <language>zh-CN</language><ttl>90</ttl>
                <skipHours><hour>0</hour><hour>24</hour><hour>7</hour><hour>x</hour></skipHours>
                <skipDays><day>Sunday</day><day>saturday</day></skipDays>
                <image><title>Logo</title><url>http://site.example/l.png</url><link>http://logo.example/</link></image>
                <item><title>x</title></item>
                """));
        assertThat(feed.title()).isEqualTo("Site");
        assertThat(feed.url()).isEqualTo("http://site.example/");
        assertThat(feed.lang()).isEqualTo("zh-CN");
        assertThat(feed.ttl()).isEqualTo(Duration.ofMinutes(90));
        assertThat(feed.skipHours()).containsExactlyInAnyOrder(0, 7);
        assertThat(feed.skipDays()).containsExactlyInAnyOrder(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        assertThat(feed.entries().get(0).lang()).isEqualTo("zh-CN");
        assertThat(feed.repaired()).isZero();
    }

    @Test
    @DisplayName("The syndication module says how often it changes")
    void period() {
        String channel = "<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>";
        assertThat(Feeds.read(Feeds.rss(channel)).ttl()).isEqualTo(Duration.ofHours(6));
    }

    @Test
    @DisplayName("An author of the channel is that of its items; a bare address of the editor is not")
    void channelAuthor() {
        assertThat(Feeds.entry(Feeds.rss("<dc:creator>Ann</dc:creator><item><title>x</title></item>"))
                        .author())
                .isEqualTo("Ann");
        assertThat(Feeds.entry(Feeds.rss("<managingEditor>e@a.example (Ann)</managingEditor><item/>"))
                        .author())
                .isEqualTo("Ann");
        assertThat(Feeds.entry(Feeds.rss("<managingEditor>e@a.example</managingEditor><item/>"))
                        .author())
                .isNull();
    }

    @Test
    @DisplayName("Unusual and undeclared prefixes are understood")
    void prefixes() {
        FeedEntry entry = Feeds.entry(
                """
                <rss xmlns:x="http://purl.org/dc/elements/1.1/" xmlns:e="http://purl.org/rss/1.0/modules/content/"><channel>
                <item><x:creator>Ann</x:creator><e:encoded>Long</e:encoded><media:keywords>rain</media:keywords></item>
                </channel></rss>
                """);
        assertThat(entry.author()).isEqualTo("Ann");
        assertThat(entry.content()).isEqualTo("Long");
        assertThat(entry.tags()).containsExactly("rain");
    }

    @Test
    @DisplayName("JSON Feed: both texts, authors, tags, dates, picture, relative addresses")
    void json() {
        FeedDocument.Feed feed = Feeds.read(
                """
                {"version":"https://jsonfeed.org/version/1.1","title":"Site","home_page_url":"http://site.example/","language":"en",
                 "authors":[{"name":"Ann"},{"name":"Bob"}],
                 "items":[
                  {"id":7,"url":"/1","title":"1 < 2","content_html":"<a href=\\"/x\\">x</a>","summary":"a < b","tags":["rain","sun"],
                   "date_published":"2020-01-02T03:04:05+01:00","date_modified":"2020-01-03T00:00:00Z","image":"/i.png",
                   "author":{"name":"Cid"}},
                  {"id":"8","external_url":"http://e.example/","content_text":"a < b"},]}
                """);
        FeedEntry first = feed.entries().get(0);
        assertThat(first.id()).isEqualTo("7");
        assertThat(first.url()).isEqualTo("http://site.example/1");
        assertThat(first.title()).isEqualTo("1 < 2");
        assertThat(first.content()).isEqualTo("<a href=\"http://site.example/x\">x</a>");
        assertThat(first.summary()).isEqualTo("a &lt; b");
        assertThat(first.tags()).containsExactly("rain", "sun");
        assertThat(first.published()).hasToString("2020-01-02T02:04:05Z");
        assertThat(first.updated()).hasToString("2020-01-03T00:00:00Z");
        assertThat(first.image()).isEqualTo("http://site.example/i.png");
        assertThat(first.author()).isEqualTo("Cid");
        FeedEntry second = feed.entries().get(1);
        assertThat(second.author()).isEqualTo("Ann, Bob");
        assertThat(second.url()).isEqualTo("http://e.example/");
        assertThat(second.content()).isEqualTo("a &lt; b");
        assertThat(second.lang()).isEqualTo("en");
    }

    @Test
    @DisplayName("What is no feed is named, with what to do")
    void noFeeds() {
        assertThat(not("").problem()).contains("empty");
        assertThat(not("Service unavailable").problem()).contains("plain text");
        assertThat(not("{\"error\":1}").problem()).contains("JSON Feed");
        assertThat(not("{\"items\":").problem()).contains("cannot be read");
        assertThat(not("<opml version='2.0'/>").problem()).contains("source import");
        assertThat(not("<urlset/>").problem()).contains("sitemap");
        assertThat(not("<Error><Code>AccessDenied</Code></Error>").problem()).contains("neither RSS nor Atom");
        assertThat(not("<opml/>").page()).isFalse();
        FeedDocument.Not login = not(
                "<!DOCTYPE html><html><head><title>Sign &amp; in</title></head><form><input type=\"password\"></form></html>");
        assertThat(login.page()).isTrue();
        assertThat(login.problem()).contains("Sign & in").contains("sign in");
        assertThat(not("<html><body>Welcome</body></html>").problem()).contains("source add");
    }

    @Test
    @DisplayName("An empty feed is a feed")
    void emptyFeed() {
        assertThat(Feeds.read("<rss/>").entries()).isEmpty();
        assertThat(Feeds.read("<feed xmlns='http://www.w3.org/2005/Atom'><title>Site</title></feed>")
                        .title())
                .isEqualTo("Site");
    }

    @Test
    @DisplayName("A feed without an address of its own takes its site's page for the base of relative links")
    void aFileWithoutAnAddress() {
        FeedDocument.Feed feed = (FeedDocument.Feed) new FeedParser()
                .parse(
                        ("<rss><channel><link>https://a.example/blog/</link><item><title>T</title><link>/x</link></item>"
                                        + "</channel></rss>")
                                .getBytes(StandardCharsets.UTF_8),
                        null,
                        null);
        assertThat(feed.entries().get(0).url()).isEqualTo("https://a.example/x");
    }
}
