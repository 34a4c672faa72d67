package org.postbag.posts.collect.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Items of RSS 0.90 to 2.0, RSS 1.0 (RDF) and CDF, by the RSS Advisory Board's profile where the specifications leave
 * things open, with the modules in use.
 */
final class RssMapping {
    private final XmlScope scope;

    RssMapping(XmlScope scope) {
        this.scope = scope;
    }

    EntryDraft item(Element item) {
        Fields fields = Fields.of(item);
        EntryDraft draft = new EntryDraft();
        String base = scope.base(item);
        draft.base = base == null ? "" : base;
        Guid guid = guid(item, fields);
        draft.id = guid.id;
        draft.url = url(item, fields, guid);
        draft.title = title(fields);
        EntryDates.fill(fields, draft);
        if (draft.updated == null) draft.updated = FeedDates.parse(item.attr("lastmod"));
        draft.author = author(fields);
        draft.tags = Categories.of(fields);
        draft.content = RssBody.content(fields, scope);
        draft.summary = RssBody.summary(fields, scope);
        if (draft.content == null) twoTexts(fields, draft);
        String lang = fields.text("dc:language", "dcterms:language", "language");
        draft.lang = lang != null ? lang : XmlScope.lang(item);
        draft.image = EntryImage.of(fields, scope);
        return draft;
    }

    /** @param link where it leads, when it is an address as well */
    private record Guid(@Nullable String id, @Nullable String link) {}

    private Guid guid(Element item, Fields fields) {
        Element e = fields.first("guid", "atom:id", "id");
        String written = e == null ? "" : Fields.text(e);
        if (e != null && !written.isEmpty()) {
            String permanent = e.attr("ispermalink").strip().toLowerCase(Locale.ROOT);
            if (permanent.equals("false") || permanent.equals("0") || permanent.equals("no"))
                return new Guid(written, null);
            boolean sure = permanent.equals("true") || looksLikeAddress(written);
            String address = sure ? scope.address(e, written) : null;
            boolean absolute = Reference.isAbsolute(written);
            boolean web = address != null && (address.startsWith("http://") || address.startsWith("https://"));
            return new Guid(absolute || address == null ? written : address, web ? address : null);
        }
        String about = item.attr("rdf:about");
        if (about.isBlank()) about = item.attr("about");
        if (!about.isBlank()) {
            String address = scope.address(item, about.strip());
            return new Guid(address == null ? about.strip() : address, address);
        }
        return new Guid(fields.text("dc:identifier"), null);
    }

    private static boolean looksLikeAddress(String written) {
        return written.indexOf(' ') < 0 && (Reference.isAbsolute(written) || written.indexOf('/') >= 0);
    }

    private @Nullable String url(Element item, Fields fields, Guid guid) {
        Element original = fields.first("feedburner:origlink");
        String first = original == null ? null : scope.address(original, Fields.text(original));
        if (first != null) return first;
        for (Element e : fields.all("link")) {
            String text = Fields.text(e);
            if (text.isEmpty() && e.hasAttr("rdf:resource")) text = e.attr("rdf:resource");
            String link = scope.address(e, text);
            if (link != null) return link;
        }
        List<Element> links = fields.all("link", "atom:link").stream()
                .filter(e -> e.hasAttr("href"))
                .toList();
        String page = AtomLinks.page(links, scope);
        if (page != null) return page;
        if (guid.link != null) return guid.link;
        String href = scope.address(item, item.attr("href"));
        if (href != null) return href;
        for (Element e : fields.all("a", "enclosure", "media:content", "dc:source")) {
            String link = scope.address(e, e.hasAttr("url") ? e.attr("url") : e.attr("href"));
            if (link != null) return link;
        }
        String substitute = AtomLinks.substitute(links, scope);
        if (substitute != null) return substitute;
        String identifier = fields.text("dc:identifier");
        return identifier != null && identifier.startsWith("http") ? identifier : null;
    }

    @Nullable
    String title(Fields fields) {
        for (Element e :
                fields.all("title", "atom:title", "dc:title", "dcterms:title", "itunes:title", "media:title")) {
            String title = title(e);
            if (title != null) return title;
        }
        for (Element group : fields.all("media:group", "media:content")) {
            String title = Titles.guessed(Fields.of(group).text("media:title"));
            if (title != null) return title;
        }
        return null;
    }

    private @Nullable String title(Element e) {
        if (e.childrenSize() > 0) return Titles.html(new HtmlValues(scope).inner(e, true));
        boolean typed = e.hasAttr("type") && Names.of(e).startsWith("atom:");
        return typed ? new TextConstruct(scope).title(e) : Titles.guessed(Fields.text(e));
    }

    private static @Nullable Authors author(Fields fields) {
        List<Persons.Person> persons = new ArrayList<>(Persons.of(fields.all("author", "atom:author")));
        if (persons.stream().allMatch(Persons.Person::email))
            persons.addAll(Persons.of(fields.all("dc:creator", "dc:author", "dcterms:creator")));
        if (persons.stream().allMatch(Persons.Person::email))
            persons.addAll(Persons.of(fields.all("itunes:author", "creator", "media:credit")));
        return Persons.join(persons);
    }

    /** A feed with a summary and a description puts the short text first and means the other as the article. */
    private void twoTexts(Fields fields, EntryDraft draft) {
        Element description = fields.first("description");
        Element summary = fields.first("summary");
        if (description == null || summary == null) return;
        boolean inOrder = summary.siblingIndex() < description.siblingIndex();
        String first = RssBody.html(inOrder ? summary : description, scope);
        String second = RssBody.html(inOrder ? description : summary, scope);
        if (first == null || second == null) return;
        draft.summary = first;
        draft.content = second;
    }
}
