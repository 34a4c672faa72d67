package org.postbag.posts.collect.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FeedDiscoveryTest {

    private static List<URI> feeds(String page) {
        return new FeedDiscovery()
                .feeds(page.getBytes(StandardCharsets.UTF_8), "text/html", URI.create("https://site.example/blog/"));
    }

    @Test
    @DisplayName("Declared feeds first, then links, then usual paths, comments last")
    void order() {
        List<URI> found = feeds(
                """
                <html><head><link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
                <link rel="stylesheet" href="/x.css"><link rel="ALTERNATE" type="application/atom+xml" href="atom.xml">
                <link rel="alternate" type="text/html" hreflang="de" href="/de">
                <link rel="alternate" type="application/feed+json" href="/feed.json"></head>
                <body><a href="/news.rss">News</a> <a href="/about">About</a> <a href="javascript:x">RSS</a></body></html>
                """);
        assertThat(found)
                .startsWith(
                        URI.create("https://site.example/blog/atom.xml"),
                        URI.create("https://site.example/feed.json"),
                        URI.create("https://site.example/news.rss"),
                        URI.create("https://site.example/feed"))
                .endsWith(URI.create("https://site.example/comments/feed"))
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("The page's base counts")
    void base() {
        assertThat(feeds("<base href='https://b.example/x/'><link rel=alternate type='application/rss+xml' href='f'>"))
                .startsWith(URI.create("https://b.example/x/f"));
    }

    @Test
    @DisplayName("A page without any gives the usual paths")
    void usual() {
        assertThat(feeds("<p>Nothing here</p>")).contains(URI.create("https://site.example/rss.xml"));
    }
}
