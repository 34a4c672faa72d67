package org.postbag.posts.collect.feed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.collect.feed.FeedDocument.Feed;

/**
 * What a feed says of itself, from the tree that {@link XmlFeed} left: title, page, language, author, and when to come
 * again (RSS {@code ttl}, {@code skipHours}, {@code skipDays}, the syndication module).
 */
final class XmlHead {
    private static final Duration MAX_TTL = Duration.ofDays(7);

    private final Element root;
    private final Fields fields;
    private final XmlScope scope;

    XmlHead(Element document, XmlScope scope) {
        this.scope = scope;
        this.root = document.childrenSize() > 0 ? document.child(0) : document;
        Element channel = Fields.of(root).first("channel");
        this.fields = Fields.of(channel == null ? root : channel);
    }

    Feed feed(List<EntryDraft> drafts, boolean atomEntries, int repaired, boolean more) {
        String lang = lang();
        Authors author = author();
        for (EntryDraft draft : drafts) {
            if (draft.lang == null) draft.lang = lang;
            if (draft.author == null) draft.author = author;
            if (draft.base.isEmpty()) base(draft);
        }
        return new Feed(
                kind(atomEntries),
                title(),
                url(),
                lang,
                EntryIds.unique(drafts),
                ttl(),
                hours(),
                days(),
                repaired,
                more);
    }

    /** No one knows where the feed came from: then links are relative to the entry's page. */
    private void base(EntryDraft draft) {
        String page = draft.url != null ? draft.url : url();
        if (page == null) return;
        draft.base = page;
        if (draft.summary != null) draft.summary = HtmlValues.absolute(draft.summary, page);
        if (draft.content != null) draft.content = HtmlValues.absolute(draft.content, page);
    }

    private FeedKind kind(boolean atomEntries) {
        return switch (Names.local(root)) {
            case "rdf" -> FeedKind.RDF;
            case "feed", "entry" -> FeedKind.ATOM;
            case "rss", "channel" -> FeedKind.RSS;
            default -> atomEntries ? FeedKind.ATOM : FeedKind.RSS;
        };
    }

    private @Nullable String title() {
        boolean atom = Names.local(root).equals("feed");
        return atom ? new AtomMapping(scope).title(fields) : new RssMapping(scope).title(fields);
    }

    private @Nullable String url() {
        for (Element e : fields.all("link")) {
            String link = e.hasAttr("href") ? null : scope.address(e, Fields.text(e));
            if (link != null) return link;
        }
        List<Element> links = fields.all("link", "atom:link").stream()
                .filter(e -> e.hasAttr("href"))
                .toList();
        String page = AtomLinks.page(links, scope);
        return page != null || !root.hasAttr("href") ? page : scope.address(root, root.attr("href"));
    }

    private @Nullable String lang() {
        String written = fields.text("language", "dc:language", "dcterms:language");
        return written != null ? written : XmlScope.lang(root);
    }

    /** One of the whole feed; a bare address of its editor says nothing of an entry. */
    private @Nullable Authors author() {
        Authors author = Persons.join(Persons.of(fields.all("author", "atom:author")));
        if (author == null) author = Persons.join(Persons.of(fields.all("dc:creator", "dc:author", "dcterms:creator")));
        if (author == null) author = Persons.join(Persons.of(fields.all("itunes:author")));
        if (author != null) return author;
        return Persons.join(Persons.of(fields.all("managingeditor")).stream()
                .filter(person -> !person.email())
                .toList());
    }

    private @Nullable Duration ttl() {
        String minutes = fields.text("ttl");
        Duration ttl = minutes == null ? null : minutes(minutes);
        if (ttl == null) ttl = period();
        if (ttl == null || ttl.isNegative() || ttl.isZero()) return null;
        return ttl.compareTo(MAX_TTL) > 0 ? MAX_TTL : ttl;
    }

    private static @Nullable Duration minutes(String text) {
        return text.length() <= 6 && text.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Duration.ofMinutes(Integer.parseInt(text))
                : null;
    }

    /** The syndication module of RSS 1.0: so many times a period. */
    private @Nullable Duration period() {
        String period = fields.text("sy:updateperiod");
        if (period == null) return null;
        Duration length =
                switch (period.toLowerCase(Locale.ROOT)) {
                    case "hourly" -> Duration.ofHours(1);
                    case "daily" -> Duration.ofDays(1);
                    case "weekly", "monthly", "yearly" -> Duration.ofDays(7);
                    default -> null;
                };
        Duration times = minutes(String.valueOf(fields.text("sy:updatefrequency")));
        if (length == null || times == null || times.isZero()) return length;
        return length.dividedBy(times.toMinutes());
    }

    private Set<Integer> hours() {
        Set<Integer> hours = new TreeSet<>();
        Element list = fields.first("skiphours");
        if (list == null) return hours;
        for (Element e : Fields.of(list).all("hour")) {
            Duration hour = minutes(Fields.text(e));
            if (hour != null && hour.toMinutes() <= 24) hours.add((int) (hour.toMinutes() % 24));
        }
        // A feed that is never to be read is a mistake.
        return hours.size() == 24 ? Set.of() : hours;
    }

    private Set<DayOfWeek> days() {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        Element list = fields.first("skipdays");
        if (list == null) return days;
        for (Element e : Fields.of(list).all("day"))
            for (DayOfWeek day : DayOfWeek.values()) if (day.name().equalsIgnoreCase(Fields.text(e))) days.add(day);
        return days.size() == 7 ? Set.of() : days;
    }
}
