package org.postbag.posts.collect.feed;

import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Which {@code atom:link} is the page of an entry or a feed (RFC 4287 section 4.2.7). */
final class AtomLinks {
    private AtomLinks() {}

    /** The alternate page, HTML rather than anything else; null when no link is one. */
    static @Nullable String page(List<Element> links, XmlScope scope) {
        String other = null;
        for (Element link : links) {
            if (!isAlternate(rel(link))) continue;
            String href = scope.address(link, href(link));
            if (href == null) continue;
            if (isPage(link)) return href;
            if (other == null) other = href;
        }
        return other;
    }

    /** What comes nearest to a page when no link is alternate: what the entry is about, where it was taken from. */
    static @Nullable String substitute(List<Element> links, XmlScope scope) {
        for (String wanted : List.of("related", "via", "enclosure"))
            for (Element link : links)
                if (rel(link).equals(wanted)) {
                    String href = scope.address(link, href(link));
                    if (href != null) return href;
                }
        return null;
    }

    private static String rel(Element link) {
        String rel = link.attr("rel").strip().toLowerCase(Locale.ROOT);
        String iana = "http://www.iana.org/assignments/relation/";
        return rel.startsWith(iana) ? rel.substring(iana.length()) : rel;
    }

    private static boolean isAlternate(String rel) {
        return rel.isEmpty() || rel.equals("alternate");
    }

    private static String href(Element link) {
        for (String name : List.of("href", "url", "uri")) if (link.hasAttr(name)) return link.attr(name);
        return Fields.text(link);
    }

    private static boolean isPage(Element link) {
        String type = link.attr("type").toLowerCase(Locale.ROOT);
        return type.isBlank() || type.startsWith("text/html") || type.startsWith("application/xhtml");
    }
}
