package org.postbag.posts.collect.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HostileFeedTest {
    private static final List<String> SEEDS = List.of(
            Feeds.rss(
                    "<item><title>R &amp; <![CDATA[<b>x</b>]]></title><guid isPermaLink='true'>/1</guid><link>/x?a=1&b=2</link>"
                            + "<pubDate>Thu, 01 Jan 2004 19:48:21 GMT</pubDate><description>a<br>b</description><category>c</category></item>"),
            "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='http://a.example/'><entry><title type='xhtml'><div>x</div></title>"
                    + "<content type='application/octet-stream'>PGI+UmFpbjwvYj4=</content><link href='../x'/><updated>2004-W01-2</updated></entry></feed>",
            "{\"items\":[{\"id\":\"1\",\"content_html\":\"<p>x</p>\",\"tags\":[\"a\"],\"date_published\":\"2004-01-01T00:00:00Z\"}]}",
            "<!DOCTYPE rss [<!ENTITY a 'b'>]><rss><channel><item><title>&a;</title></item></channel></rss>");

    private static FeedDocument parse(byte[] bytes) {
        return new FeedParser().parse(bytes, null, Feeds.ADDRESS);
    }

    private static FeedDocument parse(String text) {
        return parse(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("However a feed is mangled, nothing is thrown and every entry has an id of its own")
    void mutations() {
        Random random = new Random(42);
        for (int round = 0; round < 6_000; round++) {
            byte[] bytes = mangled(SEEDS.get(random.nextInt(SEEDS.size())), random);
            assertThatCode(() -> {
                        if (parse(bytes) instanceof FeedDocument.Feed feed)
                            assertThat(feed.entries()).extracting(FeedEntry::id).doesNotHaveDuplicates();
                    })
                    .as(new String(bytes, StandardCharsets.ISO_8859_1))
                    .doesNotThrowAnyException();
        }
    }

    private static byte[] mangled(String seed, Random random) {
        byte[] bytes = seed.getBytes(StandardCharsets.UTF_8);
        for (int change = 1 + random.nextInt(6); change > 0; change--) {
            int at = random.nextInt(bytes.length);
            int to = Math.min(bytes.length, at + random.nextInt(40));
            switch (random.nextInt(5)) {
                case 0 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> bytes[at] = (byte) "<>&;/'\"=[]!?-#x0".charAt(random.nextInt(16));
                case 3 -> {
                    byte[] copy = Arrays.copyOfRange(bytes, at, to);
                    byte[] longer = Arrays.copyOf(bytes, bytes.length + copy.length);
                    System.arraycopy(copy, 0, longer, bytes.length, copy.length);
                    bytes = longer;
                }
                default -> Arrays.fill(bytes, at, to, bytes[at]);
            }
        }
        return bytes;
    }

    @Test
    @DisplayName("Of 100,000 entries the first 5,000 are taken, and it is said")
    void manyEntries() {
        StringBuilder text = new StringBuilder("<rss><channel><title>Site</title>");
        for (int i = 0; i < 100_000; i++)
            text.append("<item><title>T")
                    .append(i)
                    .append("</title><guid>g")
                    .append(i)
                    .append("</guid><description>Some words of it, not many.</description></item>");
        FeedDocument.Feed feed = Feeds.read(text.append("</channel></rss>").toString());
        assertThat(feed.entries()).hasSize(5_000);
        assertThat(feed.entries().get(4_999).title()).isEqualTo("T4999");
        assertThat(feed.more()).isTrue();
        assertThat(feed.title()).isEqualTo("Site");
    }

    @Test
    @DisplayName("Deep nesting, endless attributes, tags and references are bounded")
    void shapes() {
        int size = 1_000_000;
        assertThat(parse("<rss><channel><item>" + "<a>".repeat(size))).isNotNull();
        assertThat(parse("<rss><channel><item><description>" + "<b><i>".repeat(size / 4) + "x"))
                .isNotNull();
        assertThat(parse("<rss><channel><item><description><![CDATA[" + "<div>".repeat(size / 4) + "]]>"))
                .isNotNull();
        assertThat(parse("<rss " + "a='b' ".repeat(size) + "><channel><item>")).isNotNull();
        assertThat(parse("<rss><channel>" + "<item>".repeat(size / 4))).isNotNull();
        assertThat(parse("<rss><channel><item><title>" + "&".repeat(size))).isNotNull();
        assertThat(parse("<rss><channel><item><title>" + "<".repeat(size))).isNotNull();
        assertThat(parse("<rss><channel><item><title>" + "<a '".repeat(size / 4)))
                .isNotNull();
        assertThat(parse("<rss><channel><item><title>" + "<!--".repeat(size / 4)))
                .isNotNull();
        assertThat(parse("<rss><channel><item><title>" + "<a b='".repeat(size / 8)))
                .isNotNull();
        assertThat(parse("<!DOCTYPE rss [" + "<!ENTITY a 'b'>".repeat(size / 8) + "]><rss/>"))
                .isNotNull();
        assertThat(parse("<!DOCTYPE rss [" + "]".repeat(size) + "<rss/>")).isNotNull();
        assertThat(parse("{\"items\":" + "[".repeat(size))).isNotNull();
        assertThat(parse("<rss><channel><item><author>" + "a@".repeat(size / 2)))
                .isNotNull();
        assertThat(parse("<rss><channel><item><link>" + "../".repeat(size / 4))).isNotNull();
        assertThat(parse("<rss><channel><item><pubDate>" + "1 Jan ".repeat(size / 8)))
                .isNotNull();
    }

    @Test
    @DisplayName("An entry repeated is one; another entry under the same id is not lost")
    void repeats() {
        String same = "<item><guid isPermaLink='false'>g</guid><title>A</title><link>http://a.example/a</link></item>";
        String other = "<item><guid isPermaLink='false'>g</guid><title>B</title><link>http://a.example/b</link></item>";
        List<FeedEntry> entries = Feeds.read(Feeds.rss(same + other + same)).entries();
        assertThat(entries).extracting(FeedEntry::title).containsExactly("A", "B");
        List<FeedEntry> turned = Feeds.read(Feeds.rss(other + same)).entries();
        assertThat(turned)
                .extracting(FeedEntry::id)
                .containsExactly(entries.get(1).id(), entries.get(0).id());
        assertThat(Feeds.read(Feeds.rss(same + same)).entries())
                .extracting(FeedEntry::id)
                .containsExactly("g");
    }
}
