package org.postbag.posts.collect.page;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The article of a web page.
 *
 * @param title plain text, without the site's name
 * @param byline who wrote it, plain text, without "By" and dates
 * @param published when it first appeared; a day without an hour is taken at noon UTC
 * @param lang BCP 47 tag; null when there is nothing to tell by
 * @param image absolute address of the picture the page leads with
 * @param html cleaned, links absolute; empty when the page has no article
 * @param text the same as plain text, paragraphs separated by blank lines
 */
public record Extracted(
        @Nullable String title,
        @Nullable String byline,
        @Nullable Instant published,
        @Nullable String lang,
        @Nullable String image,
        String html,
        String text) {}
