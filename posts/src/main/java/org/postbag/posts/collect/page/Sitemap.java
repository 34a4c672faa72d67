package org.postbag.posts.collect.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.text.Links;

/**
 * A sitemap (sitemaps.org, Google's news extension): lists of pages, or of further sitemaps, as XML or as plain text,
 * gzipped or not. Read by a lenient parser that knows no entities but XML's own five and opens nothing from outside.
 *
 * @param pages in the sitemap's order, 50,000 at the most
 * @param sitemaps addresses of further sitemaps when it is an index, 500 at the most; whoever follows them counts {@link
 *     #MAX_DEPTH}
 * @param problem for the operator: why there is nothing, or not all
 */
public record Sitemap(List<Link> pages, List<Link> sitemaps, @Nullable String problem) {
    /** An index of indexes of lists: no site goes further. */
    public static final int MAX_DEPTH = 3;

    private static final int MAX_PAGES = 50_000;
    private static final int MAX_SITEMAPS = 500;

    /** The protocol's own limit. */
    private static final int MAX_BYTES = 50 << 20;

    private static final int MAX_TITLE = 1000;

    /**
     * @param url absolute
     * @param title of the news extension
     * @param date when a news page was published, else when any page was last changed
     */
    public record Link(String url, @Nullable String title, @Nullable Instant date) {}

    public Sitemap {
        pages = List.copyOf(pages);
        sitemaps = List.copyOf(sitemaps);
    }

    /** @param address of the sitemap, which relative ones in it are resolved against */
    public static Sitemap parse(byte[] bytes, @Nullable String contentType, String address) {
        byte[] plain;
        try {
            plain = unzipped(bytes);
        } catch (IOException e) {
            return nothing("it is a damaged gzip file (" + e.getMessage() + "); fetch it again later");
        }
        if (plain.length > MAX_BYTES)
            return nothing(
                    "it is larger than 50 MB unpacked, the limit of the sitemap protocol; name one of its parts");
        String text = PageCharset.decode(plain, contentType).strip();
        String head = text.substring(0, Math.min(1000, text.length())).toLowerCase(Locale.ROOT);
        if (head.startsWith("http://") || head.startsWith("https://")) return ofLines(text, address);
        if (head.contains("<html"))
            return nothing("it is an HTML page, not a sitemap; look for its address in robots.txt");
        return ofXml(text, address);
    }

    private static Sitemap nothing(String problem) {
        return new Sitemap(List.of(), List.of(), problem);
    }

    private static byte[] unzipped(byte[] bytes) throws IOException {
        if (bytes.length < 2 || bytes[0] != 0x1f || bytes[1] != (byte) 0x8b) return bytes;
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return gzip.readNBytes(MAX_BYTES + 1);
        }
    }

    private static Sitemap ofLines(String text, String address) {
        List<Link> pages = new ArrayList<>();
        Iterator<String> lines = text.lines().iterator();
        while (lines.hasNext() && pages.size() < MAX_PAGES)
            Links.clean(address, lines.next().strip()).ifPresent(url -> pages.add(new Link(url, null, null)));
        return new Sitemap(pages, List.of(), lines.hasNext() ? tooMany() : null);
    }

    private static Sitemap ofXml(String text, String address) {
        List<Link> pages = new ArrayList<>();
        List<Link> sitemaps = new ArrayList<>();
        boolean all = true;
        try (StreamParser parser =
                new StreamParser(Parser.xmlParser().setMaxDepth(32)).parse(new StringReader(text), address)) {
            Iterator<Element> elements = parser.iterator();
            while (elements.hasNext() && all) {
                Element e = elements.next();
                boolean page = e.nameIs("url");
                if (!page && !e.nameIs("sitemap")) continue;
                all = page ? pages.size() < MAX_PAGES : sitemaps.size() < MAX_SITEMAPS;
                Link link = all ? link(e, address) : null;
                if (link != null) (page ? pages : sitemaps).add(link);
                // What has been read need not be kept.
                e.empty();
                Element before = e.previousElementSibling();
                if (before != null) before.remove();
            }
        }
        if (pages.isEmpty() && sitemaps.isEmpty())
            return nothing(
                    "it has neither <url> nor <sitemap> elements with a <loc>; check that the address is a sitemap's");
        return new Sitemap(pages, sitemaps, all ? null : tooMany());
    }

    private static String tooMany() {
        return "it has more than " + MAX_PAGES + " pages or " + MAX_SITEMAPS + " sitemaps; the rest is left out";
    }

    private static @Nullable Link link(Element entry, String address) {
        String loc = text(entry, "loc");
        String url = loc == null ? null : Links.clean(address, loc).orElse(null);
        if (url == null) return null;
        String published = text(entry, "news:publication_date");
        String date = published == null ? text(entry, "lastmod") : published;
        String title = text(entry, "news:title");
        return new Link(
                url,
                title == null || title.length() <= MAX_TITLE ? title : title.substring(0, MAX_TITLE),
                date == null ? null : PageDate.find(date, ZoneOffset.UTC).orElse(null));
    }

    private static @Nullable String text(Element entry, String name) {
        for (Element e : entry.getElementsByTag(name))
            if (!e.text().isBlank()) return e.text().strip();
        return null;
    }
}
