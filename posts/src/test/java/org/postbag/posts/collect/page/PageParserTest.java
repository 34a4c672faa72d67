package org.postbag.posts.collect.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postbag.posts.Origin;

class PageParserTest {
    private static final String ADDRESS = "https://city.example.org/news/";
    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
    private static final String LIST =
            """
            <body><ul class="menu"><li><a href="/about">About the city and its people</a></ul>
            <article class="item"><h2><a href="bridge.html?utm_source=home">Bridge to be rebuilt</a></h2>
              <time datetime="2026-11-20T08:30:00Z">Friday</time><div class="lead">The <b>old</b> bridge.</div></article>
            <article class="item"><h2><a href="/news/ferry.html">Ferry goes free</a></h2><span class="date">3 hours ago</span></article>
            <article class="item"><h2><a href="bridge.html">Bridge, again</a></h2></article>
            <article class="item"><h2>No link here</h2></article></body>
            """;

    private final PageParser parser = new PageParser(ZoneOffset.UTC);

    private static Origin.Page source(
            @Nullable String item,
            @Nullable String link,
            @Nullable String title,
            @Nullable String date,
            @Nullable String body) {
        return new Origin.Page(URI.create(ADDRESS), item, link, title, date, body);
    }

    private PageItems items(String page, Origin.Page source) {
        return parser.items(page.getBytes(StandardCharsets.UTF_8), null, ADDRESS, source, NOW);
    }

    @Test
    @DisplayName("Selectors take link, title, date and body; an address counts once, cleaned and absolute")
    void selectors() {
        PageItems list = items(LIST, source("article.item", "a@href", "h2", "time@datetime", ".lead"));
        assertThat(list.problems()).isEmpty();
        assertThat(list.items())
                .containsExactly(
                        new PageItem(
                                ADDRESS + "bridge.html",
                                "Bridge to be rebuilt",
                                Instant.parse("2026-11-20T08:30:00Z"),
                                "The <b>old</b> bridge."),
                        new PageItem(ADDRESS + "ferry.html", "Ferry goes free", null, null));
    }

    @Test
    @DisplayName("With the item alone, link, title and date are where they usually are")
    void itemAlone() {
        PageItems list = items(LIST, source("article.item", null, null, null, null));
        assertThat(list.items()).extracting(PageItem::title).containsExactly("Bridge to be rebuilt", "Ferry goes free");
        assertThat(list.items().get(1).date()).isEqualTo(Instant.parse("2026-11-22T01:00:00Z"));
    }

    @Test
    @DisplayName("An item may itself be the link")
    void itemIsLink() {
        PageItems list = items(LIST, source("article a", "@href", null, null, null));
        assertThat(list.items())
                .extracting(PageItem::url)
                .containsExactly(ADDRESS + "bridge.html", ADDRESS + "ferry.html");
    }

    @Test
    @DisplayName("Mistakes in selectors name the key and are told all at once")
    void mistakes() {
        Origin.Page wrong = source("article[", "a@", null, ":nothing", null);
        assertThat(PageParser.problems(wrong)).hasSize(3);
        PageItems list = items(LIST, wrong);
        assertThat(list.items()).isEmpty();
        assertThat(list.problems())
                .extracting(p -> p.substring(0, p.indexOf(':')))
                .containsExactly("item", "link", "date");
        assertThat(items(LIST, source("div.post", null, null, null, null)).problems())
                .singleElement()
                .asString()
                .startsWith("item: nothing on the page matches \"div.post\"");
        assertThat(items(LIST, source("article", "a.more@href", null, null, null))
                        .problems())
                .singleElement()
                .asString()
                .startsWith("link: none of the 4 items has a link");
    }

    @Test
    @DisplayName("Without an item selector the links that look like articles are the items")
    void guessed() {
        String page =
                """
                <body><nav><a href="/news/2026/11/in-the-navigation.html">In the navigation there are links too</a></nav>
                <div class="list"><div><a href="/news/2026/11/bridge-to-be-rebuilt.html">The old bridge is to be rebuilt in March</a>
                <span>2026-11-20</span></div>
                <div><a href="/news/2026/11/bridge-to-be-rebuilt.html#comments">The old bridge is to be rebuilt: comments</a></div>
                <div><a href="/c/2026-11/21/content_123.htm">渡船每十分钟一班免费乘坐</a></div>
                <a href="/tag/bridges/all-of-them">Everything we have on bridges</a> <a href="/news/2">More</a>
                <a href="https://elsewhere.example.com/news/2026/story.html">A story of somebody else altogether</a></div></body>
                """;
        PageItems list = items(page, source(null, null, null, null, null));
        assertThat(list.items())
                .extracting(PageItem::url)
                .containsExactly(
                        "https://city.example.org/news/2026/11/bridge-to-be-rebuilt.html",
                        "https://city.example.org/c/2026-11/21/content_123.htm");
        assertThat(list.items().get(0).date()).isEqualTo(Instant.parse("2026-11-20T12:00:00Z"));
    }

    @Test
    @DisplayName("Of more than 500 items the rest is left out, and said to be")
    void many() {
        StringBuilder page = new StringBuilder();
        for (int i = 0; i < 600; i++) page.append("<li><a href=/p/").append(i).append(">Item</a></li>");
        PageItems list = items(page.toString(), source("li", null, null, null, null));
        assertThat(list.items()).hasSize(500);
        assertThat(list.problems()).hasSize(1);
    }
}
