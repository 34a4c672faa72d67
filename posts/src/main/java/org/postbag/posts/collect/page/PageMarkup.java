package org.postbag.posts.collect.page;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.text.Links;

/**
 * Parses a page as far as one page may go: what is longer is cut, what is nested deeper is hung up, and attributes that
 * no reader sees are dropped when they are huge. Everything behind it may rely on these bounds.
 */
final class PageMarkup {
    static final int MAX_TAGS = 100_000;
    private static final int MAX_CHARS = 6 << 20;
    private static final int MAX_DEPTH = 100;
    private static final int MAX_NAME = 400;
    private static final int MAX_ATTRIBUTE = 4096;

    private PageMarkup() {}

    /** The document's base address is the page's own, or what its {@code <base>} says; empty when neither is known. */
    static Document parse(byte[] page, @Nullable String contentType, @Nullable String address) {
        String html = bounded(PageCharset.decode(page, contentType));
        Document document = tree(html, address == null ? "" : address);
        document.outputSettings().prettyPrint(false);
        trimAttributes(document);
        Element declared = document.selectFirst("base[href]");
        if (declared != null) Links.clean(address, declared.attr("href")).ifPresent(document::setBaseUri);
        return document;
    }

    private static Document tree(String html, String address) {
        try {
            return Parser.htmlParser().setMaxDepth(MAX_DEPTH).parseInput(html, address);
        } catch (IllegalArgumentException e) {
            // jsoup stumbles over some orders of <template> and <frameset>; as plain tags they are harmless.
            Document shell = Document.createShell(address);
            Document tags = Parser.xmlParser().setMaxDepth(MAX_DEPTH).parseInput(html, address);
            shell.body().appendChildren(List.copyOf(tags.childNodes()));
            return shell;
        }
    }

    /** The base that relative links of the document are resolved against; null when none is known. */
    static @Nullable String base(Document document) {
        String base = document.baseUri();
        return base.isEmpty() ? null : base;
    }

    /** The text of HTML of any number of tags, a line for each block. */
    static String text(String html) {
        StringBuilder text = new StringBuilder();
        Document document = Parser.htmlParser().setMaxDepth(MAX_DEPTH).parseInput(html, "");
        document.body().traverse((node, depth) -> {
            if (node instanceof TextNode piece) text.append(piece.getWholeText().replace('\n', ' '));
            else if (node instanceof Element e && (e.isBlock() || e.nameIs("br"))) text.append('\n');
        });
        return text.toString();
    }

    private static String bounded(String html) {
        String within = html.length() > MAX_CHARS ? html.substring(0, MAX_CHARS) : html;
        int tags = 0;
        for (int i = within.indexOf('<'); i >= 0; i = within.indexOf('<', i + 1))
            if (++tags > MAX_TAGS) return within.substring(0, i);
        return within;
    }

    private static void trimAttributes(Document document) {
        document.traverse((node, depth) -> {
            if (!(node instanceof Element e) || e.attributesSize() == 0) return;
            List<String> huge = new ArrayList<>(0);
            for (Attribute attribute : e.attributes()) {
                int length = attribute.getValue().length();
                String key = attribute.getKey();
                if (length > MAX_NAME && (key.equals("class") || key.equals("id"))) huge.add(key);
                else if (length > MAX_ATTRIBUTE && !key.equals("content")) huge.add(key);
            }
            huge.forEach(e::removeAttr);
        });
    }
}
