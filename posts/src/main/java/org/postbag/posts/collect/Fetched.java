package org.postbag.posts.collect;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.SourceReport.Problem;

/** What looking at a source came to. */
public sealed interface Fetched {

    /**
     * Its entries.
     *
     * @param complete whether these are all there are, so that one that is missing is gone
     * @param cursor where the next pass goes on
     * @param pause how long the source asks not to be looked at again; zero when it does not say
     * @param problems what could not be listed, or should be known
     */
    record Listing(
            List<? extends Entry> entries,
            boolean complete,
            @Nullable String cursor,
            Duration pause,
            List<Problem> problems)
            implements Fetched {
        public Listing {
            entries = List.copyOf(entries);
            problems = List.copyOf(problems);
        }
    }

    /** Nothing has changed since the cursor; {@code pause} as in {@link Listing}. */
    record NotModified(@Nullable String cursor, Duration pause) implements Fetched {}

    /**
     * It cannot be read at all; what is known of it stays.
     *
     * @param reason what happened and what to do about it
     */
    record Unavailable(String reason) implements Fetched {}

    /** As {@link Unavailable}, and it says itself when to come again. */
    record Later(Instant until, String reason) implements Fetched {}

    /** It will never come back; what is known of it stays. */
    record Ended(String reason) implements Fetched {}
}
