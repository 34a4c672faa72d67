package org.postbag.posts.collect.feed;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What elements inherit: base address (XML Base, each relative to the one around it) and language.
 *
 * @param document where the feed was got, base of the outermost {@code xml:base}; null when unknown
 */
record XmlScope(@Nullable String document) {

    @Nullable
    String base(Element e) {
        Deque<String> written = new ArrayDeque<>();
        for (Element at = e; at != null; at = at.parent())
            if (at.attributesSize() > 0 && at.hasAttr("xml:base")) written.push(at.attr("xml:base"));
        String base = document;
        for (String next : written) {
            String resolved = Reference.resolve(base, next);
            if (resolved != null && Reference.isWeb(resolved)) base = resolved;
        }
        return base;
    }

    static @Nullable String lang(Element e) {
        for (Element at = e; at != null; at = at.parent()) {
            if (at.attributesSize() == 0) continue;
            String lang = at.hasAttr("xml:lang") ? at.attr("xml:lang") : at.attr("lang");
            if (!lang.isBlank()) return lang.strip();
        }
        return null;
    }

    /** An address in an element, made absolute; null for one that leads nowhere. */
    @Nullable
    String address(Element e, String written) {
        if (written.isBlank()) return null;
        String address = Reference.resolve(base(e), written);
        return address != null && Reference.isSafe(address) ? address : null;
    }
}
