package org.postbag.digest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.postbag.posts.Length;
import org.postbag.posts.Post;
import org.postbag.posts.PostRef;
import org.postbag.posts.ReaderLanguage;

/**
 * Rendered items kept between digests, the most used of them, in a bounded number of characters. What is kept is only ever
 * what would be rendered again, so losing it costs time and nothing else. Thread safe.
 */
public final class Fragments<V> {

    /** About 6 MB of Chinese text, some thousand items. */
    private static final long MOST_CHARACTERS = 3_000_000;

    private final Cache<Key, V> kept;

    /** All that an item's looks depend on; {@code size} is the room it had, {@code web} the base of own links. */
    private record Key(
            PostRef lead,
            List<PostRef> also,
            String summary,
            ReaderLanguage lang,
            Length length,
            boolean update,
            boolean generated,
            int size,
            String web) {}

    /** @param size of a value, in characters */
    public Fragments(ToIntFunction<V> size) {
        Weigher<Key, V> weigher = (key, value) -> 100 + key.summary().length() + size.applyAsInt(value);
        this.kept = Caffeine.newBuilder()
                .maximumWeight(MOST_CHARACTERS)
                .weigher(weigher)
                .build();
    }

    /**
     * The kept item, or a new one.
     *
     * @param size which of the channel's sizes
     * @param web base of the links to own pages; empty for none
     */
    public V of(Story story, ReaderLanguage lang, Length length, int size, String web, Supplier<V> render) {
        List<PostRef> also = story.also().isEmpty()
                ? List.of()
                : story.also().stream().map(Post::ref).toList();
        Key key = new Key(
                story.lead().ref(), also, story.summary(), lang, length, story.update(), story.generated(), size, web);
        V found = kept.getIfPresent(key);
        if (found == null) {
            found = render.get();
            kept.put(key, found);
        }
        return found;
    }
}
