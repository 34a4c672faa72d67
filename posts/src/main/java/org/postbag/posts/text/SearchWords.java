package org.postbag.posts.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
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

    private static final boolean[] ASCII = new boolean[0x80];

    static {
        for (int c = 0; c < ASCII.length; c++) ASCII[c] = Scripts.isWord(c);
    }

    private final Han han = new Han();

    /** Words that must stand side by side. */
    public record Phrase(List<String> words) {
        public Phrase {
            words = List.copyOf(words);
        }
    }

    /** The words of a text in order, joined with single spaces, runs of characters parted by {@link #GAP}. */
    public String index(String text) {
        Line line = new Line(text.length() * 2 + 16);
        cut(start(text), line);
        return line.toString();
    }

    /** Puts words into one line. An array of its own, because every character of every post goes through here. */
    private static final class Line implements Sink {
        private char[] chars;
        private int length;
        private boolean afterSingle;

        Line(int capacity) {
            chars = new char[capacity];
        }

        @Override
        public void word(char[] s, int from, int to, boolean single, boolean joined) {
            int room = length + to - from + 4;
            if (room > chars.length) chars = Arrays.copyOf(chars, 2 * room);
            if (length > 0) chars[length++] = ' ';
            if (single && !joined && afterSingle) {
                chars[length++] = GAP.charAt(0);
                chars[length++] = ' ';
            }
            for (int i = from; i < to; i++) chars[length++] = s[i];
            afterSingle = single;
        }

        @Override
        public String toString() {
            return new String(chars, 0, length);
        }
    }

    /** The distinct words of a text, pairs of characters where it has no spaces: for telling how alike two texts are. */
    public Set<String> distinct(String text) {
        Set<String> words = new HashSet<>();
        int[] last = new int[1];
        cut(start(text), (s, from, to, single, joined) -> {
            int c = Character.codePointAt(s, from);
            if (!single) words.add(new String(s, from, to - from));
            else if (joined && last[0] != 0) words.add(Character.toString(last[0]) + Character.toString(c));
            last[0] = single ? c : 0;
        });
        return words;
    }

    /** What a reader typed, as phrases that all must occur; empty when there is nothing to look for. */
    public List<Phrase> query(String typed) {
        int end = typed.codePointCount(0, typed.length()) <= MAX_QUERY
                ? typed.length()
                : typed.offsetByCodePoints(0, MAX_QUERY);
        List<List<String>> groups = new ArrayList<>();
        cut(typed.substring(0, end), (s, from, to, single, joined) -> {
            if (!joined || groups.isEmpty()) groups.add(new ArrayList<>());
            groups.get(groups.size() - 1).add(new String(s, from, to - from));
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
         * @param single whether it is a character of writing without spaces
         * @param joined whether it stands right beside the word before, without a space
         */
        void word(char[] s, int from, int to, boolean single, boolean joined);
    }

    private void cut(String text, Sink sink) {
        char[] s = han.folded(text);
        boolean joined = false;
        int i = 0;
        while (i < s.length) {
            int c = at(s, i);
            int next = i + Character.charCount(c);
            if (c < 0x80 ? ASCII[c] : Scripts.isWord(c)) {
                boolean single = isCharacter(c);
                if (single) sink.word(s, i, next, true, joined);
                else next = word(s, i, joined, sink);
                joined = true;
            } else {
                joined = joined && joins(c);
            }
            i = next;
        }
    }

    private static int at(char[] s, int i) {
        char c = s[i];
        return c >= 0xd800 && c < 0xdc00 ? Character.codePointAt(s, i) : c;
    }

    /** Signs inside names and numbers: 3.4.0, e-mail, node.js. */
    private static boolean joins(int c) {
        return c == '.' || c == '-' || c == '_' || c == '\'' || c == '’';
    }

    private static int word(char[] s, int start, boolean joined, Sink sink) {
        int i = start;
        boolean latin = false;
        while (i < s.length) {
            int c = at(s, i);
            if (c < 0x80 ? !ASCII[c] : !Scripts.isWord(c) || isCharacter(c)) break;
            latin |= (c >= 0xc0 && c < 0x250) || (c >= 0x1e00 && c < 0x1f00);
            i += Character.charCount(c);
        }
        int end = Math.min(i, start + MAX_WORD);
        if (end < i && Character.isHighSurrogate(s[end - 1])) end--;
        String more = sign(s, i);
        if (!latin && more.isEmpty()) {
            sink.word(s, start, end, false, joined);
        } else {
            char[] word = (plain(new String(s, start, end - start)) + more).toCharArray();
            if (word.length > 0) sink.word(word, 0, word.length, false, joined);
        }
        return i;
    }

    /** The names of languages: C++ and C# are not C. */
    private static String sign(char[] s, int i) {
        if (i < s.length && s[i] == '#') return "sharp";
        return i + 1 < s.length && s[i] == '+' && s[i + 1] == '+' ? "plusplus" : "";
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
