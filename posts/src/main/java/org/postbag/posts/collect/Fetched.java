package org.postbag.posts.collect;

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
     * @param problems what could not be listed
     */
    record Listing(List<? extends Entry> entries, boolean complete, @Nullable String cursor, List<Problem> problems)
            implements Fetched {
        public Listing {
            entries = List.copyOf(entries);
            problems = List.copyOf(problems);
        }
    }

    /** Nothing has changed since the cursor. */
    record NotModified(@Nullable String cursor) implements Fetched {}

    /**
     * It cannot be read at all; what is known of it stays.
     *
     * @param reason what happened and what to do about it
     */
    record Unavailable(String reason) implements Fetched {}
}
