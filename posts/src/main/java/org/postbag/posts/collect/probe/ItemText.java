package org.postbag.posts.collect.probe;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.safety.Safelist;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.collect.RawPost;
import org.postbag.posts.collect.feed.FeedEntry;
import org.postbag.posts.collect.page.PageItem;

/** Shows entries of any kind the same way; their texts stay as they are, but for what could run. */
final class ItemText {
    private static final Document.OutputSettings PLAIN = new Document.OutputSettings().prettyPrint(false);

    private ItemText() {}

    static Probed.Item of(FeedEntry entry) {
        return new Probed.Item(
                entry.id(),
                entry.title(),
                entry.url(),
                entry.published(),
                entry.updated(),
                entry.byline(),
                entry.tags(),
                safe(entry.summary(), entry.base()),
                safe(entry.content(), entry.base()));
    }

    static Probed.Item of(PageItem item) {
        return new Probed.Item(
                item.url(),
                item.title(),
                item.url(),
                item.date(),
                null,
                null,
                java.util.List.of(),
                null,
                safe(item.body(), item.url()));
    }

    static Probed.Item of(String id, RawPost post) {
        return new Probed.Item(
                id,
                post.title(),
                post.url() != null ? post.url() : post.from(),
                post.date(),
                post.updated(),
                post.author(),
                post.tags().isEmpty() ? post.categories() : post.tags(),
                null,
                safe(post.html(), post.base()));
    }

    private static @Nullable String safe(@Nullable String html, @Nullable String base) {
        if (html == null) return null;
        Safelist list = Safelist.relaxed().addTags("figure", "figcaption", "hr", "del", "ins", "s", "mark", "time");
        return Jsoup.clean(html, base == null ? "" : base, list.preserveRelativeLinks(true), PLAIN);
    }
}
