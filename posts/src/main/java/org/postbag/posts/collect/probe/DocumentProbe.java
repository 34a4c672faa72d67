package org.postbag.posts.collect.probe;

import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.Origin;
import org.postbag.posts.collect.feed.FeedDocument;
import org.postbag.posts.collect.feed.FeedParser;
import org.postbag.posts.collect.page.PageItems;
import org.postbag.posts.collect.page.PageParser;

/** Tells whether a document is a feed or a web page, and what its entries are. Pure. */
final class DocumentProbe {
    private final FeedParser feeds = new FeedParser();
    private final PageParser pages;
    private final Clock clock;

    DocumentProbe(Clock clock, ZoneId zone) {
        this.clock = clock;
        pages = new PageParser(zone);
    }

    /** @param page how a source wants it to be read as a page; null when that is not known */
    Probed probe(
            String input,
            byte[] bytes,
            @Nullable String contentType,
            @Nullable String address,
            Origin.@Nullable Page page) {
        if (page != null) return page(input, bytes, contentType, address, page);
        FeedDocument document = feeds.parse(bytes, contentType, address);
        if (document instanceof FeedDocument.Feed feed)
            return Probed.read(
                    input,
                    feed.kind().word(),
                    feed.title(),
                    feed.url(),
                    feed.entries().stream().map(ItemText::of).toList());
        FeedDocument.Not not = (FeedDocument.Not) document;
        if (!not.page()) return Probed.failed(input, null, not.problem());
        String base = address == null ? "http://localhost/" : address;
        return page(
                input, bytes, contentType, address, new Origin.Page(URI.create(base), null, null, null, null, null));
    }

    private Probed page(
            String input, byte[] bytes, @Nullable String contentType, @Nullable String address, Origin.Page page) {
        String base = address == null ? page.url().toString() : address;
        PageItems parsed = pages.items(bytes, contentType, base, page, clock.instant());
        List<Probed.Item> items = parsed.items().stream().map(ItemText::of).toList();
        if (items.isEmpty() && !parsed.problems().isEmpty())
            return Probed.failed(input, "page", String.join("; ", parsed.problems()));
        return Probed.read(input, "page", null, address, items);
    }
}
