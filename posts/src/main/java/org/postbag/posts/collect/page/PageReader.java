package org.postbag.posts.collect.page;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.Origin;
import org.postbag.posts.Source;
import org.postbag.posts.SourceReport.Problem;
import org.postbag.posts.collect.Fetched;
import org.postbag.posts.collect.SourceReader;
import org.postbag.posts.collect.http.Answer;
import org.postbag.posts.collect.http.ShownAddress;
import org.postbag.posts.collect.http.Validators;
import org.postbag.posts.collect.http.WebClient;

/**
 * Reads a page that lists articles, or a sitemap, and lists what it links to, the oldest first. {@link PageParser} and
 * {@link Sitemap} understand it, {@link PagePost} makes posts.
 */
public final class PageReader implements SourceReader {
    private static final int MOST_MAPS = 5;
    private static final int MOST_ITEMS = 500;
    private static final int HEAD = 2_000;

    private final WebClient web;
    private final RobotsBook robots;
    private final ArticleFetcher articles;
    private final Clock clock;

    public PageReader(WebClient web, RobotsBook robots, ArticleFetcher articles, Clock clock) {
        this.web = web;
        this.robots = robots;
        this.articles = articles;
        this.clock = clock;
    }

    @Override
    public boolean reads(Origin origin) {
        return origin instanceof Origin.Page;
    }

    @Override
    public Fetched read(Source source, @Nullable String cursor) {
        Origin.Page page = (Origin.Page) source.origin();
        RobotsBook.Leave leave = robots.leave(page.url());
        if (!leave.granted())
            return new Fetched.Unavailable(ShownAddress.of(page.url()) + ": " + leave.reason()
                    + (leave.temporary() ? "; the next pass tries again" : "; remove the source"));
        Validators known = PageCursor.parse(cursor);
        Answer answer = web.get(page.url(), known, ArticleFetcher.ACCEPT, leave.gap());
        if (answer instanceof Answer.NotModified same)
            return new Fetched.NotModified(PageCursor.write(same.validators()), Duration.ZERO);
        if (answer instanceof Answer.Gone)
            return new Fetched.Ended(
                    ShownAddress.of(page.url())
                            + " answers 410: its publisher says that it is gone for good; remove the source, or correct its address");
        if (answer instanceof Answer.Later later) return new Fetched.Later(later.until(), later.reason());
        if (answer instanceof Answer.Failed failed) return new Fetched.Unavailable(failed.reason());
        return listing(source, page, (Answer.Found) answer);
    }

    private Fetched listing(Source source, Origin.Page page, Answer.Found found) {
        List<Problem> problems = new ArrayList<>();
        List<PageItem> items =
                isSitemap(found.body()) ? mapped(found, problems) : parsed(source, page, found, problems);
        if (items.isEmpty() && !problems.isEmpty())
            return new Fetched.Unavailable(
                    ShownAddress.of(page.url()) + ": " + problems.get(0).problem());
        List<PagePost> posts = new ArrayList<>();
        for (PageItem item : items) posts.add(new PagePost(item, page.body() != null, articles, clock.instant()));
        // Pages, like feeds, begin with the newest.
        Collections.reverse(posts);
        return new Fetched.Listing(posts, false, PageCursor.write(found.validators()), Duration.ZERO, problems);
    }

    private List<PageItem> parsed(Source source, Origin.Page page, Answer.Found found, List<Problem> problems) {
        PageItems parsed = new PageParser(source.zone())
                .items(found.body(), found.contentType(), found.address().toString(), page, clock.instant());
        parsed.problems().forEach(p -> problems.add(new Problem(ShownAddress.of(page.url()), p)));
        return parsed.items();
    }

    private static boolean isSitemap(byte[] body) {
        if (body.length > 2 && body[0] == 0x1f && body[1] == (byte) 0x8b) return true;
        String head = new String(body, 0, Math.min(HEAD, body.length), StandardCharsets.ISO_8859_1);
        return head.contains("<urlset") || head.contains("<sitemapindex");
    }

    /** A sitemap's newest links; of an index, those of its newest maps. */
    private List<PageItem> mapped(Answer.Found found, List<Problem> problems) {
        Sitemap map =
                Sitemap.parse(found.body(), found.contentType(), found.address().toString());
        note(map, ShownAddress.of(found.address()), problems);
        List<Sitemap.Link> links = new ArrayList<>(map.pages());
        for (Sitemap.Link child : newest(map.sitemaps(), MOST_MAPS)) {
            Answer answer = below(child.url());
            if (answer instanceof Answer.Found one) {
                Sitemap below = Sitemap.parse(one.body(), one.contentType(), child.url());
                note(below, child.url(), problems);
                links.addAll(below.pages());
            } else if (answer instanceof Answer.Failed failed) {
                problems.add(new Problem(child.url(), failed.reason()));
            }
        }
        return newest(links, MOST_ITEMS).stream()
                .map(link -> new PageItem(link.url(), link.title(), link.date(), null))
                .toList();
    }

    private Answer below(String address) {
        try {
            return web.get(URI.create(address), Validators.none(), "application/xml, */*;q=0.5");
        } catch (IllegalArgumentException e) {
            return new Answer.Failed("the sitemap names an address that is none", false);
        }
    }

    private static void note(Sitemap map, String address, List<Problem> problems) {
        if (map.problem() != null) problems.add(new Problem(address, map.problem()));
    }

    private static List<Sitemap.Link> newest(List<Sitemap.Link> links, int most) {
        return links.stream()
                .sorted(Comparator.comparing(Sitemap.Link::date, Comparator.nullsLast(Comparator.reverseOrder())))
                .limit(most)
                .toList();
    }
}
