package org.postbag.posts.collect;

import org.jspecify.annotations.Nullable;
import org.postbag.posts.Origin;
import org.postbag.posts.Source;

/** Reads sources of one kind. It does the input and output; {@link Collector} decides what is new and stores it. */
public interface SourceReader {
    /** Whether it reads this kind. */
    boolean reads(Origin origin);

    /**
     * Looks at a source. Expected trouble is a value; a fault may be thrown and fails this source only.
     *
     * @param cursor what this reader returned at the end of the last pass that succeeded
     */
    Fetched read(Source source, @Nullable String cursor);
}
