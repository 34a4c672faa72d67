package org.postbag.posts.collect.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry while a mapping fills it: what the feed as a whole says may come after it, so {@link EntryIds} and {@link
 * XmlFeed} complete it at the end.
 */
final class EntryDraft {
    @Nullable
    String id;

    @Nullable
    String title;

    @Nullable
    String url;

    @Nullable
    Instant published;

    @Nullable
    Instant updated;

    @Nullable
    Authors author;

    List<String> tags = new ArrayList<>();

    @Nullable
    String summary;

    @Nullable
    String content;

    @Nullable
    String lang;

    @Nullable
    String image;

    String base = "";

    FeedEntry entry(String uniqueId) {
        return new FeedEntry(
                uniqueId,
                title,
                url,
                published,
                updated,
                author == null ? null : author.names(),
                author == null ? null : author.written(),
                tags,
                summary,
                content,
                lang,
                image,
                base);
    }
}
