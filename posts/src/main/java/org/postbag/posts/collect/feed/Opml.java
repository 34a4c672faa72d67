package org.postbag.posts.collect.feed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Lists of feeds as readers exchange them: OPML 1.0 and 2.0 (opml.org). */
public final class Opml {
    private static final int MAX_FEEDS = 10_000;
    private static final int MAX_DEPTH = 100;

    private Opml() {}

    /** @return two empty lists when the document is no OPML or holds no feeds */
    public static OpmlList read(byte[] bytes) {
        String markup = XmlRepair.repair(FeedText.decode(bytes, null)).markup();
        Parser parser = Parser.xmlParser().settings(ParseSettings.htmlDefault).setMaxDepth(MAX_DEPTH);
        Element root = parser.parseInput(markup, "");
        List<OpmlFeed> feeds = new ArrayList<>();
        List<OpmlList.Rejected> rejected = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (Element outline : root.getElementsByTag("outline")) {
            if (!isFeed(outline)) continue;
            String address = address(outline);
            if (!seen.add(address) && !address.isEmpty()) continue;
            String name = name(outline);
            String title = name == null ? address : name;
            String problem = problem(address, feeds.size());
            if (problem != null) {
                rejected.add(new OpmlList.Rejected(title, address, problem));
                continue;
            }
            String page = outline.attr("htmlurl").strip();
            feeds.add(new OpmlFeed(title, address, isWeb(page) ? page : null, tags(outline)));
        }
        return new OpmlList(feeds, rejected);
    }

    /** Whether a line means a feed; others are folders and notes. */
    private static boolean isFeed(Element outline) {
        return outline.hasAttr("xmlurl")
                || (outline.attr("type").equals("rss") && outline.children().isEmpty());
    }

    private static String address(Element outline) {
        String address = outline.attr("xmlurl").strip();
        if (address.isEmpty() && outline.attr("type").equals("rss"))
            address = outline.attr("url").strip();
        return address.startsWith("feed://") ? "http" + address.substring(4) : address;
    }

    private static @Nullable String problem(String address, int feeds) {
        if (address.isEmpty()) return "it names no address; add xmlUrl";
        if (!isWeb(address)) return "it is no web address; it must begin with http:// or https://";
        return feeds < MAX_FEEDS ? null : "a list may name " + MAX_FEEDS + " feeds; split it";
    }

    private static boolean isWeb(String address) {
        return address.startsWith("http://") || address.startsWith("https://");
    }

    private static @Nullable String name(Element outline) {
        String title = Titles.guessed(outline.attr("title"));
        return title != null ? title : Titles.guessed(outline.attr("text"));
    }

    private static List<String> tags(Element outline) {
        Deque<String> folders = new ArrayDeque<>();
        for (Element at = outline.parent(); at != null; at = at.parent()) {
            String folder = at.normalName().equals("outline") ? name(at) : null;
            if (folder != null) folders.push(folder);
        }
        Set<String> tags = new LinkedHashSet<>(folders);
        // OPML 2.0: a comma between categories, a slash in front of one that is a path.
        for (String category : outline.attr("category").split(",", 100)) {
            String tag = Titles.line(
                    category.strip().startsWith("/") ? category.strip().substring(1) : category);
            if (tag != null) tags.add(tag);
        }
        return new ArrayList<>(tags);
    }

    /** @return UTF-8; tags stand as categories, which keeps them all */
    public static byte[] write(String title, List<OpmlFeed> feeds) {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n");
        out.append("  <head><title>").append(Markup.escape(title)).append("</title></head>\n  <body>\n");
        for (OpmlFeed feed : feeds) {
            out.append("    <outline type=\"rss\"");
            attribute("text", feed.title(), out);
            attribute("title", feed.title(), out);
            attribute("xmlUrl", feed.xmlUrl(), out);
            if (feed.htmlUrl() != null) attribute("htmlUrl", feed.htmlUrl(), out);
            // A comma would part one tag into two.
            List<String> tags =
                    feed.tags().stream().map(tag -> tag.replace(',', ' ')).toList();
            if (!tags.isEmpty()) attribute("category", String.join(",", tags), out);
            out.append("/>\n");
        }
        return out.append("  </body>\n</opml>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void attribute(String name, String value, StringBuilder out) {
        StringBuilder clean = new StringBuilder();
        value.codePoints().filter(c -> c >= ' ').forEach(clean::appendCodePoint);
        String escaped = Markup.escape(clean.toString()).replace("\"", "&quot;");
        out.append(' ').append(name).append("=\"").append(escaped).append('"');
    }
}
