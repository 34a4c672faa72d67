package org.postbag.digest.web;

import org.jspecify.annotations.Nullable;

/**
 * Links to the neighbouring pages of a list; null where there is none.
 *
 * @param newer path and query of the page with newer (or better) entries
 * @param older path and query of the page with older entries
 */
public record Pager(@Nullable String newer, @Nullable String older) {
    public static Pager none() {
        return new Pager(null, null);
    }
}
