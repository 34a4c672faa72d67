package org.postbag.posts.text;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.jsoup.select.Elements;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.Content;

/**
 * Cleans the HTML of an article: what is not part of it goes ({@link Clutter}), pictures and links are put right, the
 * rest is sanitised, and {@link PlainText} makes text of it. Thread safe.
 */
public final class Html {
    private static final int MAX_TAGS = 100_000;

    /** Elements nested deeper are hung up at this depth; no article goes there. */
    private static final int MAX_DEPTH = 100;

    private static final Pattern TITLE_NOISE = Pattern.compile("[\\p{P}\\p{S}\\p{Z}\\s]+");
    private static final Pattern VIDEO = Pattern.compile(
            "(?i)https?://(?:[^/]*\\.)?(?:youtube(?:-nocookie)?\\.com|youtu\\.be|vimeo\\.com|bilibili\\.com|v\\.qq\\.com|"
                    + "youku\\.com|dailymotion\\.com|ted\\.com)/.*");

    private final Clutter clutter = new Clutter();
    private final Pictures pictures = new Pictures(clutter);
    private final Han han = new Han();
    private final Cleaner cleaner = new Cleaner(safelist());

    /** More tags than any article has; parsing them would cost more memory than one post may. */
    public static final class TooMuchMarkup extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooMuchMarkup() {
            super("it has more than " + MAX_TAGS + " tags; split it, or take the markup out");
        }
    }

    /**
     * A cleaned article.
     *
     * @param prose the text without code, tables and headings: what summaries are made from
     */
    public record Cleaned(Content content, String prose) {}

    private static Safelist safelist() {
        return new Safelist()
                .addTags(
                        "a",
                        "abbr",
                        "b",
                        "blockquote",
                        "br",
                        "caption",
                        "cite",
                        "code",
                        "col",
                        "colgroup",
                        "dd",
                        "del",
                        "details",
                        "dfn",
                        "div",
                        "dl",
                        "dt",
                        "em",
                        "figcaption",
                        "figure",
                        "h1",
                        "h2",
                        "h3",
                        "h4",
                        "h5",
                        "h6",
                        "hr",
                        "i",
                        "img",
                        "ins",
                        "kbd",
                        "li",
                        "mark",
                        "ol",
                        "p",
                        "pre",
                        "q",
                        "rp",
                        "rt",
                        "ruby",
                        "s",
                        "samp",
                        "small",
                        "span",
                        "strike",
                        "strong",
                        "sub",
                        "summary",
                        "sup",
                        "table",
                        "tbody",
                        "td",
                        "tfoot",
                        "th",
                        "thead",
                        "time",
                        "tr",
                        "u",
                        "ul",
                        "var",
                        "wbr")
                .addAttributes("a", "href", "title")
                .addAttributes("img", "src", "alt", "title", "width", "height")
                .addAttributes("ol", "start")
                .addAttributes("td", "colspan", "rowspan")
                .addAttributes("th", "colspan", "rowspan", "scope")
                .addAttributes("time", "datetime")
                .addAttributes("abbr", "title")
                .addAttributes(":all", "lang", "dir")
                .addProtocols("a", "href", "http", "https", "mailto")
                .addProtocols("img", "src", "http", "https")
                .addEnforcedAttribute("a", "rel", "nofollow noopener");
    }

    /**
     * @param title the article's; a heading at the top that repeats it goes
     * @param base absolute address that relative links are resolved against; without one their texts stay, unlinked
     * @throws TooMuchMarkup when it is a heap of tags
     */
    public Cleaned clean(String html, @Nullable String title, @Nullable String base) {
        Document page = parse(html);
        page.outputSettings().prettyPrint(false);
        Element body = page.body();
        int length = Math.max(1, body.text().length());
        withoutClutter(body, length);
        withoutMoreToRead(body);
        if (title != null) withoutTitle(body, title);
        pictures.settle(body, base);
        frames(body);
        links(body, base);
        Document clean = cleaner.clean(page);
        clean.outputSettings().prettyPrint(false);
        withoutEmpty(clean.body());
        return new Cleaned(
                new Content(clean.body().html().strip(), PlainText.of(clean.body())), PlainText.proseOf(clean.body()));
    }

    /** The text of any HTML, paragraphs separated by blank lines. */
    public static String text(String html) {
        return PlainText.of(parse(html).body());
    }

    private static Document parse(String html) {
        if (html.chars().filter(c -> c == '<').count() > MAX_TAGS) throw new TooMuchMarkup();
        Document page = Document.createShell("");
        Parser parser = Parser.htmlParser().setMaxDepth(MAX_DEPTH);
        page.body().appendChildren(parser.parseFragmentInput(html, page.body(), ""));
        return page;
    }

    private void withoutClutter(Element body, int length) {
        NodeTraversor.filter(
                new NodeFilter() {
                    @Override
                    public FilterResult head(Node node, int depth) {
                        if (!(node instanceof Element e)) return keep(node);
                        if (depth == 0) return FilterResult.CONTINUE;
                        if (clutter.isMachinery(e)) return FilterResult.REMOVE;
                        if (clutter.isNamed(e) && 2 * e.text().length() < length) return FilterResult.REMOVE;
                        if (isHidden(e)) return FilterResult.REMOVE;
                        return switch (e.normalName()) {
                            case "a" -> clutter.isAdvertLink(e) ? FilterResult.REMOVE : FilterResult.CONTINUE;
                            case "p", "div", "span" ->
                                e.childrenSize() == 0 && clutter.isAdvertLabel(e.ownText())
                                        ? FilterResult.REMOVE
                                        : FilterResult.CONTINUE;
                            default -> FilterResult.CONTINUE;
                        };
                    }

                    private FilterResult keep(Node node) {
                        return node.nodeName().equals("#comment") ? FilterResult.REMOVE : FilterResult.CONTINUE;
                    }
                },
                body);
    }

    private static boolean isHidden(Element e) {
        if (e.hasAttr("hidden")) return true;
        String style = e.attr("style");
        return !style.isEmpty() && style.replace(" ", "").contains("display:none") && e.selectFirst("img") == null;
    }

    /** Takes out a heading such as "Related posts" together with the list of links below it. */
    private void withoutMoreToRead(Element body) {
        for (Element heading : body.select("h2, h3, h4, h5, h6, p, div, strong")) {
            if (heading.parent() == null || heading.childNodeSize() > 4) continue;
            String text =
                    heading.ownText().isEmpty() && heading.childrenSize() == 1 ? heading.text() : heading.ownText();
            if (!clutter.isMoreToRead(text)) continue;
            Element list = heading.nextElementSibling();
            if (isLinks(heading, text)) heading.remove();
            else if (list != null && heading.text().equals(text) && isLinks(list, "")) {
                list.remove();
                heading.remove();
            }
        }
    }

    /** Whether nothing but links stands in it, apart from the label. */
    private static boolean isLinks(Element e, String label) {
        Elements links = e.select("a[href]");
        if (links.isEmpty()) return false;
        int linked = links.stream().mapToInt(a -> a.text().length()).sum();
        return 10 * linked >= 8 * (e.text().length() - label.length());
    }

    /** The first blocks may repeat the title, as a heading or as a link of their own; only those go. */
    private void withoutTitle(Element body, String title) {
        String wanted = bare(title);
        if (wanted.isEmpty()) return;
        int seen = 0;
        for (Element e : body.select("h1, h2, h3, p")) {
            if (seen++ == 2) return;
            boolean heading = e.normalName().startsWith("h");
            boolean linked = e.childrenSize() == 1 && e.child(0).normalName().equals("a");
            if ((heading || linked) && bare(e.text()).equals(wanted)) {
                e.remove();
                return;
            }
        }
    }

    private String bare(String s) {
        return TITLE_NOISE.matcher(han.fold(s)).replaceAll("");
    }

    /** A video becomes a link to it; any other frame goes. */
    private static void frames(Element body) {
        for (Element frame : body.select("iframe, video")) {
            String address = frame.attr("src").isEmpty() ? frame.attr("data-src") : frame.attr("src");
            if (address.startsWith("//")) address = "https:" + address;
            if (VIDEO.matcher(address).matches()) {
                String name = frame.attr("title").isBlank() ? address : frame.attr("title");
                frame.replaceWith(new Element("a").attr("href", address).text(name));
            } else {
                frame.remove();
            }
        }
    }

    private static void links(Element body, @Nullable String base) {
        for (Element link : body.select("a[href]")) {
            String href = link.attr("href").strip();
            if (href.regionMatches(true, 0, "mailto:", 0, 7)) continue;
            Optional<String> address = href.startsWith("#") ? Optional.empty() : Links.clean(base, href);
            if (address.isPresent()) link.attr("href", address.get());
            else link.unwrap();
        }
    }

    /** What cleaning has left hollow: wrappers of adverts, paragraphs of nothing. */
    private static void withoutEmpty(Element body) {
        List<Element> all = body.getAllElements();
        for (int i = all.size() - 1; i > 0; i--) {
            Element e = all.get(i);
            if (e.childNodeSize() > 1 || !isWrapper(e.normalName())) continue;
            boolean hollow =
                    e.childNodeSize() == 0 || (e.childrenSize() == 0 && e.text().isBlank());
            if (hollow) e.remove();
        }
    }

    private static boolean isWrapper(String name) {
        return switch (name) {
            case "p",
                    "div",
                    "span",
                    "a",
                    "figure",
                    "figcaption",
                    "ul",
                    "ol",
                    "li",
                    "blockquote",
                    "strong",
                    "em",
                    "b",
                    "i",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "details",
                    "pre" -> true;
            default -> false;
        };
    }
}
