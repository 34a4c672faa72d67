package org.postbag.posts.collect;

/** What reading an {@link Entry} came to. */
public sealed interface Loaded {

    /** The version that was read last. */
    record Same() implements Loaded {}

    /** A post. */
    record Read(String hash, RawPost post) implements Loaded {}

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
