package org.postbag.posts.collect.jekyll;

import java.util.Set;

/**
 * Which folders Jekyll enters and which files it takes for posts, by their paths alone; for every reader that finds a
 * site somewhere. Paths are below the source's folder, parts separated by {@code /}.
 */
public final class JekyllPaths {
    /** How deep folders are entered. */
    public static final int MAX_DEPTH = 40;

    /** Jekyll's default {@code exclude}. */
    private static final Set<String> EXCLUDED = Set.of("node_modules", "vendor");

    private JekyllPaths() {}

    public static boolean enters(String folder) {
        String name = folder.substring(folder.lastIndexOf('/') + 1);
        if (!PostPath.isSpecial(name)) return !EXCLUDED.contains(name);
        return name.equals(PostPath.POSTS) || (!name.startsWith(".") && folder.contains(PostPath.POSTS + "/"));
    }

    /** Whether a file can be a post. */
    public static boolean isPost(String file) {
        return PostPath.of(file).isPresent();
    }

    /** Whether a file is below a {@code _posts}: if any is, the others are no posts. */
    public static boolean inPosts(String file) {
        return file.startsWith(PostPath.POSTS + "/") || file.contains("/" + PostPath.POSTS + "/");
    }
}
