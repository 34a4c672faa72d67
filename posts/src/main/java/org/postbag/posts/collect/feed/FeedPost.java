package org.postbag.posts.collect.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.collect.Entry;
import org.postbag.posts.collect.LeadFigure;
import org.postbag.posts.collect.Loaded;
import org.postbag.posts.collect.RawPost;
import org.postbag.posts.collect.page.ArticleFetcher;
import org.postbag.posts.collect.page.Extracted;
import org.postbag.posts.text.Html;
import org.postbag.posts.text.Sha256;

/**
 * One entry of a feed on its way to a post. Where the source wants full texts, {@link ArticleFetcher} gets the article
 * behind the link, and the feed's own text stands in when there is none.
 */
final class FeedPost implements Entry {
    private static final int LONGEST_ID = 500;
    private static final int TITLE = 80;
    /** Clocks that nobody set say 1970. */
    private static final Instant FIRST_DATE = Instant.parse("1971-01-01T00:00:00Z");

    private static final Duration AHEAD = Duration.ofDays(1);

    private final FeedEntry entry;
    private final @Nullable String feedLang;
    private final @Nullable ArticleFetcher articles;
    private final Instant now;
    private final String stamp;

    /** @param articles null when the feed's own text is enough */
    FeedPost(FeedEntry entry, @Nullable String feedLang, @Nullable ArticleFetcher articles, Instant now) {
        this.entry = entry;
        this.feedLang = feedLang;
        this.articles = articles;
        this.now = now;
        List<Object> all = List.of(
                text(entry.title()),
                text(entry.url()),
                text(entry.published()),
                text(entry.updated()),
                text(entry.author()),
                entry.tags(),
                text(entry.summary()),
                text(entry.content()),
                text(entry.image()));
        stamp = Sha256.hex(all.toString());
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    @Override
    public String path() {
        return entry.id().length() <= LONGEST_ID ? entry.id() : "sha256:" + Sha256.hex(entry.id());
    }

    @Override
    public String stamp() {
        return stamp;
    }

    @Override
    public long size() {
        return 500L + text(entry.content()).length() + text(entry.summary()).length();
    }

    @Override
    public boolean remote() {
        return articles != null && entry.url() != null;
    }

    /** When it says it was published; null when it does not say, or says what cannot be. */
    @Nullable
    Instant date() {
        Instant said = entry.published() != null ? entry.published() : entry.updated();
        return said == null || said.isBefore(FIRST_DATE) || said.isAfter(now) ? null : said;
    }

    /** Whether its date is one that no clock set rightly gives. */
    boolean isOddlyDated() {
        Instant said = entry.published() != null ? entry.published() : entry.updated();
        return said != null && (said.isBefore(FIRST_DATE) || said.isAfter(now.plus(AHEAD)));
    }

    @Override
    public Loaded load(@Nullable String knownHash) {
        if (stamp.equals(knownHash)) return new Loaded.Same();
        String own = longer(entry.content(), entry.summary());
        if (articles == null || entry.url() == null) return new Loaded.Read(stamp, post(own, null));
        ArticleFetcher.Result result = articles.fetch(entry.url());
        if (result instanceof ArticleFetcher.Result.Article article
                && article.extracted().text().length() >= Html.text(own).length())
            return new Loaded.Read(stamp, post(article.extracted().html(), article.extracted()));
        String note = result instanceof ArticleFetcher.Result.Nothing nothing
                ? "the article could not be taken, so the feed's own text is used: " + nothing.reason()
                : null;
        return new Loaded.Read(stamp, post(own, null), note);
    }

    private static String longer(@Nullable String content, @Nullable String summary) {
        String first = text(content);
        return first.isBlank() ? text(summary) : first;
    }

    private RawPost post(String html, @Nullable Extracted article) {
        String image = entry.image() != null ? entry.image() : article == null ? null : article.image();
        String author = entry.author() != null ? entry.author() : article == null ? null : article.byline();
        Instant date = date();
        if (date == null
                && article != null
                && article.published() != null
                && !article.published().isAfter(now)) date = article.published();
        return new RawPost(
                title(article),
                date,
                entry.updated(),
                author,
                entry.url(),
                null,
                entry.lang() != null ? entry.lang() : feedLang,
                entry.tags(),
                List.of(),
                entry.image() == null ? Map.of() : Map.of("image", entry.image()),
                LeadFigure.above(html, image),
                entry.base().isEmpty() ? null : entry.base());
    }

    /** Short messages come without a title: their beginning serves. */
    private String title(@Nullable Extracted article) {
        if (entry.title() != null && !entry.title().isBlank()) return entry.title();
        if (article != null && article.title() != null && !article.title().isBlank()) return article.title();
        String text = Html.text(longer(entry.content(), entry.summary())).strip();
        int line = text.indexOf('\n');
        if (line > 0) text = text.substring(0, line);
        if (text.isBlank()) return entry.url() == null ? entry.id() : entry.url();
        int length = text.codePointCount(0, text.length());
        return length <= TITLE ? text : text.substring(0, text.offsetByCodePoints(0, TITLE - 1)) + "…";
    }
}
