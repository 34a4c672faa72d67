package org.postbag.posts.collect.page;

import java.time.Instant;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Where an item of a list has its link, title and date, when the source's selectors do not say. */
final class ItemDefaults {
    private ItemDefaults() {}

    /** Of the item itself, of its heading, or the link with the most text. */
    static @Nullable String link(Element item) {
        Element link = linkElement(item);
        return link == null ? null : link.attr("href");
    }

    /** The heading, else the text of the link. */
    static @Nullable String title(Element item) {
        Element heading = item.selectFirst("h1, h2, h3, h4, h5, h6, [itemprop=headline]");
        if (heading != null && heading.hasText()) return heading.text().strip();
        Element link = linkElement(item);
        if (link == null) return null;
        if (link.hasText()) return link.text().strip();
        return link.attr("title").isBlank() ? null : link.attr("title").strip();
    }

    static Optional<Instant> date(Element item, RelativeDate dates) {
        for (Element time : item.select("time")) {
            Optional<Instant> read = dates.read(time.attr("datetime").isBlank() ? time.text() : time.attr("datetime"));
            if (read.isPresent()) return read;
        }
        for (Element named : item.select("[class*=date], [class*=time], [class*=pub]")) {
            Optional<Instant> read = named.text().length() > 120 ? Optional.empty() : dates.read(named.text());
            if (read.isPresent()) return read;
        }
        for (Element small : item.select("span, small, em, i, p, div, td")) {
            String own = small.ownText();
            if (own.length() > 40) continue;
            Optional<Instant> read = dates.read(own);
            if (read.isPresent()) return read;
        }
        return item.ownText().length() > 40 ? Optional.empty() : dates.read(item.ownText());
    }

    private static @Nullable Element linkElement(Element item) {
        if (item.nameIs("a") && item.hasAttr("href")) return item;
        Element heading = item.selectFirst("h1 a[href], h2 a[href], h3 a[href], h4 a[href], h5 a[href], h6 a[href]");
        if (heading != null) return heading;
        Element best = null;
        for (Element link : item.select("a[href]"))
            if (best == null || link.text().length() > best.text().length()) best = link;
        if (best != null) return best;
        // A card may be one link around the item.
        return item.closest("a[href]");
    }
}
