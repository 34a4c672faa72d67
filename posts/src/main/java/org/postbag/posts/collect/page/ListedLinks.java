package org.postbag.posts.collect.page;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.text.Links;

/**
 * Guesses which links of a page lead to its articles: those outside of navigation, to the same site, with a text as long
 * as a headline and an address as deep as an article's. The same page always gives the same list.
 */
final class ListedLinks {
    private static final int MAX = 100;

    /** In the length of English letters; ten Chinese characters do. */
    private static final int HEADLINE = 22;

    private static final Pattern NO_PAGE = Pattern.compile(
            "(?i).*\\.(?:jpe?g|png|gif|webp|svg|pdf|zip|gz|mp3|mp4|m4a|avi|exe|apk|dmg|css|js|xml|rss|atom|json|docx?|xlsx?|pptx?)");
    private static final Pattern NO_ARTICLE = Pattern.compile(
            "(?i)/(?:tags?|categor(?:y|ies)|authors?|users?|members?|topics?|sections?|search|login|signin|signup|register|account|about|contact|privacy|terms|help|faq|page|feed|rss|subscribe|newsletter|cart|shop|jobs|careers)(?:/.*|$)");
    private static final Pattern TELLING = Pattern.compile(".*(?:\\d{4,}|\\w+-\\w+-\\w+|\\.s?html?$|\\d{4}/\\d).*");

    private final RelativeDate dates;

    ListedLinks(RelativeDate dates) {
        this.dates = dates;
    }

    List<PageItem> of(Document page, String address) {
        String base = PageMarkup.base(page);
        Document copy = page.clone();
        Surroundings.remove(copy);
        copy.select("nav, footer, aside, form").remove();
        String host = host(address);
        Map<String, PageItem> items = new LinkedHashMap<>();
        for (Element a : copy.body().select("a[href]")) {
            String title = a.text().strip();
            if (a.attr("href").startsWith("#")) continue;
            Optional<String> url = Links.clean(base, a.attr("href")).map(ListedLinks::withoutFragment);
            if (url.isEmpty() || !isArticle(url.get(), host, address) || Prose.length(title) < HEADLINE) continue;
            PageItem known = items.get(url.get());
            if (known == null && items.size() == MAX) continue;
            items.putIfAbsent(url.get(), new PageItem(url.get(), headline(a, title), date(a), null));
        }
        return new ArrayList<>(items.values());
    }

    private static String headline(Element a, String title) {
        Element heading = a.selectFirst("h1, h2, h3, h4, h5, h6");
        return heading != null && heading.hasText() ? heading.text().strip() : title;
    }

    private java.time.@Nullable Instant date(Element a) {
        Element up = a;
        for (int i = 0; i < 3; i++) {
            Element parent = up.parent();
            // Beyond the item's own box stand the dates of others.
            if (parent == null || parent.select("a[href]").size() > 4) break;
            up = parent;
        }
        return ItemDefaults.date(up, dates).orElse(null);
    }

    private static boolean isArticle(String url, String host, String page) {
        try {
            URI uri = URI.create(url);
            String path = uri.getPath();
            if (path == null || !host(url).equals(host) || url.equals(withoutFragment(page))) return false;
            if (path.length() < 6
                    || NO_PAGE.matcher(path).matches()
                    || NO_ARTICLE.matcher(path).find()) return false;
            long segments = path.chars().filter(c -> c == '/').count() - (path.endsWith("/") ? 1 : 0);
            return segments >= 2 || TELLING.matcher(path).matches();
        } catch (IllegalArgumentException e) {
            // An address that is no URI cannot be fetched.
            return false;
        }
    }

    private static String withoutFragment(String url) {
        int fragment = url.indexOf('#');
        return fragment < 0 ? url : url.substring(0, fragment);
    }

    /** Without "www.": sites link to themselves both ways. */
    private static String host(String url) {
        try {
            String host = URI.create(url).getHost();
            if (host == null) return "";
            String lower = host.toLowerCase(Locale.ROOT);
            return lower.startsWith("www.") ? lower.substring(4) : lower;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
