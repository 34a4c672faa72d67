package org.postbag.posts.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import org.postbag.posts.collect.feed.FeedDates;
import org.postbag.posts.collect.feed.FeedDocument;
import org.postbag.posts.collect.feed.FeedParser;
import org.postbag.posts.collect.jekyll.JekyllParser;
import org.postbag.posts.collect.jekyll.Parsed;
import org.postbag.posts.collect.page.ArticleExtractor;
import org.postbag.posts.text.Html;

/**
 * Parsers that strangers feed. With {@code JAZZER_FUZZ=1} one of these methods makes up inputs for ten minutes
 * (CONTRIBUTING says how); otherwise each runs over the inputs kept under {@code ParserFuzzTestInputs}.
 */
class ParserFuzzTest {
    private static final Instant EARLIEST = Instant.parse("1899-12-30T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2201-01-03T00:00:00Z");

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @FuzzTest(maxDuration = "10m")
    void frontMatter(byte[] input) {
        if (new JekyllParser().parse("2026-11-20-a.md", input, ZoneOffset.UTC) instanceof Parsed.Published published)
            assertThat(published.post().title()).isNotNull();
    }

    @FuzzTest(maxDuration = "10m")
    void feed(byte[] input) {
        if (new FeedParser().parse(input, null, "https://example.org/") instanceof FeedDocument.Feed feed)
            assertThat(feed.entries()).extracting(e -> e.id()).doesNotHaveDuplicates();
    }

    @FuzzTest(maxDuration = "10m")
    void date(byte[] input) {
        Instant read = FeedDates.parse(text(input));
        if (read != null) assertThat(read).isBetween(EARLIEST, LATEST);
    }

    @FuzzTest(maxDuration = "10m")
    void html(byte[] input) {
        String text = text(input);
        Html.Cleaned cleaned = new Html().clean(text, "Title", "https://example.org/");
        assertThat(cleaned.content().html()).doesNotContainIgnoringCase("<script");
        new ArticleExtractor().extract(input, null, "https://example.org/a");
    }
}
