package org.postbag.posts.collect.feed;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Entries of Atom 1.0 (RFC 4287) and Atom 0.3, with the modules that publishers add (Dublin Core, Media RSS, iTunes).
 */
final class AtomMapping {
    private final XmlScope scope;
    private final TextConstruct construct;

    AtomMapping(XmlScope scope) {
        this.scope = scope;
        this.construct = new TextConstruct(scope);
    }

    EntryDraft entry(Element entry) {
        Fields fields = Fields.of(entry);
        EntryDraft draft = new EntryDraft();
        String base = scope.base(entry);
        draft.base = base == null ? "" : base;
        draft.id = id(fields);
        draft.url = url(fields);
        draft.title = title(fields);
        EntryDates.fill(fields, draft);
        draft.author = author(fields);
        draft.tags = Categories.of(fields);
        draft.content = content(fields);
        draft.summary = summary(fields);
        draft.lang = lang(entry, fields);
        draft.image = EntryImage.of(fields, scope);
        return draft;
    }

    private @Nullable String id(Fields fields) {
        Element e = fields.first("id", "atom:id", "guid", "dc:identifier");
        if (e == null || Fields.text(e).isEmpty()) return null;
        String id = Fields.text(e);
        String absolute = id.startsWith("/") || id.startsWith(".") ? Reference.resolve(scope.base(e), id) : null;
        return absolute == null ? id : absolute;
    }

    private @Nullable String url(Fields fields) {
        List<Element> links = fields.all("link", "atom:link");
        String page = AtomLinks.page(links, scope);
        if (page != null) return page;
        String original = fields.text("feedburner:origlink");
        if (original != null) return original;
        // An entry whose content is elsewhere: that is the page.
        Element content = fields.first("content", "atom:content");
        String source = content == null ? null : scope.address(content, content.attr("src"));
        if (source != null) return source;
        String substitute = AtomLinks.substitute(links, scope);
        if (substitute != null) return substitute;
        String id = id(fields);
        return id != null && (id.startsWith("http://") || id.startsWith("https://")) ? id : null;
    }

    @Nullable
    String title(Fields fields) {
        for (Element e : fields.all("title", "atom:title", "dc:title")) {
            String title = construct.title(e);
            if (title != null) return title;
        }
        return Titles.guessed(fields.text("media:title", "itunes:title"));
    }

    private @Nullable Authors author(Fields fields) {
        List<Persons.Person> persons = new ArrayList<>(Persons.of(fields.all("author", "atom:author")));
        if (persons.isEmpty()) persons.addAll(Persons.of(fields.all("dc:creator", "dc:author", "dcterms:creator")));
        if (persons.isEmpty()) persons.addAll(Persons.of(fields.all("itunes:author", "media:credit")));
        Element source = fields.first("source", "atom:source");
        if (persons.isEmpty() && source != null)
            persons.addAll(Persons.of(Fields.of(source).all("author", "atom:author")));
        return Persons.join(persons);
    }

    /** Of several contents the first that is HTML, else the first text. */
    private @Nullable String content(Fields fields) {
        Element best = null;
        for (Element e : fields.all("content", "atom:content")) {
            TextConstruct.Form form = construct.form(e);
            if (form != TextConstruct.Form.NOTHING && (best == null || form.compareTo(construct.form(best)) > 0))
                best = e;
        }
        String html = best == null ? null : construct.html(best);
        return html != null ? html : RssBody.module(fields, scope);
    }

    private @Nullable String summary(Fields fields) {
        for (Element e : fields.all("summary", "atom:summary")) {
            String html = construct.html(e);
            if (html != null) return html;
        }
        return RssBody.summary(fields, scope);
    }

    private static @Nullable String lang(Element entry, Fields fields) {
        String own = fields.text("dc:language", "dcterms:language", "language");
        return own != null ? own : XmlScope.lang(entry);
    }
}
