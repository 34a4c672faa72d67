package org.postbag.posts.collect.page;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.collect.Entry;
import org.postbag.posts.collect.LeadFigure;
import org.postbag.posts.collect.Loaded;
import org.postbag.posts.collect.RawPost;
import org.postbag.posts.text.Sha256;

/**
 * One item of a page on its way to a post: the article behind its link, which {@link ArticleFetcher} gets, or the text
 * that stands in the page itself.
 */
final class PagePost implements Entry {
    private final PageItem item;
    private final boolean whole;
    private final ArticleFetcher articles;
    private final Instant now;
    private final String stamp;

    /** @param whole whether the page itself holds the text */
    PagePost(PageItem item, boolean whole, ArticleFetcher articles, Instant now) {
        this.item = item;
        this.whole = whole;
        this.articles = articles;
        this.now = now;
        // Relative dates ("2 hours ago") change by themselves.
        stamp = Sha256.hex(item.url() + "\n" + text(item.title()) + "\n" + text(item.body()));
    }

    private static String text(@Nullable String value) {
        return Objects.toString(value, "");
    }

    @Override
    public String path() {
        return item.url();
    }

    @Override
    public String stamp() {
        return stamp;
    }

    @Override
    public long size() {
        return 1000L + text(item.body()).length();
    }

    @Override
    public boolean remote() {
        return !whole;
    }

    @Override
    public Loaded load(@Nullable String knownHash) {
        if (stamp.equals(knownHash)) return new Loaded.Same();
        if (whole) return new Loaded.Read(stamp, post(item.title(), item.date(), null, null, text(item.body())));
        ArticleFetcher.Result result = articles.fetch(item.url());
        if (result instanceof ArticleFetcher.Result.Article article) {
            Extracted found = article.extracted();
            String title = found.title() != null ? found.title() : item.title();
            Instant date = item.date() != null ? item.date() : found.published();
            String body = LeadFigure.above(found.html(), found.image());
            return new Loaded.Read(stamp, post(title, date, found.byline(), found.lang(), body));
        }
        ArticleFetcher.Result.Nothing nothing = (ArticleFetcher.Result.Nothing) result;
        return new Loaded.Unreadable(nothing.temporary() ? "" : stamp, nothing.reason());
    }

    private RawPost post(
            @Nullable String title,
            @Nullable Instant date,
            @Nullable String author,
            @Nullable String lang,
            String body) {
        return new RawPost(
                title == null ? item.url() : title,
                date == null || date.isAfter(now) ? null : date,
                null,
                author,
                item.url(),
                null,
                lang,
                List.of(),
                List.of(),
                Map.of(),
                body,
                item.url());
    }
}
