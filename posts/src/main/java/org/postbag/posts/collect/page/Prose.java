package org.postbag.posts.collect.page;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * Measures how much an element has to say, in the length English would need: a Han character, a kana or a Hangul
 * syllable says as much as two letters and a half.
 *
 * @param length everything, links included
 * @param linked what stands in links
 */
record Prose(int length, int linked) {
    private static final Set<String> SILENT = Set.of("script", "style", "noscript", "template", "textarea", "select");

    static Prose of(Element e) {
        int[] sum = new int[3];
        NodeTraversor.filter(
                new NodeFilter() {
                    @Override
                    public FilterResult head(Node node, int depth) {
                        if (node instanceof TextNode text) {
                            int length = length(text.getWholeText());
                            sum[0] += length;
                            if (sum[2] > 0) sum[1] += length;
                        } else if (node instanceof Element inner) {
                            if (SILENT.contains(inner.normalName())) return FilterResult.SKIP_ENTIRELY;
                            if (inner.nameIs("a")) sum[2]++;
                        }
                        return FilterResult.CONTINUE;
                    }

                    @Override
                    public FilterResult tail(Node node, int depth) {
                        if (node instanceof Element inner && inner.nameIs("a")) sum[2]--;
                        return FilterResult.CONTINUE;
                    }
                },
                e);
        return new Prose(sum[0], sum[1]);
    }

    /** Runs of white space count once. */
    static int length(String text) {
        int halves = 0;
        boolean space = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c == 0xa0 || c == 0x3000) {
                if (!space) halves += 2;
                space = true;
            } else {
                halves += isWide(c) ? 5 : 2;
                space = false;
            }
        }
        return halves / 2;
    }

    static boolean isWide(char c) {
        return (c >= 0x3041 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7a3);
    }

    /** What stands outside of links. */
    int own() {
        return length - linked;
    }

    /** The part of the text that is links, 0 to 1. */
    double linkDensity() {
        return length == 0 ? 0 : (double) linked / length;
    }
}
