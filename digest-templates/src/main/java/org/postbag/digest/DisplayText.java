package org.postbag.digest;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Bidi;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

/**
 * Makes strangers' text fit to be shown: control characters and bidirectional overrides out, which could turn the text
 * around them, and no longer than there is room for. Escaping for a markup is a later step; see {@link Markup}.
 */
public final class DisplayText {

    private static final int DROPPED = -1;

    /** Marks on one letter; no language's spelling has so many, and more of them paint over the lines around. */
    private static final int MOST_MARKS = 8;

    private DisplayText() {}

    /**
     * Without C0 and C1 controls, bidi embeddings, overrides and isolates, and halves of surrogate pairs. What ends a line
     * anywhere (CR, NEL, U+2028 and the like) is a newline, a tab is a space.
     */
    public static String clean(String text) {
        int i = 0;
        while (i < text.length() && harmless(text.charAt(i))) i++;
        if (i == text.length()) return text;
        StringBuilder clean = new StringBuilder(text.length()).append(text, 0, i);
        while (i < text.length()) {
            int c = cleaned(text, i);
            i += Character.charCount(text.codePointAt(i));
            if (c != DROPPED) clean.appendCodePoint(c);
        }
        return clean.toString();
    }

    /** What the code point at {@code i} is shown as. */
    private static int cleaned(String text, int i) {
        int c = text.codePointAt(i);
        if (c == '\t') return ' ';
        if (c == '\r') return i + 1 < text.length() && text.charAt(i + 1) == '\n' ? DROPPED : '\n';
        if (endsLine(c)) return '\n';
        if (c >= 0xD800 && c <= 0xDFFF) return '\uFFFD';
        return dropped(c) ? DROPPED : c;
    }

    private static boolean harmless(char c) {
        return c == '\n'
                || (c >= ' ' && c < 0x7F)
                || (c > 0x9F && !Character.isSurrogate(c) && !endsLine(c) && !dropped(c));
    }

    private static boolean endsLine(int c) {
        return c == '\r' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    private static boolean dropped(int c) {
        return (c < ' ' && c != '\n')
                || (c >= 0x7F && c <= 0x9F)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0xFEFF
                || c == 0xFFFE
                || c == 0xFFFF;
    }

    /** {@link #clean}, on one line: every stretch of white space is one space, and no letter has a tower of marks. */
    public static String line(String text) {
        return line(text, Long.MAX_VALUE);
    }

    /** {@link #line}, at most {@code codePoints} long, an ellipsis included. */
    public static String line(String text, int codePoints) {
        // A line of 100 MB is not cleaned to show 200 characters of it; clip needs to see a little beyond its end.
        return clip(line(text, 2L * codePoints + 128), codePoints);
    }

    /** {@link #line(String, int)}, cut between words as {@link #clipWords} does. */
    public static String lineOfWords(String text, int codePoints) {
        return clipWords(line(text, 2L * codePoints + 128), codePoints);
    }

    private static String line(String text, long units) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), 512));
        boolean space = false;
        int marks = 0;
        for (int i = 0, width; i < text.length() && line.length() < units; i += width) {
            int c = cleaned(text, i);
            width = Character.charCount(text.codePointAt(i));
            if (c == DROPPED) continue;
            if (Character.isWhitespace(c) || c == '\u00A0' || c == '\u202F' || c == '\u2007') {
                space = true;
                continue;
            }
            marks = isMark(c) ? marks + 1 : 0;
            if (marks > MOST_MARKS) continue;
            if (space && !line.isEmpty()) line.append(' ');
            space = false;
            line.appendCodePoint(c);
        }
        return line.toString();
    }

    private static boolean isMark(int c) {
        if (c < 0x300) return false;
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    /** Whether a reader sees nothing of it: white space, format characters, and letters that are drawn empty. */
    public static boolean isBlank(String text) {
        return text.codePoints()
                .allMatch(c -> Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || Character.isISOControl(c)
                        || Character.getType(c) == Character.FORMAT
                        || isMark(c)
                        || c == 0x115F
                        || c == 0x1160
                        || c == 0x2800
                        || c == 0x3164
                        || c == 0xFFA0);
    }

    /** Whether the first letter that has a direction is Arabic, Hebrew or of another script written from right to left. */
    public static boolean isRightToLeft(String text) {
        return Bidi.getBaseDirection(text) == Bidi.RTL;
    }

    /** At most {@code codePoints} long, an ellipsis included; never cut inside what a reader sees as one character. */
    public static String clip(String text, int codePoints) {
        if (text.length() <= codePoints || text.codePointCount(0, text.length()) <= codePoints) return text;
        int end = text.offsetByCodePoints(0, Math.max(0, codePoints - 1));
        BreakIterator characters = BreakIterator.getCharacterInstance(ULocale.ROOT);
        characters.setText(text);
        // A run of joiners without end is no character of anyone's: then the code point is cut after all.
        int whole = characters.isBoundary(end) ? end : characters.preceding(end);
        if (whole > 0 && end - whole < 64) end = whole;
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) end--;
        return text.substring(0, end) + "…";
    }

    /**
     * {@link #clip}, but not inside a word where the script writes blanks between words. A word that begins in the first half
     * of what there is room for is cut after all: too little would be left.
     */
    public static String clipWords(String text, int codePoints) {
        String clipped = clip(text, codePoints);
        if (clipped.equals(text)) return text;
        int end = clipped.length() - 1;
        BreakIterator words = BreakIterator.getWordInstance(ULocale.ROOT);
        words.setText(text);
        if (end <= 0 || words.isBoundary(end)) return clipped;
        int start = words.preceding(end);
        int script = UScript.getScript(text.codePointAt(start));
        if (start <= end / 2 || UScript.breaksBetweenLetters(script)) return clipped;
        return clip(text, text.codePointCount(0, start) + 1);
    }
}
