package org.postbag.bot.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.delivery.Preview;
import org.postbag.digest.Digest;
import org.postbag.digest.web.ArchivePage;
import org.postbag.digest.web.AtomFeed;
import org.postbag.digest.web.DigestPage;
import org.postbag.digest.web.Pager;
import org.postbag.digest.web.PostPage;
import org.postbag.digest.web.SearchPage;
import org.postbag.digest.web.Site;
import org.postbag.digest.web.TagPage;
import org.postbag.digest.web.TagsPage;
import org.postbag.digest.web.WebRenderer;
import org.postbag.posts.Content;
import org.postbag.posts.Post;
import org.postbag.posts.store.PostQuery;
import org.postbag.posts.store.PostStore;
import org.postbag.subscriptions.Settings;

/** What anybody may read: digests by day, tags, posts, search, feeds. */
public final class PublicPages implements Routes {
    private static final int PAGE = 30;
    private static final int DAYS = 60;
    private static final Duration STORY_DAYS = Duration.ofDays(7);

    private final PostStore posts;
    private final Preview preview;
    private final Settings defaults;
    private final WebRenderer renderer;
    private final AtomFeed feed;
    private final Visitors visitors;

    public PublicPages(
            PostStore posts,
            Preview preview,
            Settings defaults,
            WebRenderer renderer,
            AtomFeed feed,
            Visitors visitors) {
        this.posts = posts;
        this.preview = preview;
        this.defaults = defaults;
        this.renderer = renderer;
        this.feed = feed;
        this.visitors = visitors;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/", this::newest);
        routes.get("/archive", this::archive);
        routes.get("/digests/{date}", this::day);
        routes.get("/tags", this::tags);
        routes.get("/tags/{tag}", this::tag);
        routes.get("/tags/{tag}/feed.xml", this::tagFeed);
        routes.get("/posts/{id}", this::post);
        routes.get("/search", this::search);
        routes.get("/feed.xml", context -> atom(context, null));
    }

    private void newest(Context context) {
        LocalDate newest = posts.list(PostQuery.all().withLimit(1)).stream()
                .findFirst()
                .map(post -> LocalDate.ofInstant(post.date(), visitors.zone()))
                .orElse(visitors.site(context).today());
        show(context, newest);
    }

    private void day(Context context) {
        try {
            show(context, LocalDate.parse(context.pathParam("date")));
        } catch (DateTimeException e) {
            visitors.notFound(context);
        }
    }

    private void show(Context context, LocalDate day) {
        Instant from = start(day);
        Instant to = start(day.plusDays(1));
        Digest digest = preview.of(defaults.withLang(visitors.language(context)), from, to);
        LocalDate older = posts.list(PostQuery.all().withBefore(from).withLimit(1)).stream()
                .findFirst()
                .map(post -> LocalDate.ofInstant(post.date(), visitors.zone()))
                .orElse(null);
        LocalDate newer = newer(to);
        context.contentType(Visitors.HTML)
                .result(renderer.digest(visitors.site(context), new DigestPage(digest, older, newer)));
    }

    /** The next day that has posts; looked for among the days after, the nearest first. */
    private @Nullable LocalDate newer(Instant from) {
        List<Post> later = posts.list(PostQuery.all().withSince(from));
        return later.isEmpty()
                ? null
                : LocalDate.ofInstant(later.get(later.size() - 1).date(), visitors.zone());
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(visitors.zone()).toInstant();
    }

    private void archive(Context context) {
        String before = context.queryParam("before");
        PostQuery query = PostQuery.all();
        try {
            if (before != null) query = query.withBefore(start(LocalDate.parse(before)));
        } catch (DateTimeException e) {
            visitors.notFound(context);
            return;
        }
        Map<LocalDate, Long> counts = new TreeMap<>(java.util.Comparator.reverseOrder());
        posts.each(query, post -> counts.merge(LocalDate.ofInstant(post.date(), visitors.zone()), 1L, Long::sum));
        List<ArchivePage.Day> days = counts.entrySet().stream()
                .limit(DAYS)
                .map(day -> new ArchivePage.Day(day.getKey(), day.getValue()))
                .toList();
        String older =
                counts.size() > DAYS ? "/archive?before=" + days.get(DAYS - 1).date() : null;
        context.contentType(Visitors.HTML)
                .result(renderer.archive(
                        visitors.site(context),
                        new ArchivePage(days, new Pager(before == null ? null : "/archive", older))));
    }

    private void tags(Context context) {
        List<TagsPage.Tag> tags = posts.tags().stream()
                .map(tag -> new TagsPage.Tag(tag.tag(), tag.posts()))
                .toList();
        context.contentType(Visitors.HTML).result(renderer.tags(visitors.site(context), new TagsPage(tags)));
    }

    private void tag(Context context) {
        String tag = context.pathParam("tag");
        int page = page(context);
        List<Post> all = posts.list(PostQuery.all().withTag(tag));
        if (all.isEmpty()) {
            visitors.notFound(context);
            return;
        }
        List<Post> shown = all.stream().skip((long) page * PAGE).limit(PAGE).toList();
        String path = "/tags/" + encoded(tag) + "?page=";
        context.contentType(Visitors.HTML)
                .result(renderer.tag(
                        visitors.site(context),
                        new TagPage(tag, all.size(), shown, pager(path, page, (page + 1) * PAGE < all.size()))));
    }

    private void tagFeed(Context context) {
        atom(context, context.pathParam("tag"));
    }

    private void atom(Context context, @Nullable String tag) {
        List<Post> newest = posts.list(PostQuery.all().withTag(tag).withLimit(PAGE));
        Site site = visitors.site(context);
        String page = tag == null ? "/" : "/tags/" + encoded(tag);
        String title = tag == null ? site.name() : site.name() + " · " + tag;
        context.contentType("application/atom+xml; charset=utf-8")
                .result(feed.render(site, title, tag == null ? "/feed.xml" : page + "/feed.xml", page, newest));
    }

    private void post(Context context) {
        Optional<Post> post = id(context).flatMap(posts::find);
        Optional<Content> content = post.flatMap(p -> posts.content(p.id()));
        if (post.isEmpty() || content.isEmpty()) {
            visitors.notFound(context);
            return;
        }
        context.contentType(Visitors.HTML)
                .result(renderer.post(
                        visitors.site(context), new PostPage(post.get(), content.get(), also(post.get()))));
    }

    /** The other posts that tell the same story, which are of about the same days. */
    private List<Post> also(Post post) {
        if (post.story() == 0) return List.of();
        PostQuery around = PostQuery.all()
                .withSince(post.date().minus(STORY_DAYS))
                .withBefore(post.date().plus(STORY_DAYS));
        return posts.list(around).stream()
                .filter(other -> other.story() == post.story() && other.id() != post.id())
                .limit(10)
                .toList();
    }

    private static Optional<Long> id(Context context) {
        String id = context.pathParam("id");
        return id.matches("\\d{1,18}") ? Optional.of(Long.parseLong(id)) : Optional.empty();
    }

    private void search(Context context) {
        String query = Optional.ofNullable(context.queryParam("q")).orElse("").strip();
        if (query.length() > 200) query = query.substring(0, 200);
        int page = page(context);
        List<SearchPage.Found> found = query.isEmpty()
                ? List.of()
                : posts.search(query, PAGE + 1, page * PAGE).stream()
                        .map(hit -> new SearchPage.Found(hit.post(), hit.snippet()))
                        .toList();
        boolean more = found.size() > PAGE;
        List<SearchPage.Found> shown = found.stream().limit(PAGE).toList();
        long total = (long) page * PAGE + found.size();
        context.contentType(Visitors.HTML)
                .result(renderer.search(
                        visitors.site(context),
                        new SearchPage(
                                query, total, shown, pager("/search?q=" + encoded(query) + "&page=", page, more))));
    }

    private static int page(Context context) {
        String page = context.queryParam("page");
        return page != null && page.matches("\\d{1,4}") ? Integer.parseInt(page) : 0;
    }

    private static Pager pager(String path, int page, boolean more) {
        return new Pager(page > 0 ? path + (page - 1) : null, more ? path + (page + 1) : null);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
