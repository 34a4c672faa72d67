package org.postbag.posts.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which posts to list.
 *
 * @param tag a tag, or a category of posts without tags; case and Chinese forms do not matter
 * @param source id of a source
 * @param since no older {@code date} than this
 * @param before only a {@code date} before this
 * @param limit how many at most; 0 for all
 */
public record PostQuery(
        @Nullable String tag, @Nullable String source, @Nullable Instant since, @Nullable Instant before, int limit) {

    public PostQuery {
        if (limit < 0) throw new IllegalArgumentException("limit " + limit + " must be 0 or more");
    }

    public static PostQuery all() {
        return new PostQuery(null, null, null, null, 0);
    }

    public PostQuery withTag(@Nullable String wanted) {
        return new PostQuery(wanted, source, since, before, limit);
    }

    public PostQuery withSource(@Nullable String wanted) {
        return new PostQuery(tag, wanted, since, before, limit);
    }

    public PostQuery withSince(@Nullable Instant wanted) {
        return new PostQuery(tag, source, wanted, before, limit);
    }

    public PostQuery withBefore(@Nullable Instant wanted) {
        return new PostQuery(tag, source, since, wanted, limit);
    }

    public PostQuery withLimit(int wanted) {
        return new PostQuery(tag, source, since, before, wanted);
    }
}
