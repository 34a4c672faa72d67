package org.postbag.posts.collect.jekyll;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the path of a post says (Jekyll's {@code Document::DATE_FILENAME_MATCHER}): {@code YEAR-MONTH-DAY-slug.ext}, and
 * the folders above {@code _posts}, which are its categories.
 *
 * @param date year, month and day as written, such as {@code 2021-5-3} or {@code 21-05-03}
 * @param slug the name without date and extension
 * @param markdown whether the body is Markdown rather than HTML
 * @param categories from the folders
 */
record PostPath(String date, String slug, boolean markdown, List<String> categories) {
    static final String POSTS = "_posts";

    private static final Pattern NAME = Pattern.compile("(\\d{2,4}-\\d{1,2}-\\d{1,2})-(.*)\\.([^.]+)", Pattern.DOTALL);
    private static final Set<String> MARKDOWN = Set.of("md", "markdown", "mkd", "mkdn", "mkdown");
    private static final Set<String> HTML = Set.of("html", "htm");

    /** @param path below the source's folder, with {@code /}; empty when it cannot be a post */
    static Optional<PostPath> of(String path) {
        List<String> parts = List.of(path.split("/", -1));
        int posts = parts.indexOf(POSTS);
        // Jekyll does not look into folders with such names, but for _posts itself and what lies deep inside it.
        for (int i = 0; i < parts.size(); i++)
            if (i != posts && (posts < 0 || i <= posts + 1 || i == parts.size() - 1) && isSpecial(parts.get(i)))
                return Optional.empty();
        Matcher name = NAME.matcher(parts.get(parts.size() - 1));
        if (!name.matches()) return Optional.empty();
        String extension = name.group(3).toLowerCase(Locale.ROOT);
        if (!MARKDOWN.contains(extension) && !HTML.contains(extension)) return Optional.empty();
        List<String> categories = posts < 0 ? List.of() : new ArrayList<>(parts.subList(0, posts));
        String slug = name.group(2).replaceFirst("\\.+$", "");
        return Optional.of(new PostPath(name.group(1), slug, MARKDOWN.contains(extension), List.copyOf(categories)));
    }

    /** Jekyll's {@code EntryFilter}: hidden, internal, backup. */
    static boolean isSpecial(String name) {
        return name.startsWith(".")
                || name.startsWith("_")
                || name.startsWith("#")
                || name.startsWith("~")
                || name.endsWith("~");
    }

    /** Jekyll's {@code Utils.titleize_slug}: the title of a post that gives none. */
    String titleFromSlug() {
        StringBuilder title = new StringBuilder();
        for (String word : slug.split("-", -1)) {
            if (word.isEmpty()) continue;
            if (title.length() > 0) title.append(' ');
            int first = Character.charCount(word.codePointAt(0));
            title.append(word.substring(0, first).toUpperCase(Locale.ROOT))
                    .append(word.substring(first).toLowerCase(Locale.ROOT));
        }
        return title.toString();
    }
}
