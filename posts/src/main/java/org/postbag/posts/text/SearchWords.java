package org.postbag.posts.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Cuts text into the words that are indexed and looked up: folded words of spaced writing, single characters of writing
 * without spaces. A word of several such characters is found as a phrase of them. A word holds only letters, digits and
 * marks.
 */
public final class SearchWords {
    /** Stands in an index between runs of characters, so that no phrase reaches over a comma. */
    public static final String GAP = "¦";

    /** Code points of one text that are indexed; beyond it nobody searches. */
    private static final int MAX_TEXT = 200_000;

    private static final int MAX_WORD = 64;
    private static final int MAX_QUERY = 200;
    private static final int MAX_PHRASES = 16;

    private final Han han = new Han();

    /** Words that must stand side by side. */
    public record Phrase(List<String> words) {
        public Phrase {
            words = List.copyOf(words);
        }
    }

    /** The words of a text in order, joined with single spaces, runs of characters parted by {@link #GAP}. */
    public String index(String text) {
        StringBuilder out = new StringBuilder(text.length() * 2 + 16);
        boolean[] character = new boolean[1];
        cut(start(text), (s, from, to, joined) -> {
            boolean isCharacter = isCharacter(s.charAt(from) < 0xd800 ? s.charAt(from) : s.codePointAt(from));
            if (out.length() > 0) out.append(' ');
            if (!joined && isCharacter && character[0]) out.append(GAP).append(' ');
            if (to == from + 1) out.append(s.charAt(from));
            else out.append(s, from, to);
            character[0] = isCharacter;
        });
        return out.toString();
    }

    /** The distinct words of a text, pairs of characters where it has no spaces: for telling how alike two texts are. */
    public Set<String> distinct(String text) {
        Set<String> words = new HashSet<>();
        int[] last = new int[1];
        cut(start(text), (s, from, to, joined) -> {
            int c = s.codePointAt(from);
            boolean character = isCharacter(c);
            if (!character) words.add(s.substring(from, to));
            else if (joined && last[0] != 0) words.add(Character.toString(last[0]) + Character.toString(c));
            last[0] = character ? c : 0;
        });
        return words;
    }

    /** What a reader typed, as phrases that all must occur; empty when there is nothing to look for. */
    public List<Phrase> query(String typed) {
        int end = typed.codePointCount(0, typed.length()) <= MAX_QUERY
                ? typed.length()
                : typed.offsetByCodePoints(0, MAX_QUERY);
        List<List<String>> groups = new ArrayList<>();
        cut(typed.substring(0, end), (s, from, to, joined) -> {
            if (!joined || groups.isEmpty()) groups.add(new ArrayList<>());
            groups.get(groups.size() - 1).add(s.substring(from, to));
        });
        return groups.stream().map(Phrase::new).distinct().limit(MAX_PHRASES).toList();
    }

    /** Whether it is a word by itself, being of writing without spaces. */
    public static boolean isCharacter(int c) {
        return Scripts.isUnspaced(c);
    }

    private static String start(String text) {
        return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
    }

    private interface Sink {
        /**
         * The word is {@code s} from {@code from} to {@code to}.
         *
         * @param joined whether it stands right beside the word before, without a space
         */
        void word(String s, int from, int to, boolean joined);
    }

    private void cut(String text, Sink sink) {
        String s = han.fold(text);
        boolean joined = false;
        int i = 0;
        while (i < s.length()) {
            int c = s.charAt(i);
            if (c >= 0xd800 && c < 0xdc00) c = s.codePointAt(i);
            int next = i + Character.charCount(c);
            if (Scripts.isUnspaced(c)) {
                sink.word(s, i, next, joined);
                joined = true;
            } else if (Scripts.isWord(c)) {
                next = word(s, i, joined, sink);
                joined = true;
            } else {
                joined = joined && joins(c);
            }
            i = next;
        }
    }

    /** Signs inside names and numbers: 3.4.0, e-mail, node.js. */
    private static boolean joins(int c) {
        return c == '.' || c == '-' || c == '_' || c == '\'' || c == '’';
    }

    private static int word(String s, int start, boolean joined, Sink sink) {
        int i = start;
        boolean latin = false;
        while (i < s.length()) {
            int c = s.charAt(i);
            if (c >= 0xd800 && c < 0xdc00) c = s.codePointAt(i);
            if (!Scripts.isWord(c) || Scripts.isUnspaced(c)) break;
            latin |= (c >= 0xc0 && c < 0x250) || (c >= 0x1e00 && c < 0x1f00);
            i += Character.charCount(c);
        }
        int end = Math.min(i, start + MAX_WORD);
        if (end < i && Character.isHighSurrogate(s.charAt(end - 1))) end--;
        // The names of languages: C++ and C# are not C.
        String more = s.startsWith("++", i) ? "plusplus" : s.startsWith("#", i) ? "sharp" : "";
        if (!latin && more.isEmpty()) {
            sink.word(s, start, end, joined);
        } else {
            String word = plain(s.substring(start, end)) + more;
            if (!word.isEmpty()) sink.word(word, 0, word.length(), joined);
        }
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
