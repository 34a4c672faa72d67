package org.postbag.digest;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Mends an article's HTML where it is no valid HTML though only allowed elements are left in it: lists with text between
 * their items, headings that skip a level, blocks inside of words. {@link ArticleHtml} decides what is allowed at all.
 */
final class ArticleMending {

    private static final int FIRST_LEVEL = 3;
    private static final int LAST_LEVEL = 6;

    private static final String BLOCKS =
            "address, article, blockquote, div, dl, figure, h3, h4, h5, h6, hr, ol, p, pre," + " section, table, ul";
    private static final String WORDS =
            "b, cite, code, del, em, i, ins, kbd, mark, q, s, small, span, strong, sub, sup, u";

    private ArticleMending() {}

    static void mend(Element body) {
        for (Element struck : body.select("strike")) struck.tagName("s");
        for (Element words : body.select(WORDS)) if (words.selectFirst(BLOCKS) != null) words.unwrap();
        for (Element quoted : body.select("q, blockquote")) quoted.removeAttr("cite");
        for (Element heading : body.select("h1, h2, h3, h4, h5, h6")) if (!heading.hasText()) heading.unwrap();
        levels(body);
        lists(body);
        tables(body);
        for (Element figure : body.select("figcaption"))
            if (figure.parent() == null || !figure.parent().normalName().equals("figure")) figure.tagName("p");
    }

    /** A heading is at most one level below the one before it. */
    private static void levels(Element body) {
        int last = FIRST_LEVEL - 1;
        for (Element heading : body.select("h1, h2, h3, h4, h5, h6")) {
            int level = Math.max(FIRST_LEVEL, heading.normalName().charAt(1) - '0');
            last = Math.min(Math.min(level, last + 1), LAST_LEVEL);
            heading.tagName("h" + last);
        }
    }

    private static void lists(Element body) {
        for (Element item : body.select("li")) if (!isOneOf(item.parent(), Set.of("ul", "ol"))) item.tagName("div");
        for (Element list : body.select("ul, ol")) {
            list.removeAttr("type");
            for (Node child : List.copyOf(list.childNodes())) {
                boolean item = child instanceof Element e && e.normalName().equals("li");
                if (!item && !isSpace(child)) child.wrap("<li></li>");
            }
            if (list.childrenSize() == 0) list.remove();
        }
        for (Element list : body.select("dl")) {
            boolean whole =
                    list.childNodes().stream().allMatch(child -> isSpace(child) || isOneOf(child, Set.of("dt", "dd")));
            boolean told = list.selectFirst("> dt + dd") != null && isOneOf(list.child(0), Set.of("dt"));
            if (!whole || !told) list.tagName("div");
        }
        for (Element part : body.select("dt, dd")) if (!isOneOf(part.parent(), Set.of("dl"))) part.tagName("p");
        for (Element term : body.select("dt")) if (term.selectFirst("h3, h4, h5, h6") != null) term.tagName("dd");
    }

    private static void tables(Element body) {
        for (Element part : body.select("table, colgroup, col, td, th"))
            for (String old : List.of("summary", "width", "axis", "abbr", "align")) part.removeAttr(old);
        for (Element head : body.select("th")) {
            boolean first = head.parent() != null && head.parent().previousElementSibling() == null;
            head.attr("scope", first ? "col" : "row");
        }
        for (Element table : body.select("table")) if (table.selectFirst("tr") == null) table.tagName("div");
        for (Element caption : body.select("caption"))
            if (!isOneOf(caption.parent(), Set.of("table")) || caption.previousElementSibling() != null)
                caption.remove();
    }

    private static boolean isOneOf(@Nullable Node node, Set<String> names) {
        return node instanceof Element e && names.contains(e.normalName());
    }

    private static boolean isSpace(Node node) {
        return node instanceof TextNode text && text.isBlank();
    }
}
