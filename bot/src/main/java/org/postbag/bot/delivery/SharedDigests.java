package org.postbag.bot.delivery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.postbag.digest.Digest;
import org.postbag.digest.DigestOptions;
import org.postbag.digest.Manifest;
import org.postbag.posts.Post;

/**
 * Digests that many readers of a pass get alike, built and written down once. Used by {@link Preparation} in the one
 * thread of a pass; what it gives is shared by all that send.
 */
final class SharedDigests {
    private static final int MOST = 64;

    private final Map<Content, Digest> digests = new Newest<>();
    private final Map<Paged, String> manifests = new Newest<>();

    private record Content(List<Post> posts, DigestOptions options) {}

    private record Paged(Digest digest, List<List<Integer>> pages) {}

    /** Forgets what was not asked for lately. */
    private static final class Newest<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1;

        Newest() {
            super(MOST * 2, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > MOST;
        }
    }

    Digest digest(List<Post> posts, DigestOptions options, Supplier<Digest> build) {
        Content content = new Content(posts, options);
        Digest known = digests.get(content);
        if (known != null) return known;
        Digest built = build.get();
        digests.put(content, built);
        return built;
    }

    String manifest(Digest digest, List<List<Integer>> pages) {
        return manifests.computeIfAbsent(
                new Paged(digest, pages), paged -> Manifest.of(digest, pages).toJson());
    }
}
