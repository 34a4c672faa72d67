package org.postbag.bot.telegram;

import org.jsoup.Jsoup;

/** Telegram HTML without its markup, line breaks kept. */
final class PlainText {
    private PlainText() {}

    static String of(String html) {
        return Jsoup.parseBodyFragment(html).body().wholeText();
    }
}
