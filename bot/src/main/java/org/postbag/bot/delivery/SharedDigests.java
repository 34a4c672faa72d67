package org.postbag.bot.delivery;

import java.util.HashMap;
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

    private final Map<Content, Shared> known = new Newest();

    private record Content(List<Post> posts, DigestOptions options) {}

    /** A digest, and how it is written down for each way to cut it into pages. */
    static final class Shared {
        final Digest digest;
        private final Map<List<List<Integer>>, String> manifests = new HashMap<>();

        private Shared(Digest digest) {
            this.digest = digest;
        }

        String manifest(List<List<Integer>> pages) {
            return manifests.computeIfAbsent(
                    pages, cut -> Manifest.of(digest, cut).toJson());
        }
    }

    /** Forgets what was not asked for lately. */
    private static final class Newest extends LinkedHashMap<Content, Shared> {
        private static final long serialVersionUID = 1;

        Newest() {
            super(MOST * 2, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Content, Shared> eldest) {
            return size() > MOST;
        }
    }

    Shared of(List<Post> posts, DigestOptions options, Supplier<Digest> build) {
        Content content = new Content(posts, options);
        Shared shared = known.get(content);
        if (shared == null) {
            shared = new Shared(build.get());
            known.put(content, shared);
        }
        return shared;
    }
}
