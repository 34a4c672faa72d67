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
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int end = OPEN.indexOf(c) >= 0 ? end(text, i) : -1;
            if (end < 0) {
                out.append(c);
                i++;
                continue;
            }
            i = end;
            // What stood around the aside closes up: no double space, none before a comma.
            if (out.length() > 0
                    && out.charAt(out.length() - 1) == ' '
                    && (i == text.length() || closesUp(text.charAt(i)))) out.setLength(out.length() - 1);
        }
        return out.toString();
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
