package org.postbag.posts.collect.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AtomMappingTest {

    @ParameterizedTest
    @DisplayName("Atom 1.0: a title is what its type says")
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            nullValues = "null",
            textBlock =
                    """
            <title>Rain</title> => Rain
            <title type="text">1 &lt; 2</title> => 1 < 2
            <title type="text">The &lt;b&gt;b&lt;/b&gt; tag</title> => The <b>b</b> tag
            <title type="text/plain">The &lt;b&gt; tag</title> => The <b> tag
            <title>The &lt;blink&gt; tag</title> => The <blink> tag
            <title>&lt;b&gt;Rain&lt;/b&gt;</title> => Rain
            <title>Fish &amp;amp; Chips</title> => Fish & Chips
            <title type="html">&lt;b&gt;Rain&lt;/b&gt; &amp;amp; sun</title> => Rain & sun
            <title type="html"><![CDATA[<b>Rain</b>]]></title> => Rain
            <title type="text/html">&lt;b&gt;Rain&lt;/b&gt;</title> => Rain
            <title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Rain <b>now</b></div></title> => Rain now
            <title type="xhtml"><x:div xmlns:x="http://www.w3.org/1999/xhtml">1 &lt; 2</x:div></title> => 1 < 2
            <title><b>Rain</b></title> => Rain
            <dc:title>Dublin</dc:title> => Dublin
            <media:title>Media</media:title><title>Rain</title> => Rain
            <title type="html">a &lt; b</title> => a < b
            """)
    void titles(String entry, String title) {
        assertThat(Feeds.atom(entry).title()).isEqualTo(title);
    }

    @ParameterizedTest
    @DisplayName("Atom 0.3: a title is what type and mode say")
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            textBlock =
                    """
            <title>Rain</title> => Rain
            <title mode="escaped">&lt;b&gt;Rain&lt;/b&gt;</title> => Rain
            <title type="text/html" mode="escaped">&lt;b&gt;Rain&lt;/b&gt;</title> => Rain
            <title type="text/plain" mode="escaped">1 &lt; 2</title> => 1 < 2
            <title mode="base64">UmFpbg==</title> => Rain
            <title type="text/html" mode="base64">PGI+UmFpbjwvYj4=</title> => Rain
            <title type="application/xhtml+xml" mode="xml"><b xmlns="http://www.w3.org/1999/xhtml">Rain</b></title> => Rain
            """)
    void titlesOf03(String entry, String title) {
        assertThat(Feeds.atom03(entry).title()).isEqualTo(title);
    }

    @ParameterizedTest
    @DisplayName("The page is the alternate link")
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            nullValues = "null",
            textBlock =
                    """
            <link href="http://a.example/1"/> => http://a.example/1
            <link rel="alternate" href="/1"/> => http://site.example/1
            <link rel="self" href="/s"/><link rel="alternate" href="/1"/> => http://site.example/1
            <link rel="alternate" type="application/json" href="/j"/><link rel="alternate" type="text/html" href="/1"/> => http://site.example/1
            <link rel="http://www.iana.org/assignments/relation/alternate" href="/1"/> => http://site.example/1
            <link rel="ALTERNATE" href="/1"/> => http://site.example/1
            <link rel="enclosure" href="/1.mp3"/> => http://site.example/1.mp3
            <link rel="via" href="/v"/><link rel="related" href="/r"/> => http://site.example/r
            <link rel="self" href="/s"/> => null
            <link rel="self" href="/s"/><id>http://a.example/1</id> => http://a.example/1
            <link>http://a.example/1</link> => http://a.example/1
            <content type="text/html" src="/page"/> => http://site.example/page
            <link href="javascript:x()"/> => null
            <link xml:base="http://b.example/y/" href="1"/> => http://b.example/y/1
            """)
    void links(String entry, String url) {
        assertThat(Feeds.atom(entry).url()).isEqualTo(url);
    }

    @ParameterizedTest
    @DisplayName("Content and summary are HTML, whatever their type")
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            nullValues = "null",
            textBlock =
                    """
            <content>1 &lt; 2</content> => 1 &lt; 2
            <content type="text">The &lt;b&gt; tag</content> => The &lt;b&gt; tag
            <content type="text/plain">&lt;b&gt;Rain&lt;/b&gt;</content> => &lt;b&gt;Rain&lt;/b&gt;
            <content type="html">&lt;b&gt;Rain&lt;/b&gt;</content> => <b>Rain</b>
            <content type="html">&lt;a href="x"&gt;x&lt;/a&gt;</content> => <a href="http://site.example/feeds/x">x</a>
            <content type="html" xml:base="http://b.example/y/">&lt;a href="x"&gt;x&lt;/a&gt;</content> => <a href="http://b.example/y/x">x</a>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Rain &amp; sun</p></div></content> => <p>Rain &amp; sun</p>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><img src="i.png"/></div></content> => <img src="http://site.example/feeds/i.png">
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml" xml:base="/deep/"><img src="i.png"/></div></content> => <img src="http://site.example/deep/i.png">
            <content type="xhtml"><h:div xmlns:h="http://www.w3.org/1999/xhtml"><h:b>Rain</h:b></h:div></content> => <b>Rain</b>
            <content type="application/xhtml+xml"><div xmlns="http://www.w3.org/1999/xhtml">Rain</div></content> => Rain
            <content type="application/octet-stream">PGI+UmFpbjwvYj4=</content> => <b>Rain</b>
            <content type="image/png">iVBORw0KGgo=</content> => null
            <content src="/page" type="text/html"/> => null
            <content type="text">Plain</content><content type="html">&lt;b&gt;Rich&lt;/b&gt;</content> => <b>Rich</b>
            <content type="html"></content> => null
            <content>&lt;p&gt;Forgotten type&lt;/p&gt;</content> => <p>Forgotten type</p>
            """)
    void contents(String entry, String content) {
        assertThat(Feeds.atom(entry).content()).isEqualTo(content);
        String summary = entry.replace("<content", "<summary").replace("</content", "</summary");
        if (entry.indexOf("<content") == entry.lastIndexOf("<content"))
            assertThat(Feeds.atom(summary).summary()).isEqualTo(content);
    }

    @ParameterizedTest
    @DisplayName("Atom 0.3 content: escaped, inline or base64")
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            textBlock =
                    """
            <content type="text/html" mode="escaped">&lt;b&gt;Rain&lt;/b&gt;</content> => <b>Rain</b>
            <content mode="escaped">&lt;b&gt;Rain&lt;/b&gt;</content> => <b>Rain</b>
            <content type="text/plain" mode="escaped">&lt;b&gt;</content> => &lt;b&gt;
            <content type="application/xhtml+xml" mode="xml"><div xmlns="http://www.w3.org/1999/xhtml"><b>Rain</b></div></content> => <b>Rain</b>
            <content type="text/html" mode="base64">PGI+UmFpbjwvYj4=</content> => <b>Rain</b>
            <content>Rain</content> => Rain
            """)
    void contentsOf03(String entry, String content) {
        assertThat(Feeds.atom03(entry).content()).isEqualTo(content);
    }

    @ParameterizedTest
    @DisplayName("Authors of the entry, of its source")
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            nullValues = "null",
            textBlock =
                    """
            <author><name>Ann</name></author> => Ann
            <author><name>Ann</name><email>a@a.example</email><uri>/ann</uri></author> => Ann
            <author><email>a@a.example</email></author> => a@a.example
            <author><name>Ann</name></author><author><name>Bob</name></author> => Ann, Bob
            <author>Ann</author> => Ann
            <author><name>a@a.example (Ann)</name></author> => Ann
            <source><author><name>Ann</name></author></source> => Ann
            <source><author><name>Bob</name></author></source><author><name>Ann</name></author> => Ann
            <dc:creator>Ann</dc:creator> => Ann
            <contributor><name>Bob</name></contributor> => null
            """)
    void authors(String entry, String author) {
        assertThat(Feeds.atom(entry).author()).isEqualTo(author);
    }

    @ParameterizedTest
    @DisplayName("Categories by term, by label where the term is missing or an address")
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            textBlock =
                    """
            <category term="rain"/> => rain
            <category term="rain" label="Rain" scheme="http://s.example/"/><category term="sun"/> => rain; sun
            <category label="Rain"/> => Rain
            <category term="http://s.example/#1" label="Rain"/> => Rain
            <category>rain</category> => rain
            <dc:subject>rain</dc:subject> => rain
            """)
    void tags(String entry, String tags) {
        assertThat(String.join("; ", Feeds.atom(entry).tags())).isEqualTo(tags);
    }

    @Test
    @DisplayName("published and updated of 1.0; issued, modified and created of 0.3")
    void dates() {
        FeedEntry entry =
                Feeds.atom("<published>2005-07-31T12:29:29Z</published><updated>2005-08-01T12:29:29+02:00</updated>");
        assertThat(entry.published()).isEqualTo(Instant.parse("2005-07-31T12:29:29Z"));
        assertThat(entry.updated()).isEqualTo(Instant.parse("2005-08-01T10:29:29Z"));
        FeedEntry old =
                Feeds.atom03("<created>2004-01-01</created><issued>2004-01-02</issued><modified>2004-01-03</modified>");
        assertThat(old.published()).isEqualTo(Instant.parse("2004-01-02T00:00:00Z"));
        assertThat(old.updated()).isEqualTo(Instant.parse("2004-01-03T00:00:00Z"));
        assertThat(Feeds.atom03("<created>2004-01-01</created>").published())
                .isEqualTo(Instant.parse("2004-01-01T00:00:00Z"));
    }

    @Test
    @DisplayName("What the feed says holds for its entries: base, language, author, even when it stands behind them")
    void inherited() {
        FeedDocument.Feed feed = Feeds.read(
                """
                <feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://b.example/" xml:lang="en">
                <title>Site</title><link href="home"/>
                <entry xml:base="deep/"><id>urn:1</id><link href="1"/></entry>
                <entry xml:lang="de"><id>urn:2</id><link href="2"/></entry>
                <author><name>Ann</name></author></feed>
                """);
        assertThat(feed.kind().word()).isEqualTo("atom");
        assertThat(feed.url()).isEqualTo("http://b.example/home");
        assertThat(feed.lang()).isEqualTo("en");
        assertThat(feed.entries())
                .extracting(FeedEntry::url)
                .containsExactly("http://b.example/deep/1", "http://b.example/2");
        assertThat(feed.entries()).extracting(FeedEntry::lang).containsExactly("en", "de");
        assertThat(feed.entries()).extracting(FeedEntry::author).containsExactly("Ann", "Ann");
    }

    @Test
    @DisplayName("Any prefix, or none at all, is as good as the default namespace")
    void prefixes() {
        assertThat(Feeds.entry(
                                "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry><a:title>Rain</a:title><a:id>1</a:id></a:entry></a:feed>")
                        .title())
                .isEqualTo("Rain");
        assertThat(Feeds.entry("<feed><entry><title>Rain</title></entry></feed>")
                        .title())
                .isEqualTo("Rain");
        assertThat(Feeds.entry("<atom:feed><atom:entry><atom:title>Rain</atom:title></atom:entry></atom:feed>")
                        .title())
                .isEqualTo("Rain");
        assertThat(Feeds.entry("<feed xmlns='urn:unknown'><entry><title>Rain</title></entry></feed>")
                        .title())
                .isEqualTo("Rain");
    }

    @Test
    @DisplayName("A lone entry document is a feed of one entry")
    void loneEntry() {
        assertThat(Feeds.entry("<entry xmlns='http://www.w3.org/2005/Atom'><title>Rain</title></entry>")
                        .title())
                .isEqualTo("Rain");
    }
}
