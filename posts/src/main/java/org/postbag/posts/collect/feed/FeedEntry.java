package org.postbag.posts.collect.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry, whatever the dialect.
 *
 * @param id never empty: the feed's own, else the address, else a digest of title and text; unique within the feed
 * @param title plain text on one line
 * @param url absolute
 * @param author names, several joined by ", "; an address of mail only when no name is given
 * @param byline the same as the feed has it, addresses too
 * @param tags as written, no two alike
 * @param summary HTML, not cleaned, its links absolute
 * @param content HTML, not cleaned, its links absolute; null when the feed gives only one text: that is the summary
 * @param lang what the feed says, in any spelling
 * @param image absolute address of the picture that the feed names for the entry
 * @param base address that was used for relative links; empty when there is none
 */
public record FeedEntry(
        String id,
        @Nullable String title,
        @Nullable String url,
        @Nullable Instant published,
        @Nullable Instant updated,
        @Nullable String author,
        @Nullable String byline,
        List<String> tags,
        @Nullable String summary,
        @Nullable String content,
        @Nullable String lang,
        @Nullable String image,
        String base) {

    public FeedEntry {
        if (id.isBlank()) throw new IllegalArgumentException("an entry needs an id");
        tags = List.copyOf(tags);
    }
}
