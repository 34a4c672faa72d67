package org.postbag.posts.collect.page;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/**
 * The short lines around a page's headline, where readers look for who wrote it and when; {@link Published} and {@link
 * Bylines} read them when the page's metadata says nothing.
 *
 * @param headline the text of the heading; null when the page has none
 * @param lines those below it, then those right above it
 */
record Nearby(@Nullable String headline, List<String> lines) {
    private static final Evaluator HEADINGS = QueryParser.parse("h1, h2, [itemprop=headline]");
    private static final int BELOW = 14;
    private static final int ABOVE = 3;
    private static final int MAX_LINE = 160;

    static Nearby of(Document page) {
        Element heading = heading(page);
        if (heading == null) return new Nearby(null, List.of());
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        boolean[] passed = new boolean[1];
        NodeTraversor.filter(
                (node, depth) -> {
                    if (node.equals(heading)) {
                        passed[0] = true;
                        return NodeFilter.FilterResult.SKIP_ENTIRELY;
                    }
                    if (node instanceof Element e && e.nameIs("script")) return NodeFilter.FilterResult.SKIP_ENTIRELY;
                    if (!(node instanceof TextNode text) || text.isBlank()) return NodeFilter.FilterResult.CONTINUE;
                    String line = line(text);
                    if (!passed[0]) {
                        before.add(line);
                        if (before.size() > ABOVE) before.remove(0);
                    } else {
                        after.add(line);
                    }
                    return after.size() >= BELOW ? NodeFilter.FilterResult.STOP : NodeFilter.FilterResult.CONTINUE;
                },
                page.body());
        after.addAll(before);
        return new Nearby(heading.text(), List.copyOf(after));
    }

    /** The text of a short block, or of the piece alone. */
    private static String line(TextNode text) {
        Node parent = text.parent();
        String alone = text.text().strip();
        if (alone.length() < 40 && parent instanceof Element e && e.childNodeSize() <= 6) {
            String whole = e.text();
            if (whole.length() <= MAX_LINE) return whole;
        }
        return alone.length() > MAX_LINE ? alone.substring(0, MAX_LINE) : alone;
    }

    /** The heading that is most like what the page calls itself; of several alike the first. */
    private static @Nullable Element heading(Document page) {
        Element property = page.selectFirst("meta[property=og:title][content]");
        String title = page.title() + ' ' + (property == null ? "" : property.attr("content"));
        Element best = null;
        double most = -1;
        int tried = 0;
        for (Element h : page.body().select(HEADINGS)) {
            String text = h.text();
            if (Titles.bare(text).length() < 4 || text.length() > 300) continue;
            if (++tried > 60) break;
            double alike = TitleWords.overlap(text, title) * Math.min(1, TitleWords.overlap(title, text) + 0.3);
            // A lesser heading counts only when it is the title.
            if (!h.nameIs("h1") && alike < 0.6) continue;
            if (alike > most + (best != null && best.nameIs("h1") && !h.nameIs("h1") ? 0.3 : 0)) {
                most = alike;
                best = h;
            }
        }
        return best;
    }
}
