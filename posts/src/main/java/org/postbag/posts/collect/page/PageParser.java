package org.postbag.posts.collect.page;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.Origin;
import org.postbag.posts.text.Links;

/**
 * Takes the items from a page that lists posts, by the source's selectors; without {@code item}, {@link ListedLinks}
 * guesses which of the page's links they are. Pure; {@link ArticleExtractor} reads the pages behind the links.
 */
public final class PageParser {
    private static final int MAX_ITEMS = 500;
    private static final int MAX_TITLE = 1000;
    private static final int MAX_BODY = 1 << 20;

    private final ZoneId zone;

    /** @param zone where dates that name no zone were written */
    public PageParser(ZoneId zone) {
        this.zone = zone;
    }

    /** What is wrong with the selectors as such, for the operator; empty when nothing is. */
    public static List<String> problems(Origin.Page source) {
        List<String> problems = new ArrayList<>();
        Selectors.read(source, problems);
        return problems;
    }

    /**
     * @param page as it came
     * @param contentType of the HTTP answer, for its character set
     * @param address of the page after redirects
     * @param now what dates such as "2 hours ago" count from
     */
    public PageItems items(byte[] page, @Nullable String contentType, String address, Origin.Page source, Instant now) {
        List<String> problems = new ArrayList<>();
        Selectors selectors = Selectors.read(source, problems);
        if (!problems.isEmpty()) return new PageItems(List.of(), problems);
        Document document = PageMarkup.parse(page, contentType, address);
        RelativeDate dates = new RelativeDate(now, zone);
        if (selectors.item() == null) {
            List<PageItem> links = new ListedLinks(dates).of(document, address);
            if (links.isEmpty())
                problems.add("item: the page has no links that look like articles; name them with a CSS selector");
            return new PageItems(links, problems);
        }
        List<Element> elements = selectors.item().all(document);
        if (elements.isEmpty())
            problems.add(
                    "item: nothing on the page matches \"" + source.item() + "\"; compare it with the page's source");
        Map<String, PageItem> items = new LinkedHashMap<>();
        for (Element element : elements) {
            if (items.size() == MAX_ITEMS) {
                problems.add("item: more than " + MAX_ITEMS + " match \"" + source.item() + "\"; the rest is left out");
                break;
            }
            item(element, selectors, dates, PageMarkup.base(document)).ifPresent(i -> items.putIfAbsent(i.url(), i));
        }
        if (items.isEmpty() && !elements.isEmpty())
            problems.add("link: none of the " + elements.size() + " items has a link to a web page"
                    + (source.link() == null ? "" : " at \"" + source.link() + "\""));
        return new PageItems(List.copyOf(items.values()), problems);
    }

    private record Selectors(
            @Nullable ItemSelector item,
            @Nullable ItemSelector link,
            @Nullable ItemSelector title,
            @Nullable ItemSelector date,
            @Nullable ItemSelector body) {

        static Selectors read(Origin.Page source, List<String> problems) {
            return new Selectors(
                    ItemSelector.read("item", source.item(), problems),
                    ItemSelector.read("link", source.link(), problems),
                    ItemSelector.read("title", source.title(), problems),
                    ItemSelector.read("date", source.date(), problems),
                    ItemSelector.read("body", source.body(), problems));
        }
    }

    private static Optional<PageItem> item(Element e, Selectors selectors, RelativeDate dates, @Nullable String base) {
        String target = selectors.link() == null
                ? ItemDefaults.link(e)
                : selectors.link().text(e, "href");
        if (target == null) return Optional.empty();
        String title = selectors.title() == null
                ? ItemDefaults.title(e)
                : selectors.title().text(e, null);
        Optional<Instant> date =
                selectors.date() == null ? ItemDefaults.date(e, dates) : date(selectors.date(), e, dates);
        String body = selectors.body() == null ? null : body(selectors.body(), e);
        return Links.clean(base, target).map(url -> new PageItem(url, shortened(title), date.orElse(null), body));
    }

    private static Optional<Instant> date(ItemSelector selector, Element item, RelativeDate dates) {
        String said = selector.text(item, null);
        Optional<Instant> read = said == null ? Optional.empty() : dates.read(said);
        if (read.isPresent() || selector.hasAttribute()) return read;
        String machine = selector.text(item, "datetime");
        return machine == null ? Optional.empty() : dates.read(machine);
    }

    private static @Nullable String body(ItemSelector selector, Element item) {
        if (selector.hasAttribute()) return selector.text(item, null);
        Element e = selector.first(item);
        if (e == null || !e.hasText()) return null;
        String html = e.html();
        return html.length() > MAX_BODY ? null : html;
    }

    private static @Nullable String shortened(@Nullable String title) {
        return title == null || title.length() <= MAX_TITLE ? title : title.substring(0, MAX_TITLE);
    }
}
