package org.postbag.posts.collect.feed;

import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Titles, names and tags: plain text on one line, whatever markup and entities they were wrapped in. */
final class Titles {
    /** No title is longer; what is behind is lost. */
    private static final int MAX_LENGTH = 4000;

    private Titles() {}

    /** Text that may be HTML, as RSS leaves open. */
    static @Nullable String guessed(@Nullable String text) {
        if (text == null) return null;
        String cut = cut(text);
        if (Markup.isClear(cut)) return line(HtmlValues.words(cut));
        return line(Markup.hasEntity(cut) ? Parser.unescapeEntities(cut, true) : cut);
    }

    static @Nullable String html(String html) {
        return line(HtmlValues.words(cut(html)));
    }

    /** @return null when nothing is left */
    static @Nullable String line(String text) {
        StringBuilder out = new StringBuilder(Math.min(text.length(), MAX_LENGTH));
        cut(text).codePoints().forEach(c -> {
            boolean blank = c <= ' ' || c == 0xa0 || Character.isWhitespace(c) || Character.isSpaceChar(c);
            boolean nothing = c == 0xad || c == 0xfeff || c == 0x200b;
            if (!blank && !nothing) out.appendCodePoint(c);
            else if (blank && !out.isEmpty() && out.charAt(out.length() - 1) != ' ') out.append(' ');
        });
        String line = out.toString().strip();
        return line.isEmpty() ? null : line;
    }

    private static String cut(String text) {
        if (text.length() <= MAX_LENGTH) return text;
        return text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, MAX_LENGTH)));
    }
}
