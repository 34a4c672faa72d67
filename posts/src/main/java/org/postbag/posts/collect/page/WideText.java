package org.postbag.posts.collect.page;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Makes Chinese and Japanese as long as English for {@link Readability}, whose thresholds count letters and commas: a mark
 * that no page uses is put behind every wide character, and an ASCII comma beside every wide one; and takes them out
 * again. The marks are of Unicode's private use area, so they are taken from the page first.
 */
final class WideText {
    private static final char FILLER = '\uf8f0';
    private static final char COMMA = '\uf8f1';

    private WideText() {}

    /** Returns the length of all text. */
    static int spread(Element page) {
        int[] length = new int[1];
        page.traverse((node, depth) -> {
            if (!(node instanceof TextNode text)) return;
            String whole = text.getWholeText();
            if (hasWide(whole)) {
                whole = spread(whole);
                text.text(whole);
            }
            length[0] += whole.length();
        });
        return length[0];
    }

    static void gather(Element article) {
        article.traverse((node, depth) -> {
            if (!(node instanceof TextNode text)) return;
            String whole = text.getWholeText();
            if (whole.indexOf(FILLER) >= 0 || whole.indexOf(COMMA) >= 0) text.text(gather(whole));
        });
    }

    private static boolean hasWide(String s) {
        for (int i = 0; i < s.length(); i++)
            if (s.charAt(i) >= 0x3001 && (Prose.isWide(s.charAt(i)) || s.charAt(i) >= 0xf8f0 || isComma(s.charAt(i))))
                return true;
        return false;
    }

    private static String spread(String s) {
        StringBuilder out = new StringBuilder(2 * s.length());
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c == FILLER || c == COMMA) continue;
            out.append(c);
            if (isComma(c)) out.append(COMMA).append(',');
            else if (Prose.isWide(c)) out.append(FILLER);
        }
        return out.toString();
    }

    private static String gather(String s) {
        StringBuilder out = new StringBuilder(s.length());
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c == COMMA) i++;
            else if (c != FILLER) out.append(c);
        }
        return out.toString();
    }

    private static boolean isComma(char c) {
        return c == '，' || c == '、' || c == '。';
    }
}
