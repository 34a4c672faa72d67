package org.postbag.posts.collect;

import org.jspecify.annotations.Nullable;

/** What reading an {@link Entry} came to. */
public sealed interface Loaded {

    /** The version that was read last. */
    record Same() implements Loaded {}

    /**
     * A post.
     *
     * @param note what the operator should know of it
     */
    record Read(String hash, RawPost post, @Nullable String note) implements Loaded {
        public Read(String hash, RawPost post) {
            this(hash, post, null);
        }
    }

    /** Nothing to publish: {@code published: false}, or no post at all. */
    record Hidden(String hash) implements Loaded {}

    /**
     * It cannot be read.
     *
     * @param hash empty when trying again may help though nothing has changed
     * @param problem what is wrong and what to do about it
     */
    record Unreadable(String hash, String problem) implements Loaded {}
}
