package org.postbag.posts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Splits text into sentences. A sentence ends at its full stop, question or exclamation mark with the quotes and
 * brackets that close there, or at the end of its line. Every sentence is a piece of the text as it stands.
 */
public final class Sentences {
    private static final String ENDS = "。！？!?…｡";
    private static final String CLOSERS = "”’」』）)】》〉\"'］]";
    private static final String OPENERS = "([\"'“‘";
    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "mrs", "ms", "dr", "prof", "st", "sr", "jr", "vs", "etc", "e.g", "i.e", "cf", "al", "inc", "ltd",
            "co", "corp", "no", "vol", "fig", "gen", "gov", "sen", "rep", "rev", "hon", "jan", "feb", "mar", "apr",
            "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "u.s", "u.k", "u.n", "a.m", "p.m", "approx",
            "dept", "est", "ph.d", "z.b", "d.h", "bzw", "usw", "ca", "nr", "m", "p", "pp");

    /** In the order of the text, without blank ones. */
    public List<String> split(String text) {
        return split(text, Integer.MAX_VALUE);
    }

    /** As {@link #split(String)}, but only the first {@code limit}. */
    public List<String> split(String text, int limit) {
        List<String> sentences = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length() && sentences.size() < limit; i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                add(sentences, text, start, i);
                start = i + 1;
            } else if (ENDS.indexOf(c) >= 0 || (c == '.' && endsAt(text, start, i))) {
                int end = closed(text, i + 1);
                if (!joined(text, c, end)) {
                    add(sentences, text, start, end);
                    start = end;
                }
                i = end - 1;
            }
        }
        if (sentences.size() < limit) add(sentences, text, start, text.length());
        return sentences;
    }

    private static void add(List<String> sentences, String text, int start, int end) {
        String sentence = text.substring(start, end).strip();
        if (!sentence.isEmpty()) sentences.add(sentence);
    }

    /** Past repeated ends and the quotes that close with them. */
    private static int closed(String text, int from) {
        int i = from;
        while (i < text.length() && (ENDS.indexOf(text.charAt(i)) >= 0 || text.charAt(i) == '.')) i++;
        while (i < text.length() && CLOSERS.indexOf(text.charAt(i)) >= 0) {
            // A straight quote closes only where a space or the end follows; otherwise it opens the next one.
            char c = text.charAt(i);
            if ((c == '"' || c == '\'') && i + 1 < text.length() && Character.isLetterOrDigit(text.charAt(i + 1)))
                break;
            i++;
        }
        return i;
    }

    /** An ASCII mark inside a word, or a quotation in the middle of a sentence, ends nothing. */
    private static boolean joined(String text, char mark, int end) {
        if (end >= text.length()) return false;
        char next = text.charAt(end);
        if (mark == '!' || mark == '?') return Character.isLetterOrDigit(next) && next < 0x80;
        if (mark == '…') return !Character.isWhitespace(next) && CLOSERS.indexOf(text.charAt(end - 1)) < 0;
        return "，、；：,".indexOf(next) >= 0;
    }

    private static boolean endsAt(String text, int start, int dot) {
        int next = dot + 1;
        while (next < text.length() && CLOSERS.indexOf(text.charAt(next)) >= 0) next++;
        if (next < text.length() && !Character.isWhitespace(text.charAt(next))) return false;
        int word = dot;
        while (word > start && !Character.isWhitespace(text.charAt(word - 1))) word--;
        while (word < dot && OPENERS.indexOf(text.charAt(word)) >= 0) word++;
        String before = text.substring(word, dot).toLowerCase(Locale.ROOT);
        if (before.length() == 1 && Character.isLetter(before.charAt(0)) && !before.equals("i")) return false;
        while (next < text.length() && text.charAt(next) != '\n' && Character.isWhitespace(text.charAt(next))) next++;
        if (next >= text.length() || text.charAt(next) == '\n') return true;
        boolean lower = Character.isLowerCase(text.charAt(next));
        return !ABBREVIATIONS.contains(before) && !lower;
    }
}
