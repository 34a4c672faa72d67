package org.postbag.bot.telegram.update;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.Content;

/** The picture an article begins with. */
final class LeadPicture {
    /** A picture further down belongs to its paragraph, not to the article. */
    private static final int WORDS_BEFORE = 200;

    private LeadPicture() {}

    /** Its address; null when there is none near the beginning that Telegram could fetch. */
    static @Nullable String of(Content content) {
        Element picture = Jsoup.parseBodyFragment(content.html()).selectFirst("img[src^=http://], img[src^=https://]");
        if (picture == null) return null;
        int before = 0;
        for (Element e = picture; e != null && !e.normalName().equals("body"); e = e.parent())
            for (Element sibling = e.previousElementSibling();
                    sibling != null;
                    sibling = sibling.previousElementSibling())
                before += sibling.text().length();
        return before > WORDS_BEFORE ? null : picture.attr("src");
    }
}
