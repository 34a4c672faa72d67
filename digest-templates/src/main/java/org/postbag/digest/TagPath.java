package org.postbag.digest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a tag such as {@code 科技/芯片} as a path from the general to the particular. A tag with an empty part, such as an
 * address, is no path. Order and choice of tags are {@link TagChoice}'s.
 */
public final class TagPath {

    /** Between the parts where people read it. */
    public static final String ARROW = " › ";

    /** Deeper levels stay together in the last part: nobody reads them, and strangers write the tags. */
    private static final int MOST_PARTS = 5;

    private TagPath() {}

    /** The parts of a tag, the most general first, at least one. */
    public static List<String> parts(String tag) {
        if (tag.indexOf('/') < 0) return List.of(tag.strip());
        List<String> parts = new ArrayList<>();
        int start = 0;
        while (start >= 0) {
            int slash = parts.size() == MOST_PARTS - 1 ? -1 : tag.indexOf('/', start);
            String part = (slash < 0 ? tag.substring(start) : tag.substring(start, slash)).strip();
            if (part.isEmpty()) return List.of(tag.strip());
            parts.add(part);
            start = slash < 0 ? -1 : slash + 1;
        }
        return List.copyOf(parts);
    }

    /** The tag one level up, {@code 科技} for {@code 科技/芯片}; null for a tag that stands by itself. */
    public static @Nullable String parent(String tag) {
        if (tag.indexOf('/') < 0) return null;
        List<String> parts = parts(tag);
        return parts.size() == 1 ? null : String.join("/", parts.subList(0, parts.size() - 1));
    }

    /** The most particular part: {@code 芯片} for {@code 科技/芯片}. */
    public static String last(String tag) {
        List<String> parts = parts(tag);
        return parts.get(parts.size() - 1);
    }

    /** The whole path for people, {@code 科技 › 芯片}: display text of at most so many code points. */
    public static String shown(String tag, int codePoints) {
        return DisplayText.line(tag.indexOf('/') < 0 ? tag : String.join(ARROW, parts(tag)), codePoints);
    }
}
