package org.postbag.posts.collect.feed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@link FeedParser} made of a document. */
public sealed interface FeedDocument {

    /**
     * A feed.
     *
     * @param title plain text
     * @param url the site's page, absolute
     * @param ttl how long the publisher wants it to be left alone: RSS {@code ttl}, {@code sy:updatePeriod}
     * @param skipHours hours of the day, UTC, 0 to 23, in which nothing new appears
     * @param skipDays days, UTC, on which nothing new appears
     * @param repaired places of the markup that had to be put right; 0 for a well-formed feed
     * @param more there were more entries than are taken; the first ones are here
     */
    record Feed(
            FeedKind kind,
            @Nullable String title,
            @Nullable String url,
            @Nullable String lang,
            List<FeedEntry> entries,
            @Nullable Duration ttl,
            Set<Integer> skipHours,
            Set<DayOfWeek> skipDays,
            int repaired,
            boolean more)
            implements FeedDocument {

        public Feed {
            entries = List.copyOf(entries);
            skipHours = Set.copyOf(skipHours);
            skipDays = Set.copyOf(skipDays);
        }
    }

    /**
     * Not a feed.
     *
     * @param problem what it is and what to do, for the operator
     * @param page it is an HTML page, in which {@link FeedDiscovery} may find a feed's address
     */
    record Not(String problem, boolean page) implements FeedDocument {}
}
