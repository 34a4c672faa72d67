package org.postbag.posts.collect.feed;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.collect.feed.FeedDocument.Not;

/**
 * Reads feeds of every dialect as leniently as the best readers: RSS 0.90 to 2.0, RDF, Atom 0.3 and 1.0, CDF, JSON Feed.
 * Pure and thread safe; nothing is fetched, nothing is thrown for bad input. Cleaning the HTML is left to {@link
 * org.postbag.posts.text.Html}.
 */
public final class FeedParser {
    private static final int START = 2048;

    /** Bytes of a feed; more is for the fetcher to refuse. */
    static final int MAX_BYTES = 64 * 1024 * 1024;

    private final JsonFeed json = new JsonFeed();

    /**
     * @param contentType of the HTTP answer
     * @param base absolute address that the feed came from (after redirects, or its Content-Location)
     */
    public FeedDocument parse(byte[] bytes, @Nullable String contentType, @Nullable String base) {
        if (bytes.length > MAX_BYTES)
            return new Not("The feed is larger than 64 MB; nothing reads that. Check the address.", false);
        String text = FeedText.decode(bytes, contentType);
        if (text.isBlank())
            return new Not("The answer is empty. Try again later; if it stays so, the feed is gone.", false);
        FeedDocument document = read(text, base);
        // A file has no address of its own; what it calls its page is the next best.
        return base == null && document instanceof FeedDocument.Feed feed && feed.url() != null
                ? read(text, feed.url())
                : document;
    }

    private FeedDocument read(String text, @Nullable String base) {
        String start = start(text);
        if (start.startsWith("{") || start.startsWith("[")) return json.read(text.strip(), base);
        return XmlFeed.read(text, base);
    }

    private static String start(String text) {
        return text.substring(0, Math.min(text.length(), START)).strip().toLowerCase(Locale.ROOT);
    }
}
