package org.postbag.digest.email;

import org.jspecify.annotations.Nullable;

/**
 * A post as the templates of {@link Letters} see it; all display text.
 *
 * @param number 0 for none
 * @param html the article, fit to stand in a mail; null when only {@code text} is shown
 * @param text the article or a snippet; empty for none
 */
public record PostLine(
        int number,
        String title,
        @Nullable String url,
        String source,
        String author,
        String time,
        String lang,
        @Nullable String html,
        String text) {

    PostLine with(@Nullable String newHtml, String newText) {
        return new PostLine(number, title, url, source, author, time, lang, newHtml, newText);
    }
}
