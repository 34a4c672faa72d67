package org.postbag.posts.collect.feed;

import java.nio.charset.StandardCharsets;

/** Feeds around one entry, for tests that look at the entry. */
final class Feeds {
    static final String ADDRESS = "http://site.example/feeds/main.xml";

    private Feeds() {}

    static FeedDocument.Feed read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8), null);
    }

    static FeedDocument.Feed read(byte[] bytes, String contentType) {
        FeedDocument document = new FeedParser().parse(bytes, contentType, ADDRESS);
        if (document instanceof FeedDocument.Feed feed) return feed;
        throw new AssertionError("no feed: " + document);
    }

    static FeedEntry entry(String text) {
        return read(text).entries().get(0);
    }

    static FeedEntry item(String inner) {
        return entry(rss("<item>" + inner + "</item>"));
    }

    static String rss(String channel) {
        return """
                <?xml version="1.0" encoding="utf-8"?>
                <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
                  xmlns:dcterms="http://purl.org/dc/terms/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
                  xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
                  xmlns:atom="http://www.w3.org/2005/Atom" xmlns:xhtml="http://www.w3.org/1999/xhtml"
                  xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0">
                <channel><title>Site</title>%s</channel></rss>
                """
                .formatted(channel);
    }

    static FeedEntry atom(String inner) {
        return entry(
                """
                <feed xmlns="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"
                  xmlns:media="http://search.yahoo.com/mrss/"><title>Site</title><entry>%s</entry></feed>
                """
                        .formatted(inner));
    }

    static FeedEntry atom03(String inner) {
        return entry(
                """
                <feed version="0.3" xmlns="http://purl.org/atom/ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">
                <title>Site</title><entry>%s</entry></feed>
                """
                        .formatted(inner));
    }
}
