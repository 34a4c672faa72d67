package org.postbag.digest;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plain text in lines that fit a terminal and a mail: at most {@value #WIDTH} columns, a Han character taking two, broken where
 * the Unicode line breaking rules (UAX 14) allow it and never inside an address. Nothing but {@link #SEPARATOR} ends in a space.
 */
public final class PlainLines {

    /** The widest line, in columns: what RFC 5322 section 2.1.1 recommends. */
    public static final int WIDTH = 78;

    /** The line above a mail's footer, by which mail programs know what to leave out of an answer (RFC 3676 section 4.3). */
    public static final String SEPARATOR = "-- ";

    private static final Pattern MARK = Pattern.compile(" *(?:- |\\[?(?:[0-9]{1,6}|" + Fragment.NUMBER + ")[].] )");

    private static final Pattern EMPTY_LINES = Pattern.compile("\n{3,}");

    private static final int NUMBER_GAP = 3;
    private static final int TIME_GAP = 17;

    private PlainLines() {}

    /** Breaks the lines that are too long. */
    public static String wrap(String text) {
        StringBuilder out = new StringBuilder(text.length() + 64);
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('\n', start);
            if (end < 0) end = text.length();
            if (start > 0) out.append('\n');
            String line = text.substring(start, end);
            line(line.equals(SEPARATOR) ? line : line.stripTrailing(), out);
            start = end + 1;
        }
        return out.toString();
    }

    /** A whole text: never two empty lines in a row, none at its ends, the last line ended. */
    public static String page(String text) {
        String whole = text.strip();
        // Most texts have none, and looking for them is much faster than replacing them.
        return (whole.contains("\n\n\n") ? EMPTY_LINES.matcher(whole).replaceAll("\n\n") : whole) + "\n";
    }

    /** Columns a text takes in a font whose Han characters are twice as wide as its Latin ones. */
    public static int width(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            width += width(c);
            i += Character.charCount(c);
        }
        return width;
    }

    private static int width(int c) {
        if (c >= ' ' && c < 0x7F) return 1;
        if (c < ' ') return gap(c);
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT)
            return 0;
        int east = UCharacter.getIntPropertyValue(c, UProperty.EAST_ASIAN_WIDTH);
        return east == UCharacter.EastAsianWidth.WIDE || east == UCharacter.EastAsianWidth.FULLWIDTH ? 2 : 1;
    }

    /** What stands for a number or time that is put in later is as wide as that usually is. */
    private static int gap(int c) {
        if (c == Fragment.NUMBER.charAt(0)) return NUMBER_GAP;
        return c == Fragment.TIME.charAt(0) ? TIME_GAP : 0;
    }

    private static void line(String line, StringBuilder out) {
        if (width(line) <= WIDTH || isOpen(line)) {
            out.append(line);
            return;
        }
        String indent = indent(line);
        int mark = mark(line);
        BitSet unbroken = addresses(line);
        BreakIterator breaks = BreakIterator.getLineInstance(ULocale.ROOT);
        breaks.setText(line);
        int start = 0;
        int good = 0; // the last place where the line may end
        int columns = 0;
        int at = 0;
        for (int next = breaks.next(); next != BreakIterator.DONE; next = breaks.next()) {
            if (next < line.length() && (next <= mark || unbroken.get(next))) continue;
            int more = width(line.substring(at, next).stripTrailing());
            if (good > start && columns + more > WIDTH) {
                out.append(line.substring(start, good).stripTrailing())
                        .append('\n')
                        .append(indent);
                start = good;
                columns = indent.length() + width(line.substring(start, at));
            }
            columns += width(line.substring(at, next));
            at = next;
            good = next;
        }
        out.append(line, start, line.length());
    }

    /** Whether something of unknown width is put in later, other than a number or time; then it is broken after that. */
    private static boolean isOpen(String line) {
        for (int i = 0; i < line.length(); i++) if (line.charAt(i) < ' ' && width(line.charAt(i)) == 0) return true;
        return false;
    }

    /** What the lines that follow begin with: the spaces of the first, and two more in a list. */
    private static String indent(String line) {
        int spaces = 0;
        while (spaces < Math.min(20, line.length()) && line.charAt(spaces) == ' ') spaces++;
        return " ".repeat(line.startsWith("- ", spaces) ? spaces + 2 : spaces);
    }

    /** How far a number or dash reaches that begins the line; what it belongs to stays beside it. */
    private static int mark(String line) {
        Matcher mark = MARK.matcher(line);
        return mark.lookingAt() ? mark.end() : 0;
    }

    /** Places inside web and mail addresses, which a break would make useless. */
    private static BitSet addresses(String line) {
        BitSet inside = new BitSet();
        int from = 0;
        while (true) {
            int colon = line.indexOf("://", from);
            if (colon < 0) break;
            int start = colon;
            while (start > 0 && isSchemeLetter(line.charAt(start - 1))) start--;
            int end = colon;
            while (end < line.length() && line.charAt(end) > ' ' && line.charAt(end) < 0x7F) end++;
            inside.set(start + 1, Math.max(start + 1, end));
            from = Math.max(end, colon + 3);
        }
        for (int mail = line.indexOf("mailto:"); mail >= 0; mail = line.indexOf("mailto:", mail + 7)) {
            int end = mail;
            while (end < line.length() && line.charAt(end) > ' ' && line.charAt(end) < 0x7F) end++;
            inside.set(mail + 1, Math.max(mail + 1, end));
        }
        return inside;
    }

    private static boolean isSchemeLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
