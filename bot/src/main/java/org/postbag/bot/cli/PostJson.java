package org.postbag.bot.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.Content;
import org.postbag.posts.Post;

/** A post as JSON shows it; {@code text} and {@code html} only where the whole post is shown. */
record PostJson(
        long id,
        String source,
        String path,
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
        int words,
        long story,
        Map<String, Object> meta,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String text,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String html) {

    static PostJson of(Post post) {
        return of(post, null);
    }

    static PostJson of(Post post, @Nullable Content content) {
        return new PostJson(
                post.id(),
                post.source(),
                post.path(),
                post.title(),
                post.date(),
                post.updated(),
                post.author(),
                post.url(),
                post.from(),
                post.lang(),
                post.tags(),
                post.categories(),
                post.summary(),
                post.words(),
                post.story(),
                post.meta(),
                content == null ? null : content.text(),
                content == null ? null : content.html());
    }
}
