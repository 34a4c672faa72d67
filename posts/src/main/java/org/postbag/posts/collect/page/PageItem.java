package org.postbag.posts.collect.page;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a page that lists posts.
 *
 * @param url absolute, cleaned
 * @param title plain text
 * @param body HTML as the page has it, not cleaned; null when the list has none, so the article is behind the link
 */
public record PageItem(String url, @Nullable String title, @Nullable Instant date, @Nullable String body) {}
