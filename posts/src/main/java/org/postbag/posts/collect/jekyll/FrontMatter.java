package org.postbag.posts.collect.jekyll;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The front matter of a file and the body below it.
 *
 * @param fields as written; plain YAML timestamps are {@link FrontMatterYaml.Timestamp}s
 */
record FrontMatter(Map<String, Object> fields, String body) {
    /** Jekyll's {@code YAML_FRONT_MATTER_REGEXP}, a line at a time. */
    private static final Pattern START = Pattern.compile("\\A---[ \\t]*\\r?\\n");

    private static final Pattern END = Pattern.compile("(?m)^(?:---|\\.\\.\\.)[ \\t\\r]*$");
    private static final Pattern FIELD = Pattern.compile("\\A\\s*[\\w-]+\\s*:(?:\\s|\\z)");
    private static final int MAX_YAML = 256 * 1024;

    /** @throws Broken when there is front matter that cannot be read; a file without any is all body */
    static FrontMatter of(String file) throws Broken {
        Matcher start = START.matcher(file);
        if (!start.find()) return new FrontMatter(Map.of(), file);
        Matcher end = END.matcher(file);
        if (!end.find(start.end())) {
            if (FIELD.matcher(file.substring(start.end(), Math.min(file.length(), start.end() + 200)))
                    .find())
                throw new Broken(
                        1, "its front matter has no end", "put a line of three dashes, ---, below the last field");
            return new FrontMatter(Map.of(), file);
        }
        if (end.start() - start.end() > MAX_YAML)
            throw new Broken(1, "its front matter is longer than 256 KB", "move the text below the front matter");
        String yaml = file.substring(start.end(), end.start());
        int body = Math.min(file.length(), end.end() + 1);
        return new FrontMatter(FrontMatterYaml.read(yaml, 1), file.substring(body));
    }

    /** Whether a field is there without a value. */
    boolean isEmpty(String key) {
        Object value = fields.get(key);
        return value == null || value.toString().isBlank();
    }

    /** A field's text; null when it is absent, empty, or no single value. */
    @Nullable
    String text(String key) {
        Object value = fields.get(key);
        if (value == null || value instanceof Map || value instanceof List) return null;
        String text = value.toString().strip();
        return text.isEmpty() ? null : text;
    }

    /**
     * Jekyll's {@code Utils.pluralized_array_from_hash}: the singular field whole, or else the plural one, split at spaces
     * where it is one string.
     */
    List<String> words(String singular, String plural) {
        Object one = fields.get(singular);
        if (one != null) return one instanceof List<?> list ? flat(list) : List.of(one.toString());
        return words(plural);
    }

    private List<String> words(String plural) {
        Object many = fields.get(plural);
        if (many instanceof List<?> list) return flat(list);
        if (many == null || many instanceof Map || many.toString().isBlank()) return List.of();
        return List.of(many.toString().strip().split("\\s+", -1));
    }

    private static List<String> flat(List<?> list) {
        List<String> words = new ArrayList<>();
        for (Object one : list) {
            if (one instanceof List<?> inner) words.addAll(flat(inner));
            else if (one != null && !one.toString().isBlank())
                words.add(one.toString().strip());
        }
        return words;
    }

    /** One line of names: a string, a list, or maps with a {@code name}. */
    @Nullable
    String names(String key) {
        List<String> names = new ArrayList<>();
        names(fields.get(key), names);
        return names.isEmpty() ? null : String.join(", ", names);
    }

    private static void names(@Nullable Object value, List<String> names) {
        if (value instanceof List<?> list) {
            for (Object one : list) names(one, names);
        } else if (value instanceof Map<?, ?> map) {
            for (String key : List.of("name", "display_name", "login", "nickname", "email")) {
                Object name = map.get(key);
                if (name != null) {
                    names(name, names);
                    return;
                }
            }
        } else if (value != null && !value.toString().isBlank()) {
            names.add(value.toString().strip());
        }
    }

    /** Fields other than these, as JSON-like values; an empty one is the empty string. */
    Map<String, Object> without(List<String> keys) {
        Map<String, Object> rest = new LinkedHashMap<>();
        fields.forEach((key, value) -> {
            if (!keys.contains(key)) rest.put(key, value == null ? "" : plain(value));
        });
        return rest;
    }

    private static Object plain(Object value) {
        if (value instanceof FrontMatterYaml.Timestamp) return value.toString();
        if (value instanceof List<?> list) {
            List<Object> plain = new ArrayList<>();
            for (Object one : list) if (one != null) plain.add(plain(one));
            return plain;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> plain = new LinkedHashMap<>();
            map.forEach((key, one) -> plain.put(String.valueOf(key), one == null ? "" : plain(one)));
            return plain;
        }
        return value;
    }
}
