package org.postbag.bot.telegram;

import org.jsoup.Jsoup;

/** Telegram HTML without its markup, line breaks kept. */
public final class PlainText {
    private PlainText() {}

    public static String of(String html) {
        return Jsoup.parseBodyFragment(html).body().wholeText();
    }
}
