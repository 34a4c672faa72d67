package org.postbag.posts.collect.feed;

/** The {@code &...;} of markup for {@link XmlRepair}: by name as {@link DeclaredEntities} has them, by number, or none. */
final class XmlReferences {
    private static final int MAX_LENGTH = 32;
    private static final int MAX_DIGITS = 7;

    private final DeclaredEntities entities;

    XmlReferences(DeclaredEntities entities) {
        this.entities = entities;
    }

    /**
     * Copies the reference that begins at {@code at}. One of a character that XML forbids vanishes; one by number may lack
     * its semicolon.
     *
     * @return the offset behind it; -1 when this {@code &} begins none
     */
    int copy(String in, int at, StringBuilder out) {
        int end = at + 1;
        int stop = Math.min(in.length(), at + MAX_LENGTH);
        while (end < stop && isPart(in.charAt(end))) end++;
        String name = in.substring(at + 1, end);
        boolean closed = end < in.length() && in.charAt(end) == ';';
        if (name.startsWith("#")) return character(name, at, closed, out);
        String replacement = closed ? entities.replacement(name) : null;
        if (replacement == null) return -1;
        out.append(replacement);
        return end + 1;
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || c == '#' || c == '.' || c == '_' || c == '-';
    }

    private static int character(String name, int at, boolean closed, StringBuilder out) {
        boolean hex = name.startsWith("#x") || name.startsWith("#X");
        int radix = hex ? 16 : 10;
        int start = hex ? 2 : 1;
        int end = start;
        while (end < name.length() && Character.digit(name.charAt(end), radix) >= 0) end++;
        boolean whole = end == name.length();
        if (end == start || end - start > MAX_DIGITS || (closed && !whole)) return -1;
        String digits = name.substring(start, end);
        if (isAllowed(Integer.parseInt(digits, radix)))
            out.append("&#").append(hex ? "x" : "").append(digits).append(';');
        return at + 1 + end + (closed ? 1 : 0);
    }

    private static boolean isAllowed(int character) {
        if (character < ' ') return character == '\n' || character == '\r' || character == '\t';
        return character <= Character.MAX_CODE_POINT && (character < 0xd800 || character >= 0xe000);
    }
}
