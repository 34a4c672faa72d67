package org.postbag.posts.collect.feed;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What an element is, whatever prefix its feed gave it: {@code title} for the feed formats' own, {@code dc:title} for
 * those of a module. Undeclared prefixes and unknown addresses count by the prefix that everybody uses. Expects names in
 * lower case, as {@link XmlFeed} parses them.
 */
final class Names {
    private static final String CORE = "";

    /** Beginnings of namespace addresses without scheme, in lower case, and the usual prefix of each. */
    private static final Map<String, String> MODULES = Map.ofEntries(
            Map.entry("purl.org/dc/elements/", "dc"),
            Map.entry("purl.org/dc/terms", "dcterms"),
            Map.entry("purl.org/metadata/dublin_core", "dc"),
            Map.entry("purl.org/rss/1.0/modules/content", "content"),
            Map.entry("purl.org/rss/1.0/modules/syndication", "sy"),
            Map.entry("purl.org/rss/1.0/modules/slash", "slash"),
            Map.entry("purl.org/rss/1.0/modules/dc", "dc"),
            Map.entry("purl.org/rss/1.0/modules/taxonomy", "taxo"),
            Map.entry("search.yahoo.com/mrss", "media"),
            Map.entry("search.yahoo.com/rss", "media"),
            Map.entry("www.itunes.com/dtds/podcast", "itunes"),
            Map.entry("itunes.com/dtds/podcast", "itunes"),
            Map.entry("example.com/dtds/podcast", "itunes"),
            Map.entry("rssnamespace.org/feedburner", "feedburner"),
            Map.entry("www.w3.org/1999/xhtml", "xhtml"),
            Map.entry("www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"),
            Map.entry("www.w3.org/2005/atom", "atom"),
            Map.entry("purl.org/atom/ns", "atom"),
            // Drafts of Atom had other names.
            Map.entry("example.com/newformat", "atom"),
            Map.entry("example.com/necho", "atom"),
            Map.entry("purl.org/echo", "atom"),
            Map.entry("purl.org/pie", "atom"),
            Map.entry("purl.org/net/rss1.1", CORE),
            Map.entry("purl.org/rss/1.0/", CORE),
            Map.entry("my.netscape.com/rdf/simple/0.9", CORE),
            Map.entry("my.netscape.com/publish/formats/rss", CORE),
            Map.entry("channel.netscape.com/rdf/simple/0.9", CORE),
            Map.entry("backend.userland.com/rss", CORE),
            Map.entry("blogs.law.harvard.edu/tech/rss", CORE),
            Map.entry("www.rssboard.org", CORE));

    /** RSS 0.90 had no address of its own at first, so some put its elements with those of RDF. */
    private static final Set<String> FEED_ELEMENTS = Set.of("channel", "item", "title", "link", "image");

    private Names() {}

    static String of(Element e) {
        String name = e.normalName();
        int colon = name.indexOf(':');
        String prefix = colon < 0 ? "" : name.substring(0, colon);
        String local = name.substring(colon + 1);
        String address = namespace(e, prefix);
        String module = address == null ? null : module(address);
        if (colon < 0) {
            // The default namespace of a feed may be anything; only a module's own says more than none.
            return module == null || module.isEmpty() || module.equals("atom") || module.equals("rdf")
                    ? local
                    : module + ":" + local;
        }
        if (module == null) module = prefix.equals("a10") ? "atom" : prefix.equals("rss") ? CORE : prefix;
        boolean misplaced = module.equals("rdf") && FEED_ELEMENTS.contains(local);
        return module.isEmpty() || misplaced ? local : module + ":" + local;
    }

    /** The name behind its prefix. */
    static String local(Element e) {
        String name = e.normalName();
        return name.substring(name.indexOf(':') + 1);
    }

    private static @Nullable String namespace(Element e, String prefix) {
        String declaration = prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix;
        for (Element at = e; at != null; at = at.parent())
            if (at.attributesSize() > 0 && at.hasAttr(declaration)) return at.attr(declaration);
        return null;
    }

    private static @Nullable String module(String address) {
        String plain = address.strip().toLowerCase(Locale.ROOT);
        int scheme = plain.indexOf("://");
        String start = scheme < 0 ? plain : plain.substring(scheme + 3);
        String best = null;
        for (String known : MODULES.keySet())
            if (start.startsWith(known) && (best == null || known.length() > best.length())) best = known;
        if (best == null) return null;
        // The core address of RSS 1.0 is the beginning of those of its modules.
        if (best.equals("purl.org/rss/1.0/") && start.length() > best.length()) return null;
        return MODULES.get(best);
    }
}
