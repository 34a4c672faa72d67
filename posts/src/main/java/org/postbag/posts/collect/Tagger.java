package org.postbag.posts.collect;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.postbag.posts.TagPath;
import org.postbag.posts.text.Han;
import org.postbag.posts.text.Scripts;

/**
 * Gives posts their tags: the source's own under their canonical names, and those whose words the post says. Words
 * match whatever their case and Chinese form; Latin ones only as whole words. A word between slashes is a regular
 * expression of RE2, which runs in linear time. Thread safe.
 */
public final class Tagger {
    private final Han han = new Han();
    private final Map<String, String> canonical = new HashMap<>();
    private final Map<String, List<Pattern>> patterns = new LinkedHashMap<>();
    private final Map<String, List<String>> words = new LinkedHashMap<>();
    private final boolean propose;
    private final String fingerprint;

    /**
     * @param aliases a tag, and other names of it
     * @param rules a tag, and words that call for it
     * @throws IllegalArgumentException when a regular expression is wrong; the message names it
     */
    public Tagger(Map<String, List<String>> aliases, Map<String, List<String>> rules) {
        this(aliases, rules, false);
    }

    /** @param propose whether a post that ends without a tag is given words of its own ({@link ProposedTags}) */
    public Tagger(Map<String, List<String>> aliases, Map<String, List<String>> rules, boolean propose) {
        this.propose = propose;
        aliases.forEach((tag, others) -> {
            canonical.put(han.fold(tag), tag);
            for (String other : others) canonical.put(han.fold(other), tag);
        });
        rules.forEach((tag, list) -> {
            for (String word : list) rule(tag, word);
        });
        fingerprint = new TreeMap<>(aliases) + " " + new TreeMap<>(rules) + (propose ? " proposed" : "");
    }

    public static Tagger none() {
        return new Tagger(Map.of(), Map.of());
    }

    private void rule(String tag, String word) {
        if (word.length() > 2 && word.startsWith("/") && word.endsWith("/")) {
            try {
                Pattern pattern = Pattern.compile(han.fold(word.substring(1, word.length() - 1)));
                patterns.computeIfAbsent(tag, t -> new ArrayList<>()).add(pattern);
            } catch (PatternSyntaxException e) {
                throw new IllegalArgumentException(
                        "rule of tag '" + tag + "': " + word + " is no regular expression: " + e.getMessage(), e);
            }
        } else if (!word.isBlank()) {
            words.computeIfAbsent(tag, t -> new ArrayList<>()).add(han.fold(word.strip()));
        }
    }

    /** The name a tag goes by, level by level; itself when it is nobody's alias. */
    public String canonical(String tag) {
        String normal = TagPath.normal(tag);
        String whole = canonical.get(han.fold(normal));
        if (whole != null || normal.indexOf('/') < 0) return whole == null ? normal : whole;
        return TagPath.parts(normal).stream()
                .map(part -> canonical.getOrDefault(han.fold(part), part))
                .collect(Collectors.joining("/"));
    }

    /** Own tags first, each once, then those that rules add. */
    public List<String> tag(List<String> own, String title, String text) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (String tag : own) {
            String name = canonical(tag);
            if (!name.isEmpty()) tags.putIfAbsent(han.fold(name), name);
        }
        if (!words.isEmpty() || !patterns.isEmpty()) byRules(tags, title, text);
        if (tags.isEmpty() && propose) return new ProposedTags().of(title, text);
        return List.copyOf(tags.values());
    }

    private void byRules(Map<String, String> tags, String title, String text) {
        String all = han.fold(title + "\n" + text);
        words.forEach((tag, list) -> {
            if (list.stream().anyMatch(word -> says(all, word))) add(tags, tag);
        });
        patterns.forEach((tag, list) -> {
            if (list.stream().anyMatch(pattern -> pattern.matcher(all).find())) add(tags, tag);
        });
    }

    private void add(Map<String, String> tags, String tag) {
        String name = canonical(tag);
        tags.putIfAbsent(han.fold(name), name);
    }

    /** Changes when the same post may now get other tags. */
    String fingerprint() {
        return fingerprint;
    }

    private static boolean says(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            if (!(at > 0 && sticks(text.codePointBefore(at), word.codePointAt(0)))
                    && !(end < text.length() && sticks(text.codePointAt(end), word.codePointBefore(word.length()))))
                return true;
        }
        return false;
    }

    /** Two letters of spaced writing side by side are one word. */
    private static boolean sticks(int a, int b) {
        return Scripts.isWord(a) && Scripts.isWord(b) && !Scripts.isUnspaced(a) && !Scripts.isUnspaced(b);
    }
}
