package org.postbag.posts.collect.jekyll;

import java.time.ZoneId;
import org.postbag.posts.collect.Loaded;

/** Makes of a post's bytes what the collector stores; for every reader that has got at them somehow. Thread safe. */
public final class PostContent {
    /** A larger file is no post. */
    public static final int MAX_BYTES = 10 * 1024 * 1024;

    private final JekyllParser parser = new JekyllParser();

    /**
     * What these bytes are.
     *
     * @param path below the source's folder
     * @param hash of these bytes
     */
    public Loaded load(String path, byte[] bytes, String hash, ZoneId zone) {
        Parsed parsed = parser.parse(path, bytes, zone);
        if (parsed instanceof Parsed.Published published) return new Loaded.Read(hash, published.post());
        if (parsed instanceof Parsed.Unreadable bad) {
            String line = bad.where().equals(path) ? "" : "line " + bad.where().substring(path.length() + 1) + ": ";
            return new Loaded.Unreadable(hash, line + bad.problem() + "; " + bad.remedy());
        }
        return new Loaded.Hidden(hash);
    }

    /** What a file is that is larger than {@link #MAX_BYTES}. */
    public static Loaded tooLarge(long size) {
        return new Loaded.Unreadable(
                "size " + size, "it is larger than 10 MB; make it smaller, or move it out of the folder");
    }
}
