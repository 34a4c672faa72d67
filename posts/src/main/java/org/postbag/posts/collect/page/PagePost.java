package org.postbag.posts.collect.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.collect.Entry;
import org.postbag.posts.collect.Loaded;
import org.postbag.posts.collect.RawPost;

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
        stamp = digest(item.url() + "\n" + text(item.title()) + "\n" + text(item.body()));
    }

    private static String text(@Nullable String value) {
        return Objects.toString(value, "");
    }

    private static String digest(String all) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256; use a complete one", e);
        }
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
            String body = found.html();
            if (found.image() != null && !body.contains("<img"))
                body = "<figure><img src=\"" + Entities.escape(found.image()) + "\" alt=\"\"></figure>" + body;
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
