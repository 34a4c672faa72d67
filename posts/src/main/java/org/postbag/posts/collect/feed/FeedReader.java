package org.postbag.posts.collect.feed;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.Origin;
import org.postbag.posts.Source;
import org.postbag.posts.SourceReport.Problem;
import org.postbag.posts.collect.Fetched;
import org.postbag.posts.collect.SourceReader;
import org.postbag.posts.collect.http.Answer;
import org.postbag.posts.collect.http.ShownAddress;
import org.postbag.posts.collect.http.WebClient;
import org.postbag.posts.collect.page.ArticleFetcher;
import org.postbag.posts.text.Sha256;

/**
 * Asks for a feed, only if it has changed, and lists its entries, the oldest first. {@link FeedParser} understands it,
 * {@link FeedPost} makes a post of an entry, {@link FeedPauses} tells when to come again.
 */
public final class FeedReader implements SourceReader {
    public static final String ACCEPT =
            "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, "
                    + "application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.5";

    private static final String LOGIN =
            " If it was a feed before, its server may ask for a login now, or has moved it.";

    private final WebClient web;
    private final ArticleFetcher articles;
    private final Clock clock;
    private final FeedParser parser = new FeedParser();

    public FeedReader(WebClient web, ArticleFetcher articles, Clock clock) {
        this.web = web;
        this.articles = articles;
        this.clock = clock;
    }

    @Override
    public boolean reads(Origin origin) {
        return origin instanceof Origin.Feed;
    }

    @Override
    public Fetched read(Source source, @Nullable String cursor) {
        Origin.Feed origin = (Origin.Feed) source.origin();
        FeedCursor memory = FeedCursor.parse(cursor, origin.url());
        Answer answer = web.get(memory.address(), memory.validators(), ACCEPT);
        if (answer instanceof Answer.Found found) return found(source, origin, memory, found);
        if (answer instanceof Answer.NotModified same) {
            FeedCursor next = memory.with(same.movedTo(), same.validators());
            return new Fetched.NotModified(next.write(), next.pause(clock.instant(), source.every()));
        }
        if (answer instanceof Answer.Gone)
            return new Fetched.Ended(
                    ShownAddress.of(memory.address())
                            + " answers 410: its publisher says that it is gone for good; remove the source, or correct its address");
        if (answer instanceof Answer.Later later) return new Fetched.Later(later.until(), later.reason());
        Answer.Failed failed = (Answer.Failed) answer;
        // An address that was remembered may be the wrong one: the configured one is tried next.
        if (!memory.address().equals(origin.url()) && !failed.temporary()) return read(source, null);
        return new Fetched.Unavailable(failed.reason());
    }

    private Fetched found(Source source, Origin.Feed origin, FeedCursor memory, Answer.Found found) {
        String digest = Sha256.hex(found.body());
        if (digest.equals(memory.digest())) {
            FeedCursor next = memory.with(found.movedTo(), found.validators());
            return new Fetched.NotModified(next.write(), next.pause(clock.instant(), source.every()));
        }
        FeedDocument document =
                parser.parse(found.body(), found.contentType(), found.address().toString());
        if (document instanceof FeedDocument.Not not)
            return new Fetched.Unavailable(
                    ShownAddress.of(found.address()) + ": " + not.problem() + (not.page() ? LOGIN : ""));
        FeedDocument.Feed feed = (FeedDocument.Feed) document;
        FeedCursor next = memory.with(found.movedTo(), found.validators()).with(digest, FeedPauses.of(feed));
        List<Problem> problems = new ArrayList<>();
        List<FeedPost> posts = posts(origin, feed, problems);
        return new Fetched.Listing(posts, false, next.write(), next.pause(clock.instant(), source.every()), problems);
    }

    private List<FeedPost> posts(Origin.Feed origin, FeedDocument.Feed feed, List<Problem> problems) {
        Instant now = clock.instant();
        List<FeedPost> posts = new ArrayList<>();
        int odd = 0;
        for (FeedEntry entry : feed.entries()) {
            FeedPost post = new FeedPost(entry, feed.lang(), origin.fullText() ? articles : null, now);
            if (post.isOddlyDated()) odd++;
            posts.add(post);
        }
        if (odd > 0)
            problems.add(new Problem(
                    ShownAddress.of(origin.url()),
                    odd + " entries are dated in 1970 or in the future; they count from when they were first seen"));
        if (feed.more())
            problems.add(new Problem(
                    ShownAddress.of(origin.url()),
                    "it holds more entries than are taken at once (" + posts.size()
                            + "); the first ones were, ask its publisher for a shorter feed"));
        // Feeds begin with the newest; numbers are to follow the time.
        Collections.reverse(posts);
        posts.sort(Comparator.comparing(FeedPost::date, Comparator.nullsLast(Comparator.naturalOrder())));
        return posts;
    }
}
