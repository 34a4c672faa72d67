package org.postbag.posts.collect;

import org.jspecify.annotations.Nullable;

/** One entry of a source that has been listed but not yet read. */
public interface Entry {
    /** Its identity within the source. */
    String path();

    /** Tells cheaply whether it may have changed since the pass before; empty when that cannot be told. */
    String stamp();

    /** About how many bytes it has; bounds how many entries are read ahead. */
    long size();

    /** Whether reading it means waiting for somebody else's server. */
    default boolean remote() {
        return false;
    }

    /**
     * Reads it. Called at most once, on any thread; what is wrong with the entry is a value, not an exception.
     *
     * @param knownHash hash of the version read last, null when there was none
     */
    Loaded load(@Nullable String knownHash);
}
