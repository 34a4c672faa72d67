package org.postbag.posts.collect.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RssMappingTest {

    @ParameterizedTest
    @DisplayName("A title is plain text, whatever it was wrapped in")
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            nullValues = "null",
            textBlock =
                    """
            <title>Rain</title> => Rain
            <title>  Rain\\nin   May </title> => Rain\\nin May
            <title>Fish &amp; Chips</title> => Fish & Chips
            <title>Fish &amp;amp; Chips</title> => Fish & Chips
            <title>Fish & Chips</title> => Fish & Chips
            <title>AT&T</title> => AT&T
            <title>caf&eacute; &#8212; &#x2014;</title> => café — —
            <title>caf&amp;eacute;</title> => café
            <title>a &lt; b</title> => a < b
            <title>a < b</title> => a < b
            <title>x&lt;y and y&gt;z</title> => x<y and y>z
            <title>1 &lt; 2 &amp;&amp; 3 &gt; 2</title> => 1 < 2 && 3 > 2
            <title>List&lt;String&gt; in depth</title> => List<String> in depth
            <title>The &lt;blink&gt; tag</title> => The <blink> tag
            <title>&lt;b&gt;Bold&lt;/b&gt; move</title> => Bold move
            <title><![CDATA[<b>Bold</b> move]]></title> => Bold move
            <title><![CDATA[Tom &amp; Jerry]]></title> => Tom & Jerry
            <title>A <b>bold</b> move</title> => A bold move
            <title>&#147;Quoted&#148;</title> => “Quoted”
            <title></title><title>Second</title> => Second
            <title>First</title><title>Second</title> => First
            <dc:title>Dublin</dc:title> => Dublin
            <dc:title>Dublin</dc:title><title>Plain</title> => Plain
            <title>Plain</title><media:title>Media</media:title> => Plain
            <media:content><media:title>Media</media:title></media:content> => Media
            <itunes:title>Pod</itunes:title> => Pod
            <title>Pod plain</title><itunes:title>Pod</itunes:title> => Pod plain
            <TITLE>Upper</TITLE> => Upper
            <title/><description>x</description> => null
            """)
    void titles(String item, String title) {
        String written = item.replace("\\n", "\n");
        assertThat(Feeds.item(written).title()).isEqualTo(title == null ? null : title.replace("\\n", " "));
    }

    @ParameterizedTest
    @DisplayName("An address is found where the feed put it and made absolute")
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            nullValues = "null",
            textBlock =
                    """
            <link>http://a.example/1</link> => http://a.example/1
            <link> \\n http://a.example/1 \\n </link> => http://a.example/1
            <link>http://a.example/1?x=1&amp;y=2</link> => http://a.example/1?x=1&y=2
            <link>http://a.example/1?x=1&y=2&copy=3&lang=en</link> => http://a.example/1?x=1&y=2&copy=3&lang=en
            <link><![CDATA[http://a.example/1?x=1&y=2]]></link> => http://a.example/1?x=1&y=2
            <link>/1</link> => http://site.example/1
            <link>1</link> => http://site.example/feeds/1
            <link>../1</link> => http://site.example/1
            <link>?p=1</link> => http://site.example/feeds/main.xml?p=1
            <link>//cdn.example/1</link> => http://cdn.example/1
            <link xml:base="http://b.example/x/">1</link> => http://b.example/x/1
            <link>http://a.example/two words</link> => http://a.example/two%20words
            <link>http://例子.example/路</link> => http://例子.example/路
            <link>javascript:alert(1)</link> => null
            <link></link><guid>http://g.example/1</guid> => http://g.example/1
            <guid>http://g.example/1</guid> => http://g.example/1
            <guid isPermaLink="true">http://g.example/1</guid> => http://g.example/1
            <guid isPermaLink="false">http://g.example/1</guid> => null
            <guid ispermalink="False">http://g.example/1</guid> => null
            <guid isPermaLink="true">/1</guid> => http://site.example/1
            <guid>http://g.example/1</guid><link>http://l.example/1</link> => http://l.example/1
            <guid>17</guid> => null
            <guid>tag:a.example,2004:1</guid> => null
            <atom:link href="http://a.example/1"/> => http://a.example/1
            <atom:link rel="alternate" href="http://a.example/1"/><guid>http://g.example/1</guid> => http://a.example/1
            <atom:link rel="self" href="http://a.example/s"/><link>http://l.example/1</link> => http://l.example/1
            <atom:link rel="self" href="http://a.example/s"/> => null
            <link/><atom:link href="http://a.example/1"/> => http://a.example/1
            <link href="http://a.example/1"/> => http://a.example/1
            <enclosure url="http://a.example/1.mp3" type="audio/mpeg"/> => http://a.example/1.mp3
            <enclosure url="http://a.example/1.mp3"/><link>http://l.example/1</link> => http://l.example/1
            <link>http://f.example/~r/1</link><feedburner:origLink>http://a.example/1</feedburner:origLink> => http://a.example/1
            """)
    void links(String item, String url) {
        assertThat(Feeds.item(item.replace("\\n", "\n")).url()).isEqualTo(url);
    }

    @ParameterizedTest
    @DisplayName("An id is the guid, else the address, else a digest")
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            textBlock =
                    """
            <guid>http://g.example/1</guid> => http://g.example/1
            <guid>17</guid> => 17
            <guid isPermaLink="false">/1</guid> => /1
            <guid isPermaLink="true">/1</guid> => http://site.example/1
            <guid>a/1</guid> => http://site.example/feeds/a/1
            <guid> 17 </guid><link>http://l.example/1</link> => 17
            <guid></guid><link>http://l.example/1</link> => http://l.example/1
            <link>/1</link> => http://site.example/1
            <dc:identifier>urn:1</dc:identifier> => urn:1
            """)
    void ids(String item, String id) {
        assertThat(Feeds.item(item).id()).isEqualTo(id);
    }

    @Test
    @DisplayName("Without guid and link the words make the id")
    void idOfWords() {
        String id = Feeds.item("<title>Rain</title><description>All day</description>")
                .id();
        assertThat(id).startsWith("sha-256:");
        assertThat(Feeds.item("<title>Rain</title><description>All day</description>")
                        .id())
                .isEqualTo(id);
        assertThat(Feeds.item("<title>Rain</title><description>At night</description>")
                        .id())
                .isNotEqualTo(id);
    }

    @ParameterizedTest
    @DisplayName("Authors are named; an address stands only where there is no name")
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            nullValues = "null",
            textBlock =
                    """
            <author>Ann</author> => Ann
            <author>ann@a.example (Ann Lee)</author> => Ann Lee
            <author>Ann Lee (ann@a.example)</author> => Ann Lee
            <author>Ann Lee &lt;ann@a.example&gt;</author> => Ann Lee
            <author>"Ann Lee" &lt;ann@a.example&gt;</author> => Ann Lee
            <author>Ann Lee <ann@a.example></author> => Ann Lee
            <author>ann@a.example</author> => ann@a.example
            <author>mailto:ann@a.example</author> => ann@a.example
            <author>ann@a.example ()</author> => ann@a.example
            <author><name>Ann</name><email>ann@a.example</email></author> => Ann
            <author><email>ann@a.example</email></author> => ann@a.example
            <dc:creator>Ann</dc:creator> => Ann
            <dc:creator><![CDATA[Ann & Bob]]></dc:creator> => Ann & Bob
            <dc:creator>Ann</dc:creator><dc:creator>Bob</dc:creator> => Ann, Bob
            <dc:creator>Ann</dc:creator><dc:creator>Ann</dc:creator> => Ann
            <dc:author>Ann</dc:author> => Ann
            <itunes:author>Ann</itunes:author> => Ann
            <itunes:author>Pod</itunes:author><author>Ann</author> => Ann
            <author>ann@a.example</author><dc:creator>Ann</dc:creator> => Ann
            <media:credit role="author">Ann</media:credit> => Ann
            <atom:author><atom:name>Ann</atom:name></atom:author> => Ann
            <author></author> => null
            <title>x</title> => null
            """)
    void authors(String item, String author) {
        assertThat(Feeds.item(item).author()).isEqualTo(author);
    }

    @ParameterizedTest
    @DisplayName("Tags come from categories, subjects and keywords")
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            nullValues = "null",
            textBlock =
                    """
            <category>Rain</category> => Rain
            <category>Rain</category><category>Sun</category> => Rain; Sun
            <category>Rain</category><category>Rain</category> => Rain
            <category domain="http://d.example/">Rain</category> => Rain
            <category><![CDATA[Rain & Sun]]></category> => Rain & Sun
            <category>Rain &amp;amp; Sun</category> => Rain & Sun
            <category></category> => null
            <dc:subject>Rain</dc:subject><category>Sun</category> => Sun; Rain
            <itunes:keywords>Rain, Sun ,,Wind</itunes:keywords> => Rain; Sun; Wind
            <itunes:category text="Rain"><itunes:category text="Drizzle"/></itunes:category> => Rain; Drizzle
            <media:keywords>rain, sun</media:keywords> => rain; sun
            <media:category>rain</media:category> => rain
            <media:group><media:category label="Rain"/></media:group> => Rain
            <atom:category term="rain" label="Rain"/> => rain
            """)
    void tags(String item, String tags) {
        assertThat(String.join("; ", Feeds.item(item).tags())).isEqualTo(tags == null ? "" : tags);
    }

    @ParameterizedTest
    @DisplayName("Dates: pubDate is when it appeared, modified when it changed, dc:date both")
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            nullValues = "null",
            textBlock =
                    """
            <pubDate>Thu, 01 Jan 2004 19:48:21 GMT</pubDate> => 2004-01-01T19:48:21Z => null
            <dc:date>2004-01-01T19:48:21Z</dc:date> => 2004-01-01T19:48:21Z => 2004-01-01T19:48:21Z
            <pubDate>Thu, 01 Jan 2004 19:48:21 GMT</pubDate><dc:date>2004-02-01</dc:date> => 2004-01-01T19:48:21Z => 2004-02-01T00:00:00Z
            <dcterms:issued>2004-01-01</dcterms:issued><dcterms:modified>2004-01-02</dcterms:modified> => 2004-01-01T00:00:00Z => 2004-01-02T00:00:00Z
            <dcterms:created>2004-01-01</dcterms:created> => 2004-01-01T00:00:00Z => null
            <dcterms:created>2004-01-01</dcterms:created><pubDate>02 Jan 2004</pubDate> => 2004-01-02T00:00:00Z => null
            <atom:updated>2004-01-02T00:00:00Z</atom:updated> => null => 2004-01-02T00:00:00Z
            <pubDate></pubDate><dc:date>2004-01-01</dc:date> => 2004-01-01T00:00:00Z => 2004-01-01T00:00:00Z
            <pubDate>soon</pubDate> => null => null
            <PUBDATE>01 Jan 2004</PUBDATE> => 2004-01-01T00:00:00Z => null
            """)
    void dates(String item, Instant published, Instant updated) {
        FeedEntry entry = Feeds.item(item);
        assertThat(entry.published()).isEqualTo(published);
        assertThat(entry.updated()).isEqualTo(updated);
    }

    @ParameterizedTest
    @DisplayName("Text is HTML with absolute links; plain text is escaped")
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            nullValues = "null",
            textBlock =
                    """
            <description>Rain</description> => Rain => null
            <description>a &lt; b</description> => a &lt; b => null
            <description>a < b & c</description> => a &lt; b &amp; c => null
            <description>&lt;p&gt;Rain&lt;/p&gt;</description> => <p>Rain</p> => null
            <description><![CDATA[<p>Rain</p>]]></description> => <p>Rain</p> => null
            <description><p>Rain</p></description> => <p>Rain</p> => null
            <description>Rain<br>Sun <b>now</description> => Rain<br>Sun <b>now</b> => null
            <description>Rain<br/>Sun</description> => Rain<br>Sun => null
            <description>&lt;a href="/x">x&lt;/a></description> => <a href="http://site.example/x">x</a> => null
            <description><a href="x">x</a></description> => <a href="http://site.example/feeds/x">x</a> => null
            <description>Short</description><content:encoded><![CDATA[<p>Long</p>]]></content:encoded> => Short => <p>Long</p>
            <content:encoded>&lt;img src="i.png"&gt;</content:encoded> => null => <img src="http://site.example/feeds/i.png">
            <xhtml:body><xhtml:p>Long</xhtml:p></xhtml:body> => null => <p>Long</p>
            <body xmlns="http://www.w3.org/1999/xhtml"><p>Long</p></body> => null => <p>Long</p>
            <fullitem>Long</fullitem> => null => Long
            <dc:description>Rain</dc:description> => Rain => null
            <itunes:summary>Pod</itunes:summary><description>Rain</description> => Rain => null
            <itunes:summary>Pod</itunes:summary> => Pod => null
            <itunes:subtitle>Pod</itunes:subtitle> => Pod => null
            <media:group><media:description>Film</media:description></media:group> => Film => null
            <description>First</description><summary>Second</summary> => First => Second
            <description></description><dc:description>Rain</dc:description> => Rain => null
            <description/> => null => null
            """)
    void texts(String item, String summary, String content) {
        FeedEntry entry = Feeds.item(item);
        assertThat(entry.summary()).isEqualTo(summary);
        assertThat(entry.content()).isEqualTo(content);
    }

    @ParameterizedTest
    @DisplayName("The picture that the feed names")
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            textBlock =
                    """
            <media:thumbnail url="/t.jpg"/> => http://site.example/t.jpg
            <media:group><media:content url="/t.jpg" medium="image"/></media:group> => http://site.example/t.jpg
            <itunes:image href="/t.jpg"/> => http://site.example/t.jpg
            <enclosure url="/t.jpg" type="image/jpeg" length="1"/> => http://site.example/t.jpg
            <image><url>/t.jpg</url></image> => http://site.example/t.jpg
            """)
    void images(String item, String image) {
        assertThat(Feeds.item(item).image()).isEqualTo(image);
    }
}
