package org.postbag.posts.collect.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Finds the element in which most of a page's prose stands: every text outside of links counts for the element it is
 * in, for its parent and, less, for the one above. Its time grows with the page's length alone, whatever its markup;
 * {@link Readability} is more exact on pages of ordinary size.
 */
final class TextDensity {
    private static final int SHORT = 25;
    private static final Set<String> INLINE = Set.of(
            "a", "b", "i", "em", "strong", "span", "font", "u", "s", "small", "sub", "sup", "code", "mark", "abbr",
            "cite", "q", "time", "kbd", "var", "wbr", "ruby", "rt");
    private static final Set<String> AROUND =
            Set.of("nav", "footer", "aside", "header", "form", "a", "button", "noscript", "script", "style");

    private TextDensity() {}

    static @Nullable Element pick(Element body) {
        Map<Element, Double> scores = new LinkedHashMap<>();
        body.traverse((node, depth) -> {
            if (node instanceof TextNode text) credit(text, body, scores);
        });
        Element best = null;
        double most = 0;
        for (Map.Entry<Element, Double> entry : scores.entrySet()) {
            if (entry.getValue() <= most) continue;
            most = entry.getValue();
            best = entry.getKey();
        }
        return best == null ? null : widened(best, body);
    }

    private static void credit(TextNode text, Element body, Map<Element, Double> scores) {
        int length = Prose.length(text.getWholeText());
        if (length < SHORT) return;
        Node block = text.parent();
        int steps = 0;
        while (block instanceof Element e && !e.equals(body) && INLINE.contains(e.normalName()) && steps++ < 8) {
            if (e.nameIs("a")) return;
            block = e.parent();
        }
        if (!(block instanceof Element e) || AROUND.contains(e.normalName())) return;
        double share = 0.5;
        boolean paragraph = e.nameIs("p") || e.nameIs("li") || e.nameIs("blockquote") || e.nameIs("pre");
        Element up = paragraph && !e.equals(body) ? e.parent() : e;
        for (double worth = 1; up != null && worth > 0.1; worth *= share) {
            scores.merge(up, worth * length, Double::sum);
            if (up.equals(body)) break;
            up = up.parent();
        }
    }

    /** One level up, as long as that brings a good deal more. */
    private static Element widened(Element best, Element body) {
        Element e = best;
        for (int i = 0; i < 4 && !e.equals(body); i++) {
            Element parent = e.parent();
            if (parent == null || parent.equals(body)) break;
            Prose inner = Prose.of(e);
            Prose outer = Prose.of(parent);
            if (outer.own() < 1.3 * inner.own() || outer.linkDensity() > 0.25) break;
            e = parent;
        }
        return e;
    }
}
