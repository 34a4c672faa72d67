package org.postbag.posts.collect.feed;

import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * HTML out of elements, with absolute links: markup that is escaped text, markup that is elements (of XHTML, or HTML
 * that a feed forgot to escape), plain text. It is not sanitised; {@link org.postbag.posts.text.Html} does that.
 */
final class HtmlValues {
    private static final int MAX_DEPTH = 100;

    private final XmlScope scope;

    HtmlValues(XmlScope scope) {
        this.scope = scope;
    }

    /** Inner elements as HTML; with {@code guess} text between them may be escaped HTML itself. */
    String inner(Element parent, boolean guess) {
        StringBuilder out = new StringBuilder();
        for (Node child : parent.childNodes()) write(child, guess, 0, out);
        return out.toString().strip();
    }

    private void write(Node node, boolean guess, int depth, StringBuilder out) {
        if (node instanceof TextNode text) {
            String words = text.getWholeText();
            boolean html = guess && ((text instanceof CDataNode) || Markup.has(words));
            out.append(html ? words : Markup.escape(words));
        } else if (node instanceof Element e && depth < MAX_DEPTH) {
            String name = Names.local(e);
            out.append('<').append(name);
            for (Attribute attribute : e.attributes()) attribute(e, name, attribute, out);
            out.append('>');
            for (Node child : e.childNodes()) write(child, guess, depth + 1, out);
            if (!Markup.isVoid(name)) out.append("</").append(name).append('>');
        }
    }

    private void attribute(Element e, String name, Attribute attribute, StringBuilder out) {
        String key = attribute.getKey();
        if (key.startsWith("xml") || key.indexOf(':') >= 0) return;
        String value = attribute.getValue();
        if (isLink(name, key)) {
            String absolute = Reference.resolve(scope.base(e), value);
            if (absolute != null) value = absolute;
        }
        out.append(' ')
                .append(key)
                .append("=\"")
                .append(Markup.escape(value).replace("\"", "&quot;"))
                .append('"');
    }

    /** The same HTML with its relative links resolved; untouched when it has none. */
    static String absolute(String html, @Nullable String base) {
        if (base == null || !mayLink(html)) return html;
        Document page = fragment(html);
        boolean changed = false;
        for (Element e : page.body().getAllElements()) {
            if (e.attributesSize() == 0) continue;
            for (Attribute attribute : e.attributes()) {
                if (!isLink(e.normalName(), attribute.getKey())) continue;
                String absolute = Reference.resolve(base, attribute.getValue());
                if (absolute == null || absolute.equals(attribute.getValue())) continue;
                attribute.setValue(absolute);
                changed = true;
            }
        }
        return changed ? page.body().html() : html;
    }

    private static boolean mayLink(String html) {
        return html.indexOf('<') >= 0 && html.indexOf('=') >= 0;
    }

    private static boolean isLink(String element, String attribute) {
        return switch (attribute) {
            case "href", "src", "cite", "action", "background", "longdesc", "poster", "codebase", "profile" -> true;
            case "data", "classid" -> element.equals("object");
            case "usemap" -> element.equals("img") || element.equals("input") || element.equals("object");
            default -> false;
        };
    }

    /** The words of HTML on one line. */
    static String words(String html) {
        return fragment(html).body().text();
    }

    private static Document fragment(String html) {
        Document page = Document.createShell("");
        page.outputSettings().prettyPrint(false);
        Parser parser = Parser.htmlParser().setMaxDepth(MAX_DEPTH);
        page.body().appendChildren(parser.parseFragmentInput(html, page.body(), ""));
        return page;
    }
}
