package org.postbag.posts;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a tag such as {@code 科技/芯片} as a path from the general to the particular. Who follows a tag gets what is below
 * it, and a tag counts the posts of those below it. A tag with an empty part, such as an address, is no path.
 */
public final class TagPath {
    /** {@code a::b} and {@code a > b} are other spellings of {@code a/b}. */
    private static final Pattern OTHER = Pattern.compile("\\s*(?:::|\\s>\\s|/)\\s*");

    /** Deeper levels stay together in the last part: nobody reads them, and strangers write the tags. */
    private static final int MOST_PARTS = 5;

    private TagPath() {}

    /** The tag with its levels parted by single slashes; as it is when it has no levels. */
    public static String normal(String tag) {
        String stripped = tag.strip();
        if (stripped.indexOf('/') < 0 && stripped.indexOf(':') < 0 && stripped.indexOf('>') < 0) return stripped;
        String normal = OTHER.matcher(stripped).replaceAll("/");
        return parts(normal).size() > 1 ? normal : stripped;
    }

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

    /** The tags above it, the most general first; none for most. */
    public static List<String> above(String tag) {
        if (tag.indexOf('/') < 0) return List.of();
        List<String> parts = parts(tag);
        List<String> above = new ArrayList<>();
        for (int i = 1; i < parts.size(); i++) above.add(String.join("/", parts.subList(0, i)));
        return List.copyOf(above);
    }

    /** The tag one level up, {@code 科技} for {@code 科技/芯片}; null for a tag that stands by itself. */
    public static @Nullable String parent(String tag) {
        List<String> above = above(tag);
        return above.isEmpty() ? null : above.get(above.size() - 1);
    }

    /** The most particular part: {@code 芯片} for {@code 科技/芯片}. */
    public static String last(String tag) {
        List<String> parts = parts(tag);
        return parts.get(parts.size() - 1);
    }
}
