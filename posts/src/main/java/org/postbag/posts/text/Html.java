package org.postbag.posts.text;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
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

    private final Clutter clutter = new Clutter();
    private final Pictures pictures = new Pictures(clutter);
    private final MoreToRead moreToRead = new MoreToRead();
    private final Headline headline = new Headline();
    private final Sanitizer sanitizer = new Sanitizer();

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

    /**
     * @param title the article's; a heading at the top that repeats it goes
     * @param base absolute address that relative links are resolved against; without one their texts stay, unlinked
     * @throws TooMuchMarkup when it is a heap of tags
     */
    public Cleaned clean(String html, @Nullable String title, @Nullable String base) {
        Document page = parse(html);
        page.outputSettings().prettyPrint(false);
        Element body = page.body();
        withoutClutter(body);
        moreToRead.remove(body);
        if (title != null) headline.remove(body, title);
        pictures.settle(body, base);
        Document clean = sanitizer.sanitize(page, base);
        withoutEmpty(clean.body());
        return new Cleaned(
                new Content(HtmlWriter.write(clean.body()), PlainText.of(clean.body())),
                PlainText.proseOf(clean.body()));
    }

    /** The text of any HTML, paragraphs separated by blank lines. */
    public static String text(String html) {
        return PlainText.of(parse(html).body());
    }

    private static Document parse(String html) {
        int tags = 0;
        for (int i = html.indexOf('<'); i >= 0; i = html.indexOf('<', i + 1))
            if (++tags > MAX_TAGS) throw new TooMuchMarkup();
        Document page = Document.createShell("");
        Parser parser = Parser.htmlParser().setMaxDepth(MAX_DEPTH);
        page.body().appendChildren(parser.parseFragmentInput(html, page.body(), ""));
        return page;
    }

    private void withoutClutter(Element body) {
        int length = length(body);
        NodeTraversor.filter(
                new NodeFilter() {
                    @Override
                    public FilterResult head(Node node, int depth) {
                        if (!(node instanceof Element e)) return keep(node);
                        if (depth == 0) return FilterResult.CONTINUE;
                        if (clutter.isMachinery(e)) return FilterResult.REMOVE;
                        if (clutter.isNamed(e) && 2 * length(e) <= length) return FilterResult.REMOVE;
                        // Some sites send the whole article hidden and show it by script.
                        if (isHidden(e) && 2 * length(e) <= length) return FilterResult.REMOVE;
                        return switch (e.normalName()) {
                            case "a" -> clutter.isAdvertLink(e) ? FilterResult.REMOVE : FilterResult.CONTINUE;
                            case "p", "div", "span" ->
                                e.childrenSize() == 0 && clutter.isAdvertLabel(e)
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

    /** Characters of text, without putting them together. */
    private static int length(Element e) {
        int[] sum = new int[1];
        e.traverse((node, depth) -> {
            if (node instanceof TextNode text && !text.isBlank())
                sum[0] += text.getWholeText().length();
        });
        return sum[0];
    }

    private static boolean isHidden(Element e) {
        if (e.hasAttr("hidden")) return true;
        String style = e.attr("style");
        return !style.isEmpty() && style.replace(" ", "").contains("display:none") && e.selectFirst("img") == null;
    }

    /** What cleaning has left hollow: wrappers of adverts, paragraphs of nothing. */
    private static void withoutEmpty(Element body) {
        List<Element> all = body.getAllElements();
        for (int i = all.size() - 1; i > 0; i--) {
            Element e = all.get(i);
            if (e.childNodeSize() > 1 || !isWrapper(e.normalName())) continue;
            boolean hollow = e.childNodeSize() == 0 || isBlank(e.childNode(0));
            if (hollow) e.remove();
        }
    }

    private static boolean isBlank(Node node) {
        return node instanceof TextNode text
                && text.getWholeText().chars().allMatch(c -> c <= ' ' || c == 0xa0 || c == 0x200b);
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
