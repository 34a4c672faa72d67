package org.postbag.posts.collect.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OpmlTest {

    @Test
    @DisplayName("Folders and categories become tags, a feed listed twice is one")
    void reads() {
        List<OpmlFeed> feeds = Opml.read(
                """
                <?xml version="1.0"?><opml version="2.0"><body>
                <outline text="News &amp; more"><outline text="World">
                  <outline type="rss" text="A &amp;amp; B" xmlUrl="http://a.example/f" htmlUrl="http://a.example/" category="/x/y,z"/>
                </outline></outline>
                <outline text="feed" xmlUrl="feed://b.example/f"/>
                <outline xmlUrl="http://a.example/f"/><outline xmlUrl="javascript:x"/><outline text="empty"/>
                </body></opml>
                """
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(feeds)
                .containsExactly(
                        new OpmlFeed(
                                "A & B",
                                "http://a.example/f",
                                "http://a.example/",
                                List.of("News & more", "World", "x/y", "z")),
                        new OpmlFeed("feed", "http://b.example/f", null, List.of()));
    }

    @Test
    @DisplayName("What is written is read back")
    void roundTrip() {
        List<OpmlFeed> feeds = List.of(
                new OpmlFeed(
                        "A \"quoted\" <b> & 今天",
                        "http://a.example/f?x=1&y=2",
                        "http://a.example/",
                        List.of("新闻", "tech")),
                new OpmlFeed("B", "https://b.example/", null, List.of()));
        assertThat(Opml.read(Opml.write("Mine & yours", feeds))).isEqualTo(feeds);
    }

    @Test
    @DisplayName("Anything else is an empty list")
    void noOpml() {
        assertThat(Opml.read("<rss/>".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(Opml.read(new byte[0])).isEmpty();
    }
}
