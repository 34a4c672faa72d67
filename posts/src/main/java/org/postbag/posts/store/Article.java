package org.postbag.posts.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.Content;

/**
 * A post ready to be stored: read, cleaned, tagged and summarised, but without identity. Fields as in {@link
 * org.postbag.posts.Post}.
 */
public record Article(
        String title,
        Instant date,
        @Nullable Instant updated,
        @Nullable String author,
        @Nullable String url,
        @Nullable String from,
        String lang,
        List<String> tags,
        List<String> categories,
        String summary,
        String longSummary,
        boolean generated,
        int words,
        Map<String, Object> meta,
        Content content) {

    public Article {
        tags = List.copyOf(tags);
        categories = List.copyOf(categories);
        meta = Map.copyOf(meta);
    }

    /** The same, published at another moment. */
    Article withDate(Instant other) {
        return new Article(
                title,
                other,
                updated,
                author,
                url,
                from,
                lang,
                tags,
                categories,
                summary,
                longSummary,
                generated,
                words,
                meta,
                content);
    }

    /** As {@link org.postbag.posts.Post#topics}. */
    public List<String> topics() {
        return tags.isEmpty() ? categories : tags;
    }
}
