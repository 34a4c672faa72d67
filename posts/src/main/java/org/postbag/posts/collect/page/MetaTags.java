package org.postbag.posts.collect.page;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What the {@code meta} elements of a page say, by {@code name}, {@code property}, {@code itemprop} or {@code
 * http-equiv}: OpenGraph, Twitter cards, Dublin Core, Parsely and the like. Names are compared without regard to case;
 * of one name the first value counts.
 */
final class MetaTags {
    private static final int MAX_TAGS = 500;
    private static final int MAX_VALUE = 2000;

    private final Map<String, String> values = new HashMap<>();

    MetaTags(Document page) {
        int count = 0;
        for (Element meta : page.getElementsByTag("meta")) {
            if (++count > MAX_TAGS) break;
            String content = meta.attr("content").strip();
            if (content.isEmpty() || content.length() > MAX_VALUE) continue;
            for (String key : new String[] {"property", "name", "itemprop", "http-equiv"})
                for (String name : meta.attr(key).split("\\s+", 4))
                    if (!name.isEmpty()) values.putIfAbsent(name.toLowerCase(Locale.ROOT), content);
        }
    }

    /** The first of these names that has a value. */
    @Nullable
    String first(String... names) {
        for (String name : names) {
            String value = values.get(name);
            if (value != null) return value;
        }
        return null;
    }
}
