package org.postbag.posts.collect.probe;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.collect.feed.FeedDiscovery;
import org.postbag.posts.collect.feed.FeedDocument;
import org.postbag.posts.collect.feed.FeedParser;
import org.postbag.posts.collect.feed.FeedReader;
import org.postbag.posts.collect.http.Answer;
import org.postbag.posts.collect.http.Validators;
import org.postbag.posts.collect.http.WebClient;

/** Finds the feed behind an address: the address itself, or the first feed that the page there leads to. */
public final class FeedFinder {
    private static final int MOST_TRIED = 8;

    private final WebClient web;
    private final FeedParser parser = new FeedParser();

    public FeedFinder(WebClient web) {
        this.web = web;
    }

    /**
     * What was found.
     *
     * @param feed null when there is none
     * @param title of the feed
     * @param problem why there is none, and what to do
     */
    public record Found(@Nullable URI feed, @Nullable String title, @Nullable String problem) {}

    public Found find(URI address) {
        Answer answer = web.get(address, Validators.none(), FeedReader.ACCEPT);
        if (!(answer instanceof Answer.Found found)) return new Found(null, null, why(answer));
        FeedDocument document = parse(found);
        if (document instanceof FeedDocument.Feed feed)
            return new Found(found.movedTo() == null ? address : found.movedTo(), feed.title(), null);
        FeedDocument.Not not = (FeedDocument.Not) document;
        if (!not.page()) return new Found(null, null, not.problem());
        List<URI> candidates = new FeedDiscovery().feeds(found.body(), found.contentType(), found.address());
        for (URI candidate : candidates.stream().limit(MOST_TRIED).toList())
            if (web.get(candidate, Validators.none(), FeedReader.ACCEPT) instanceof Answer.Found page
                    && parse(page) instanceof FeedDocument.Feed feed) return new Found(candidate, feed.title(), null);
        return new Found(
                null,
                null,
                "the page names no feed; give the feed's own address, or add it with --kind page to follow its links");
    }

    private FeedDocument parse(Answer.Found found) {
        return parser.parse(found.body(), found.contentType(), found.address().toString());
    }

    private static String why(Answer answer) {
        if (answer instanceof Answer.Failed failed) return failed.reason();
        if (answer instanceof Answer.Later later) return later.reason() + "; try again after " + later.until();
        return "it is gone for good (410)";
    }
}
