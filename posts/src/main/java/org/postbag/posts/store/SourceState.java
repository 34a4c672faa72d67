package org.postbag.posts.store;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a source is doing.
 *
 * @param lastRead when a pass over it last ended, well or badly
 * @param lastSuccess when a pass last succeeded
 * @param failures passes that failed since then
 * @param lastError why the last one failed, with the remedy; null when it did not
 * @param note what the operator should know of one that can be read
 * @param notBefore when it is looked at again at the earliest, where the source or its failures ask for more patience
 *     than its interval
 * @param ended since when its publisher says it is gone for good; it is only read when told to
 * @param posts how many of its posts are not gone
 */
public record SourceState(
        String id,
        @Nullable Instant lastRead,
        @Nullable Instant lastSuccess,
        int failures,
        @Nullable String lastError,
        @Nullable String note,
        @Nullable Instant notBefore,
        @Nullable Instant ended,
        long posts) {

    /** When it is due by itself; null when it has never been read, or has ended. */
    public @Nullable Instant nextRead(Duration every) {
        if (lastRead == null || ended != null) return null;
        Instant next = lastRead.plus(every);
        return notBefore != null && notBefore.isAfter(next) ? notBefore : next;
    }
}
