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
        OpmlList list = Opml.read(
                """
                <?xml version="1.0"?><opml version="2.0"><body>
                <outline text="News &amp; more"><outline text="World">
                  <outline type="rss" text="A &amp;amp; B" xmlUrl="http://a.example/f" htmlUrl="http://a.example/" category="/x/y,z"/>
                </outline></outline>
                <outline text="feed" xmlUrl="feed://b.example/f"/>
                <outline xmlUrl="http://a.example/f"/><outline text="folder"/>
                </body></opml>
                """
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(list.rejected()).isEmpty();
        assertThat(list.feeds())
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
        assertThat(Opml.read(Opml.write("Mine & yours", feeds)).feeds()).isEqualTo(feeds);
    }

    @Test
    @DisplayName("Anything else is an empty list")
    void noOpml() {
        OpmlList none = new OpmlList(List.of(), List.of());
        assertThat(Opml.read("<rss/>".getBytes(StandardCharsets.UTF_8))).isEqualTo(none);
        assertThat(Opml.read(new byte[0])).isEqualTo(none);
    }

    @Test
    @DisplayName("Lines that were to be feeds and are none are told, not passed over")
    void rejects() {
        OpmlList list = Opml.read(
                """
                <opml version="2.0"><body>
                <outline text="Script" xmlUrl="javascript:x"/><outline text="Nothing" type="rss"/>
                <outline xmlUrl="www.a.example/feed"/><outline text="Good" xmlUrl="https://a.example/feed"/>
                </body></opml>
                """
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(list.feeds()).extracting(OpmlFeed::title).containsExactly("Good");
        assertThat(list.rejected())
                .extracting(OpmlList.Rejected::title)
                .containsExactly("Script", "Nothing", "www.a.example/feed");
        assertThat(list.rejected()).extracting(OpmlList.Rejected::problem).allMatch(problem -> problem.contains(";"));
        assertThat(list.rejected().get(0).problem()).contains("http://");
        assertThat(list.rejected().get(1).problem()).contains("xmlUrl");
    }
}
