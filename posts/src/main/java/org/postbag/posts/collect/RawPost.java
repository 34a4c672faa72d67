package org.postbag.posts.collect;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A post as its source gives it; {@link Editor} makes an article of it.
 *
 * @param title plain text
 * @param date null when the source gives none that can be: then the moment it was first seen counts
 * @param lang what the source says, in any spelling
 * @param html the body, not cleaned
 * @param base absolute address that the body's relative links are resolved against
 */
public record RawPost(
        String title,
        @Nullable Instant date,
        @Nullable Instant updated,
        @Nullable String author,
        @Nullable String url,
        @Nullable String from,
        @Nullable String lang,
        List<String> tags,
        List<String> categories,
        Map<String, Object> meta,
        String html,
        @Nullable String base) {

    public RawPost {
        tags = List.copyOf(tags);
        categories = List.copyOf(categories);
        meta = Map.copyOf(meta);
    }
}
