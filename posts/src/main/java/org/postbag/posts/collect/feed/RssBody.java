package org.postbag.posts.collect.feed;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Texts of RSS and of the modules: HTML that is escaped, in CDATA, or not even escaped; or plain text. */
final class RssBody {
    private RssBody() {}

    static @Nullable String content(Fields fields, XmlScope scope) {
        String module = module(fields, scope);
        return module != null ? module : first(fields, scope, "content", "atom:content");
    }

    /** The article in elements of modules, as Atom may have them too. */
    static @Nullable String module(Fields fields, XmlScope scope) {
        return first(
                fields,
                scope,
                "content:encoded",
                "encoded",
                "xhtml:body",
                "body",
                "xhtml:div",
                "fullitem",
                "content:body",
                "content:items");
    }

    static @Nullable String summary(Fields fields, XmlScope scope) {
        String own = first(
                fields,
                scope,
                "description",
                "summary",
                "atom:summary",
                "abstract",
                "dc:description",
                "dcterms:abstract",
                "dcterms:description",
                "itunes:summary",
                "media:description",
                "itunes:subtitle",
                "subtitle",
                "tagline");
        if (own != null) return own;
        for (Element group : fields.all("media:group", "media:content")) {
            String inner = first(Fields.of(group), scope, "media:description");
            if (inner != null) return inner;
        }
        return null;
    }

    static @Nullable String first(Fields fields, XmlScope scope, String... names) {
        for (Element e : fields.all(names)) {
            String html = html(e, scope);
            if (html != null) return html;
        }
        return null;
    }

    static @Nullable String html(Element e, XmlScope scope) {
        if (TextConstruct.isMedia(e.attr("type"))) return null;
        String html;
        if (Names.of(e).startsWith("atom:") || isPlain(e)) {
            return new TextConstruct(scope).html(e);
        }
        if (e.childrenSize() > 0) {
            html = new HtmlValues(scope).inner(e, true);
        } else {
            String text = Fields.text(e);
            html = Markup.has(text) ? HtmlValues.absolute(text, scope.base(e)) : Markup.escape(text);
        }
        return html.isBlank() ? null : html;
    }

    /** The module says that it is text. */
    private static boolean isPlain(Element e) {
        String type = e.attr("type");
        return type.equals("plain") || type.equals("text/plain") || e.hasAttr("mode");
    }
}
