package org.postbag.posts.collect.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jsoup.select.Evaluator;
import org.jspecify.annotations.Nullable;

/**
 * Walks the markup of a feed entry by entry: each is mapped as soon as it is complete and dropped from the tree, so that
 * a feed of any length needs the memory of its largest entry. What stays is the feed's own head for {@link XmlHead}.
 */
final class XmlFeed {
    /** Entries taken of one feed: the first, which are the newest nearly everywhere. */
    static final int MAX_ENTRIES = 5_000;

    private static final int MAX_DEPTH = 200;

    private final RssMapping rss;
    private final AtomMapping atom;
    private final XmlScope scope;
    private final List<EntryDraft> drafts = new ArrayList<>();
    private boolean more;
    private boolean entries;

    private XmlFeed(@Nullable String base) {
        this.scope = new XmlScope(base);
        this.rss = new RssMapping(scope);
        this.atom = new AtomMapping(scope);
    }

    static FeedDocument read(String text, @Nullable String base) {
        FeedStart start = FeedStart.of(text);
        if (start.problem() != null) return start.problem();
        XmlRepair.Repaired repaired = XmlRepair.repair(text.substring(start.at()));
        XmlFeed feed = new XmlFeed(base);
        Document document = feed.walk(repaired.markup());
        int repairs = repaired.places() + (start.at() > 0 ? 1 : 0);
        return new XmlHead(document, feed.scope).feed(feed.drafts, feed.entries, repairs, feed.more);
    }

    private Document walk(String markup) {
        Parser parser = Parser.xmlParser().settings(ParseSettings.htmlDefault).setMaxDepth(MAX_DEPTH);
        Evaluator any = new EntryElement();
        try (StreamParser stream = new StreamParser(parser).parse(markup, "")) {
            for (Element e = stream.selectNext(any); e != null && !more; e = stream.selectNext(any)) take(e);
            return stream.document();
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory cannot fail", e);
        }
    }

    private void take(Element e) {
        if (isWithinAnother(e)) return;
        more = drafts.size() >= MAX_ENTRIES;
        if (more) return;
        boolean entry = Names.local(e).equals("entry");
        entries |= entry;
        drafts.add(entry ? atom.entry(e) : rss.item(e));
        e.remove();
    }

    private static boolean isWithinAnother(Element e) {
        for (Element at = e.parent(); at != null; at = at.parent()) {
            String name = Names.local(at);
            if (name.equals("content") || name.equals("entry") || name.equals("item")) return true;
        }
        return false;
    }

    private static final class EntryElement extends Evaluator {
        @Override
        public boolean matches(Element root, Element e) {
            String local = Names.local(e);
            if (!local.equals("item") && !local.equals("entry")) return false;
            String name = Names.of(e);
            return name.equals("item") || name.equals("entry") || name.equals("atom:entry");
        }
    }
}
