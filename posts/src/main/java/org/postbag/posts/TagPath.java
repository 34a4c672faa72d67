package org.postbag.posts;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tags below tags: {@code 科技/芯片} is 芯片 below 科技. Who follows a tag gets what is below it, and a tag counts the posts
 * of those below it.
 */
public final class TagPath {
    /** {@code a::b} and {@code a > b} are other spellings of {@code a/b}. */
    private static final Pattern OTHER = Pattern.compile("\\s*(?:::|\\s>\\s|/)\\s*");

    private TagPath() {}

    /** The tag with its levels parted by single slashes; as it is when it has no levels. */
    public static String normal(String tag) {
        String stripped = tag.strip();
        if (stripped.indexOf('/') < 0 && stripped.indexOf(':') < 0 && stripped.indexOf('>') < 0) return stripped;
        List<String> parts = parts(OTHER.matcher(stripped).replaceAll("/"));
        return parts.isEmpty() ? stripped : String.join("/", parts);
    }

    /** The names of its levels, the highest first. */
    public static List<String> parts(String tag) {
        List<String> parts = new ArrayList<>();
        for (String part : tag.split("/", -1)) if (!part.isBlank()) parts.add(part.strip());
        return List.copyOf(parts);
    }

    /** The tags above it, the highest first; none for most. */
    public static List<String> above(String tag) {
        List<String> above = new ArrayList<>();
        for (int i = tag.indexOf('/', 1); i > 0 && i < tag.length() - 1; i = tag.indexOf('/', i + 1))
            above.add(tag.substring(0, i));
        return List.copyOf(above);
    }
}
