package org.postbag.posts.summary;

/** Takes bracketed asides out of a text: round, square and lenticular brackets, nested ones with the outermost. */
final class Asides {
    private static final String OPEN = "(（[［【〔{｛";
    private static final String CLOSE = ")）]］】〕}｝";
    private static final int MAX_LENGTH = 500;

    private Asides() {}

    /** A bracket that is not closed within its paragraph stays, with all that follows it. */
    static String remove(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            int end = isOpen(text.charAt(i)) ? end(text, i) : -1;
            if (end < 0) continue;
            out.append(text, from, i);
            from = end;
            i = end - 1;
            // What stood around the aside closes up: no double space, none before a comma.
            if (out.length() > 0
                    && out.charAt(out.length() - 1) == ' '
                    && (end == text.length() || closesUp(text.charAt(end)))) out.setLength(out.length() - 1);
        }
        return from == 0 ? text : out.append(text, from, text.length()).toString();
    }

    private static boolean isOpen(char c) {
        return c == '(' || c == '[' || c == '{' || (c >= 0x3010 && OPEN.indexOf(c) >= 0);
    }

    private static boolean closesUp(char next) {
        return " ,.;:!?\n，。；：！？、".indexOf(next) >= 0;
    }

    private static int end(String text, int open) {
        int depth = 0;
        int limit = Math.min(text.length(), open + MAX_LENGTH);
        for (int i = open; i < limit; i++) {
            char c = text.charAt(i);
            if (c == '\n') return -1;
            if (OPEN.indexOf(c) >= 0) depth++;
            else if (CLOSE.indexOf(c) >= 0 && --depth == 0) return i + 1;
        }
        return -1;
    }
}
