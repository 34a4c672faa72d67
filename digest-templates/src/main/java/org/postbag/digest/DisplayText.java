package org.postbag.digest;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

/**
 * Makes strangers' text fit to be shown: control characters and bidirectional overrides out, which could turn the text
 * around them, and no longer than there is room for. Escaping for a markup is a later step; see {@link Markup}.
 */
public final class DisplayText {

    private DisplayText() {}

    /** Without C0 and C1 controls but the newline (a tab becomes a space), bidi embeddings, overrides and isolates, and halves of surrogate pairs. */
    public static String clean(String text) {
        int i = 0;
        while (i < text.length() && harmless(text.charAt(i))) i++;
        if (i == text.length()) return text;
        StringBuilder clean = new StringBuilder(text.length()).append(text, 0, i);
        while (i < text.length()) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\t') clean.append(' ');
            else if (c >= 0xD800 && c <= 0xDFFF) clean.append('\uFFFD');
            else if (!dropped(c)) clean.appendCodePoint(c);
        }
        return clean.toString();
    }

    private static boolean harmless(char c) {
        return c == '\n' || (c >= ' ' && c < 0x7F) || (c > 0x9F && !Character.isSurrogate(c) && !dropped(c));
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

    /** {@link #clean}, on one line: every stretch of white space is one space. */
    public static String line(String text) {
        String clean = clean(text);
        StringBuilder line = new StringBuilder(clean.length());
        boolean space = false;
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            if (Character.isWhitespace(c) || c == '\u00A0' || c == '\u3000') {
                space = true;
                continue;
            }
            if (space && !line.isEmpty()) line.append(' ');
            space = false;
            line.append(c);
        }
        return line.toString();
    }

    /** {@link #line}, at most {@code codePoints} long, an ellipsis included. */
    public static String line(String text, int codePoints) {
        // A line of 100 MB is not cleaned to show 200 characters of it.
        String bounded = text.length() > codePoints * 8L ? text.substring(0, codePoints * 8) : text;
        return clip(line(bounded), codePoints);
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
}
