package org.postbag.digest.email;

import org.jspecify.annotations.Nullable;
import org.postbag.digest.DisplayText;

/**
 * A post as the templates of {@link Letters} see it; all display text.
 *
 * @param number 0 for none
 * @param html the article, fit to stand in a mail; empty in a list
 * @param text the article as plain text, or a snippet; empty for none
 */
public record PostLine(
        int number,
        String title,
        @Nullable String url,
        String source,
        String author,
        String time,
        String lang,
        String html,
        String text) {

    /** Whether the title is read from right to left. */
    public boolean rtl() {
        return DisplayText.isRightToLeft(title);
    }

    PostLine with(String newHtml, String newText) {
        return new PostLine(number, title, url, source, author, time, lang, newHtml, newText);
    }
}
