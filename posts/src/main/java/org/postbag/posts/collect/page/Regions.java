package org.postbag.posts.collect.page;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/** The part of a page that its markup declares to be the article. */
final class Regions {
    /** The most telling first. */
    private static final List<Evaluator> DECLARED = List.of(
            QueryParser.parse("[itemprop*=articleBody]"),
            QueryParser.parse("article"),
            QueryParser.parse("main, [role=main]"));

    private static final int SOMETHING = 140;

    private Regions() {}

    /** The one with the most prose of the most telling kind that has any; null when the page declares none. */
    static @Nullable Element declared(Element body) {
        for (Evaluator kind : DECLARED) {
            Element best = null;
            int most = SOMETHING;
            int all = 0;
            for (Element e : body.select(kind)) {
                if (e.parents().stream().anyMatch(p -> p.is(kind))) continue;
                int own = Prose.of(e).own();
                all += own;
                if (own > most) {
                    most = own;
                    best = e;
                }
            }
            // Many of one kind are the teasers of a list.
            if (best != null && 3 * most > 2 * all) return best;
        }
        return null;
    }
}
