package org.postbag.posts.collect.probe;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would be read of a file, an address or a source.
 *
 * @param input as it was asked for
 * @param kind rss, atom, rdf, jsonfeed, jekyll, git or page; null when that cannot be told
 * @param url the site's page
 * @param entries null when it cannot be read; {@code error} then says why and what to do
 */
public record Probed(
        String input,
        @Nullable String kind,
        @Nullable String title,
        @Nullable String url,
        @Nullable List<Item> entries,
        @Nullable String error) {

    /**
     * One entry; {@code summary} and {@code content} are HTML without anything that runs.
     *
     * @param title plain text
     */
    public record Item(
            String id,
            @Nullable String title,
            @Nullable String url,
            @Nullable Instant published,
            @Nullable Instant updated,
            @Nullable String author,
            List<String> tags,
            @Nullable String summary,
            @Nullable String content) {
        public Item {
            tags = List.copyOf(tags);
        }
    }

    static Probed read(String input, String kind, @Nullable String title, @Nullable String url, List<Item> entries) {
        return new Probed(input, kind, title, url, List.copyOf(entries), null);
    }

    static Probed failed(String input, @Nullable String kind, String error) {
        return new Probed(input, kind, null, null, null, error);
    }
}
