package org.postbag.posts.collect.jekyll;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.collect.RawPost;
import org.postbag.posts.text.Links;
import org.postbag.posts.text.Markdown;

/**
 * Makes a post of a file by the rules of Jekyll 4 (its {@code Document}, {@code Utils} and {@code PostReader}). Pure and
 * thread safe; {@link JekyllReader} finds the files.
 */
public final class JekyllParser {
    private static final List<String> OWN_FIELDS =
            List.of("title", "date", "tag", "tags", "category", "categories", "published");
    private static final List<String> UPDATED = List.of("updated", "last_modified_at", "modified", "date_modified");

    private static final int MAX_BODY = 3_000_000;

    private final Markdown markdown = new Markdown();

    /**
     * @param path below the source's folder, parts separated by {@code /}
     * @param site zone of dates that name none
     */
    public Parsed parse(String path, byte[] bytes, ZoneId site) {
        Optional<PostPath> name = PostPath.of(path);
        if (name.isEmpty()) return new Parsed.NotADocument();
        try {
            FrontMatter front = FrontMatter.of(text(bytes));
            RawPost post = post(name.get(), front, site);
            return isPublished(front) ? new Parsed.Published(post) : new Parsed.Unpublished(post);
        } catch (Broken broken) {
            String where = broken.line() == 0 ? path : path + ":" + broken.line();
            return new Parsed.Unreadable(where, broken.problem(), broken.remedy());
        }
    }

    /** UTF-8, with or without a byte order mark. */
    private static String text(byte[] bytes) throws Broken {
        int start = bytes.length >= 3 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf
                ? 3
                : 0;
        for (int i = start; i < Math.min(bytes.length, 8000); i++)
            if (bytes[i] == 0)
                throw new Broken(0, "it is binary, not text", "remove it, or give it a name without a date");
        String text = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
        // Decoding puts this mark for what is no UTF-8; only then is it worth asking whether the file itself wrote it.
        if (text.indexOf('\ufffd') >= 0 && !isUtf8(bytes, start))
            throw new Broken(0, "it is not UTF-8", "convert it, for instance with iconv -f GB18030 -t UTF-8");
        return text;
    }

    private static boolean isUtf8(byte[] bytes, int start) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, bytes.length - start));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean isPublished(FrontMatter front) {
        if (!front.fields().containsKey("published")) return true;
        Object value = front.fields().get("published");
        return value != null
                && !List.of("false", "no", "off").contains(value.toString().toLowerCase(Locale.ROOT));
    }

    private RawPost post(PostPath name, FrontMatter front, ZoneId site) throws Broken {
        ArchiveMark mark = ArchiveMark.of(front.body());
        if (mark.body().length() > MAX_BODY)
            throw new Broken(0, "its text is longer than " + MAX_BODY + " characters", "split it into several posts");
        String body = Liquid.remove(mark.body());
        String title = front.text("title");
        String author = front.names("author");
        String permalink = front.text("permalink");
        boolean absolute = permalink != null && permalink.matches("(?i)https?://.*");
        String from = front.text("from");
        String lang = front.text("lang");
        List<String> taken = new ArrayList<>(OWN_FIELDS);
        // What is no address, tag or name stays what it is: a field of somebody's own.
        if (from != null && Links.clean(null, from).isPresent()) taken.add("from");
        if (lang != null) taken.add("lang");
        if (author != null) taken.add("author");
        for (String key : List.of("from", "lang", "author")) if (front.isEmpty(key)) taken.add(key);
        Map<String, Object> meta = front.without(taken);
        return new RawPost(
                title == null ? fallback(name) : title,
                date(name, front, site),
                mark.updated() == null ? updated(front, site) : mark.updated(),
                author == null ? front.names("authors") : author,
                absolute ? permalink : null,
                taken.contains("from") ? from : null,
                lang,
                front.words("tag", "tags"),
                categories(name, front),
                meta,
                name.markdown() ? markdown.toHtml(body) : body,
                null);
    }

    private static String fallback(PostPath name) {
        String title = name.titleFromSlug();
        return title.isBlank() ? name.date() : title;
    }

    private static Instant date(PostPath name, FrontMatter front, ZoneId site) throws Broken {
        Object written = front.fields().get("date");
        if (written != null && !written.toString().isBlank())
            return JekyllDate.of(written, site)
                    .orElseThrow(() -> new Broken(
                            0, "its date '" + shown(written) + "' is none", "write it like 2026-11-20 07:30:00 +0800"));
        return JekyllDate.of(name.date(), site)
                .orElseThrow(() -> new Broken(
                        0,
                        "the date in its name, " + name.date() + ", is none",
                        "correct the name, or give it a date field"));
    }

    private static String shown(Object value) {
        String s = value.toString();
        return s.length() <= 60 ? s : s.substring(0, 60) + "…";
    }

    private static @Nullable Instant updated(FrontMatter front, ZoneId site) {
        for (String key : UPDATED) {
            Object written = front.fields().get(key);
            Optional<Instant> updated = written == null ? Optional.empty() : JekyllDate.of(written, site);
            if (updated.isPresent()) return updated.get();
        }
        return null;
    }

    private static List<String> categories(PostPath name, FrontMatter front) {
        Set<String> categories = new LinkedHashSet<>(name.categories());
        if (front.fields().get("categories") != null) categories.addAll(front.words("", "categories"));
        if (front.fields().get("category") != null) categories.addAll(front.words("category", ""));
        return List.copyOf(categories);
    }
}
