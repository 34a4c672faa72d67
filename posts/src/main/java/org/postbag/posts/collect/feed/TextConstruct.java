package org.postbag.posts.collect.feed;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.text.Utf8Check;

/**
 * Text and content constructs of Atom: RFC 4287 sections 3.1 and 4.1.3, and the {@code mode} of Atom 0.3. A construct
 * without a type is text by the standard; it is taken for HTML only when it clearly is, as with publishers who forgot.
 */
final class TextConstruct {
    private final HtmlValues values;
    private final XmlScope scope;

    TextConstruct(XmlScope scope) {
        this.scope = scope;
        this.values = new HtmlValues(scope);
    }

    /** Ranks of content of one entry: HTML before text. */
    enum Form {
        NOTHING,
        TEXT,
        HTML
    }

    Form form(Element e) {
        if (e.hasAttr("src") && e.wholeText().isBlank()) return Form.NOTHING;
        if (e.childNodeSize() == 0) return Form.NOTHING;
        String type = type(e);
        if (isMedia(type)) return Form.NOTHING;
        return isHtml(type) || hasMarkup(e) ? Form.HTML : Form.TEXT;
    }

    /** @return HTML, its links absolute; null when there is none to show */
    @Nullable
    String html(Element e) {
        if (form(e) == Form.NOTHING) return null;
        String type = type(e);
        if (hasMarkup(e)) return present(values.inner(withoutDiv(e), false));
        String text = text(e, type);
        boolean html = isHtml(type) || (isOpen(e, type) && Markup.has(text));
        return present(html ? HtmlValues.absolute(text.strip(), scope.base(e)) : Markup.escape(text.strip()));
    }

    /** @return plain text on one line; null when there is none */
    @Nullable
    String title(Element e) {
        String type = type(e);
        if (hasMarkup(e)) return Titles.html(values.inner(withoutDiv(e), false));
        String text = text(e, type);
        // "a < b" is no well-formed HTML, but HTML parsers read it as it is meant.
        if (isHtml(type)) return Titles.html(text);
        return isOpen(e, type) ? Titles.guessed(text) : Titles.line(text);
    }

    /** It may be HTML though nothing says so: no type, escaped in Atom 0.3, or bytes of an unknown kind. */
    private static boolean isOpen(Element e, String type) {
        if (mode(e).equals("escaped") && !e.hasAttr("type")) return true;
        if (type.isEmpty()) return Markup.isClear(e.wholeText());
        return isEncoded(e, type);
    }

    private static String text(Element e, String type) {
        String text = e.wholeText();
        return isEncoded(e, type) ? decoded(text) : text;
    }

    private static boolean isEncoded(Element e, String type) {
        if (mode(e).equals("base64")) return true;
        return type.indexOf('/') > 0
                && !type.startsWith("text/")
                && !type.endsWith("/xml")
                && !type.endsWith("+xml")
                && mode(e).isEmpty();
    }

    private static String decoded(String text) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(text.strip());
            return Utf8Check.of(bytes).share() == 1 ? new String(bytes, StandardCharsets.UTF_8) : text;
        } catch (IllegalArgumentException e) {
            // Said to be base64, and is not: then it is what it looks like.
            return text;
        }
    }

    private static boolean hasMarkup(Element e) {
        return e.childrenSize() > 0;
    }

    /** The one div around XHTML is no part of it (RFC 4287 section 3.1.1.3). */
    private static Element withoutDiv(Element e) {
        if (e.childrenSize() != 1 || !e.ownText().isBlank()) return e;
        Element only = e.child(0);
        return Names.local(only).equals("div") ? only : e;
    }

    private static String type(Element e) {
        String type = e.attr("type").strip().toLowerCase(Locale.ROOT);
        int semicolon = type.indexOf(';');
        return semicolon < 0 ? type : type.substring(0, semicolon).strip();
    }

    private static String mode(Element e) {
        return e.attr("mode").strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isHtml(String type) {
        return type.equals("html")
                || type.equals("xhtml")
                || type.equals("text/html")
                || type.equals("application/xhtml+xml")
                || type.equals("text/x-html");
    }

    static boolean isMedia(String type) {
        return type.startsWith("image/") || type.startsWith("audio/") || type.startsWith("video/");
    }

    private static @Nullable String present(String html) {
        return html.isBlank() ? null : html;
    }
}
