package org.postbag.posts.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Cuts text into the words that are indexed and looked up. Latin and other spaced words are folded; writing without
 * spaces becomes overlapping pairs of characters, with the last character of a run once more by itself, so that any
 * single character is the beginning of some word. A word holds only letters, digits and marks.
 */
public final class SearchWords {
    /** Code points of one text that are indexed; beyond it nobody searches. */
    private static final int MAX_TEXT = 200_000;

    private static final int MAX_WORD = 64;
    private static final int MAX_QUERY = 200;
    private static final int MAX_PHRASES = 16;

    private final Han han = new Han();

    /**
     * Words that must stand side by side.
     *
     * @param prefix whether the last word is only the beginning of one
     */
    public record Phrase(List<String> words, boolean prefix) {
        public Phrase {
            words = List.copyOf(words);
        }
    }

    /** The words of a text in order, joined with single spaces. */
    public String index(String text) {
        StringBuilder out = new StringBuilder(text.length() * 2);
        cut(text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text, (word, joined) -> {
            if (out.length() > 0) out.append(' ');
            out.append(word);
        });
        return out.toString();
    }

    /** The distinct words of a text. */
    public Set<String> distinct(String text) {
        Set<String> words = new HashSet<>();
        cut(text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text, (word, joined) -> words.add(word));
        return words;
    }

    /** What a reader typed, as phrases that all must occur; empty when there is nothing to look for. */
    public List<Phrase> query(String typed) {
        int end = typed.codePointCount(0, typed.length()) <= MAX_QUERY
                ? typed.length()
                : typed.offsetByCodePoints(0, MAX_QUERY);
        List<List<String>> groups = new ArrayList<>();
        cut(typed.substring(0, end), (word, joined) -> {
            if (!joined || groups.isEmpty()) groups.add(new ArrayList<>());
            groups.get(groups.size() - 1).add(word);
        });
        return groups.stream()
                .map(SearchWords::phrase)
                .distinct()
                .limit(MAX_PHRASES)
                .toList();
    }

    /** In a query the single character that ends a run says nothing that the pairs before it do not. */
    private static Phrase phrase(List<String> group) {
        String last = group.get(group.size() - 1);
        boolean single = last.codePointCount(0, last.length()) == 1 && Scripts.isUnspaced(last.codePointAt(0));
        if (!single) return new Phrase(group, false);
        if (group.size() == 1) return new Phrase(group, true);
        return new Phrase(group.subList(0, group.size() - 1), false);
    }

    private interface Sink {
        /** @param joined whether it stands right beside the word before, without a space */
        void word(String word, boolean joined);
    }

    private void cut(String text, Sink sink) {
        String s = han.fold(text);
        boolean joined = false;
        int i = 0;
        while (i < s.length()) {
            int c = s.codePointAt(i);
            if (Scripts.isUnspaced(c)) {
                i = pairs(s, i, joined, sink);
                joined = true;
            } else if (Scripts.isWord(c)) {
                i = word(s, i, joined, sink);
                joined = true;
            } else {
                joined = joined && joins(c);
                i += Character.charCount(c);
            }
        }
    }

    /** Signs inside names and numbers: 3.4.0, e-mail, node.js. */
    private static boolean joins(int c) {
        return c == '.' || c == '-' || c == '_' || c == '\'' || c == '’';
    }

    private static int pairs(String s, int start, boolean joined, Sink sink) {
        int i = start;
        boolean first = true;
        while (true) {
            int next = i + Character.charCount(s.codePointAt(i));
            boolean more = next < s.length() && Scripts.isUnspaced(s.codePointAt(next));
            int end = more ? next + Character.charCount(s.codePointAt(next)) : next;
            sink.word(s.substring(i, end), joined || !first);
            if (!more) return next;
            first = false;
            i = next;
        }
    }

    private static int word(String s, int start, boolean joined, Sink sink) {
        int i = start;
        boolean latin = false;
        while (i < s.length()) {
            int c = s.codePointAt(i);
            if (!Scripts.isWord(c) || Scripts.isUnspaced(c)) break;
            latin |= (c >= 0xc0 && c < 0x250) || (c >= 0x1e00 && c < 0x1f00);
            i += Character.charCount(c);
        }
        int end = Math.min(i, start + MAX_WORD);
        if (end < i && Character.isHighSurrogate(s.charAt(end - 1))) end--;
        String word = s.substring(start, end);
        if (latin) word = plain(word);
        // The names of languages: C++ and C# are not C.
        if (s.startsWith("++", i)) word += "plusplus";
        else if (s.startsWith("#", i)) word += "sharp";
        if (!word.isEmpty()) sink.word(word, joined);
        return i;
    }

    private static String plain(String word) {
        StringBuilder out = new StringBuilder(word.length());
        Normalizer.normalize(word, Normalizer.Form.NFD)
                .codePoints()
                .filter(c -> c < 0x300 || c >= 0x370)
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
