package org.postbag.posts.collect.feed;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Where the feed of a web page may be: declared by {@code link rel="alternate"} (the autodiscovery of RSS and Atom),
 * linked from the page, or at the paths that publishing systems use. Candidates only, the likeliest first; the caller
 * tries them with {@link FeedParser}.
 */
public final class FeedDiscovery {
    private static final int MAX_CANDIDATES = 20;
    private static final int MAX_DEPTH = 200;

    /** Comments to the posts are no posts. */
    private static final List<String> COMMENTS = List.of("comments", "comment", "评论");

    private static final List<String> PATHS = List.of(
            "feed",
            "rss",
            "atom.xml",
            "feed.xml",
            "rss.xml",
            "index.xml",
            "feed.json",
            "feed/atom",
            "blog/feed",
            "index.rdf");

    public List<URI> feeds(byte[] page, @Nullable String contentType, URI address) {
        Document document = Parser.htmlParser()
                .setMaxDepth(MAX_DEPTH)
                .parseInput(FeedText.decode(page, contentType), address.toString());
        String base = base(document, address);
        Set<URI> found = new LinkedHashSet<>();
        List<Element> comments = new ArrayList<>();
        for (Element link : document.select("link[href], a[rel=alternate][href]"))
            if (isDeclared(link)) {
                if (isAboutComments(link)) comments.add(link);
                else add(base, link.attr("href"), found);
            }
        for (Element link : document.select("a[href]"))
            if (looksLikeFeed(link, base) && !isAboutComments(link)) add(base, link.attr("href"), found);
        for (String path : PATHS) add(address.toString(), "/" + path, found);
        for (Element link : comments) add(base, link.attr("href"), found);
        return found.stream().limit(MAX_CANDIDATES).toList();
    }

    private static String base(Document document, URI address) {
        Element element = document.selectFirst("base[href]");
        String base = element == null ? null : Reference.resolve(address.toString(), element.attr("href"));
        return base == null ? address.toString() : base;
    }

    private static boolean isDeclared(Element link) {
        Set<String> relations = new LinkedHashSet<>(
                List.of(link.attr("rel").toLowerCase(Locale.ROOT).strip().split("\\s+", 10)));
        String type = link.attr("type").toLowerCase(Locale.ROOT);
        boolean alternate = relations.contains("alternate") || relations.contains("feed");
        boolean feed = type.contains("rss")
                || type.contains("atom")
                || type.contains("rdf")
                || type.startsWith("application/feed+json")
                || type.startsWith("application/json")
                || type.endsWith("/xml");
        return alternate && (feed || (relations.contains("feed") && type.isEmpty()));
    }

    private static boolean isAboutComments(Element link) {
        String words = (link.attr("title") + " " + link.attr("href")).toLowerCase(Locale.ROOT);
        return COMMENTS.stream().anyMatch(words::contains);
    }

    private static boolean looksLikeFeed(Element link, String base) {
        String href = Reference.resolve(base, link.attr("href"));
        if (href == null) return false;
        String path = href.toLowerCase(Locale.ROOT);
        int query = path.indexOf('?');
        String last = query < 0 ? path : path.substring(0, query);
        boolean named = last.endsWith(".rss")
                || last.endsWith(".atom")
                || last.endsWith(".rdf")
                || last.endsWith("/feed")
                || last.endsWith("/feed/")
                || last.endsWith("/rss")
                || last.endsWith("/rss/")
                || last.endsWith("/atom")
                || last.endsWith("rss.xml")
                || last.endsWith("feed.xml")
                || last.endsWith("atom.xml")
                || last.endsWith("feed.json");
        String words = link.text().strip().toLowerCase(Locale.ROOT);
        return named
                || path.contains("format=rss")
                || path.contains("feed=rss")
                || words.equals("rss")
                || words.equals("atom");
    }

    private static void add(String base, String href, Set<URI> found) {
        String absolute = Reference.resolve(base, href);
        if (absolute == null) return;
        if (absolute.startsWith("feed:")) absolute = absolute.substring(5);
        if (absolute.startsWith("//")) absolute = "http:" + absolute;
        if (!absolute.startsWith("http://") && !absolute.startsWith("https://")) return;
        try {
            URI address = new URI(absolute);
            if (address.getHost() != null) found.add(address);
        } catch (URISyntaxException e) {
            // Not an address that could be fetched.
            return;
        }
    }
}
