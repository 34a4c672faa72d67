package org.postbag.digest.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postbag.digest.ArticleHtml;
import org.postbag.digest.Dates;
import org.postbag.digest.Digest;
import org.postbag.digest.DigestDocument;
import org.postbag.digest.DigestForm;
import org.postbag.digest.DisplayText;
import org.postbag.digest.ItemView;
import org.postbag.digest.Paths;
import org.postbag.digest.SizeBudget;
import org.postbag.digest.TagName;
import org.postbag.digest.Templates;
import org.postbag.digest.Wording;
import org.postbag.posts.Content;
import org.postbag.posts.ReaderLanguage;

/**
 * The public web pages: whole HTML documents that need no script, hold no inline style and ask no other host for anything,
 * so that {@code default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'} is enough. Which page answers
 * which address is {@code bot.web}'s. Thread safe.
 */
public final class WebRenderer {

    /** Where the pages look for {@link #stylesheet()}. */
    public static final String STYLESHEET_PATH = "/static/postbag.css";

    private static final String CSS = "/org/postbag/digest/web/postbag.css";

    /** Most of a digest page, in bytes; with the style sheet it stays under 100 KB. */
    private static final int BYTES = 85_000;

    /** Lengths of a pause that are offered, in days. */
    private static final List<String> PAUSES = List.of("3", "7", "14", "30");

    private static final List<String> PAGES =
            List.of("post", "archive", "tag", "tags", "search", "message", "preferences", "subscribe");
    private static final List<ItemView.Room> ROOMS = List.of(
            new ItemView.Room(200, 1200, 5, false),
            new ItemView.Room(150, 60, 2, false),
            new ItemView.Room(100, 0, 0, false));

    private final Templates templates;
    private final DigestForm digestForm;

    /** @throws org.postbag.digest.TemplateException when a template does not compile */
    public WebRenderer(Templates templates) {
        this.templates = templates;
        this.digestForm = new DigestForm(templates, "web/digest", ".peb", "\n", ROOMS);
        templates.check(PAGES.stream().map(page -> "web/" + page + ".peb").toList());
    }

    /** The style sheet of all pages. */
    public String stylesheet() {
        return Resources.text(CSS);
    }

    public String digest(Site site, DigestPage page) {
        Digest d = page.digest();
        Map<String, Object> model = common(site, Dates.in(site.lang()).full(d.date()));
        model.put("path", "/digests/" + d.date());
        model.put("older", page.older() == null ? null : "/digests/" + page.older());
        model.put("newer", page.newer() == null ? null : "/digests/" + page.newer());
        String first = d.numbered().isEmpty() ? "" : d.numbered().get(0).lead().title();
        model.put("description", DisplayText.line(first, 160));
        DigestDocument document = digestForm.of(d, "", model);
        SizeBudget.Fitted fitted = SizeBudget.fit(d, List.of(document), ROOMS.size(), BYTES);
        return document.write(fitted);
    }

    public String post(Site site, PostPage page) {
        Wording wording = templates.wordings().in(site.lang());
        Content content = page.content();
        String html = ArticleHtml.of(content.html(), ArticleHtml.Images.LINKED, wording.say("article.image"));
        PostRow row = PostRow.of(page.post(), page.post().summary(), site);
        Map<String, Object> model = common(site, row.title());
        model.put("path", "/posts/" + page.post().id());
        model.put("description", row.summary());
        model.put("post", row);
        model.put("html", html);
        model.put(
                "paragraphs",
                html.isBlank()
                        ? DisplayText.clean(content.text())
                                .lines()
                                .filter(l -> !l.isBlank())
                                .toList()
                        : List.of());
        model.put("also", page.also().stream().map(p -> PostRow.of(p, "", site)).toList());
        return render("post", site, model);
    }

    public String archive(Site site, ArchivePage page) {
        Map<String, Object> model = titled(site, "web.archive");
        model.put("path", "/archive");
        model.put(
                "days",
                page.days().stream()
                        .map(day -> Map.of(
                                "path",
                                "/digests/" + day.date(),
                                "name",
                                Dates.in(site.lang()).full(day.date()),
                                "posts",
                                day.posts()))
                        .toList());
        model.put("pager", page.pager());
        return render("archive", site, model);
    }

    public String tag(Site site, TagPage page) {
        String tag = TagName.shown(page.tag(), 60);
        Map<String, Object> model = common(site, tag);
        model.put("path", "/tags/" + Paths.segment(page.tag()));
        model.put("feed", "/tags/" + Paths.segment(page.tag()) + "/feed.xml");
        model.put("tag", tag);
        model.put("count", page.posts());
        model.put(
                "items",
                page.shown().stream().map(p -> PostRow.of(p, p.summary(), site)).toList());
        model.put("pager", page.pager());
        return render("tag", site, model);
    }

    public String tags(Site site, TagsPage page) {
        Map<String, Object> model = titled(site, "web.tags");
        model.put("path", "/tags");
        model.put("tags", TagBranch.tree(page.tags()));
        return render("tags", site, model);
    }

    public String search(Site site, SearchPage page) {
        Map<String, Object> model = titled(site, "web.search");
        model.put("path", "/search");
        model.put("query", DisplayText.line(page.query(), 200));
        model.put("total", page.total());
        model.put(
                "items",
                page.found().stream()
                        .map(f -> PostRow.of(f.post(), f.snippet(), site))
                        .toList());
        model.put("pager", page.pager());
        return render("search", site, model);
    }

    public String message(Site site, MessagePage page) {
        Map<String, Object> model = common(site, DisplayText.line(page.title(), 200));
        model.put(
                "paragraphs", page.paragraphs().stream().map(DisplayText::clean).toList());
        model.put("action", page.action());
        return render("message", site, model);
    }

    public String preferences(Site site, PreferencesPage page) {
        Map<String, Object> model = titled(site, "web.preferences");
        model.put("page", page);
        model.put("form", page.form());
        model.put("pauses", PAUSES);
        return render("preferences", site, model);
    }

    public String subscribe(Site site, SubscribePage page) {
        Map<String, Object> model = titled(site, "web.subscribe");
        model.put("path", "/subscribe");
        model.put("page", page);
        model.put("form", page.form());
        return render("subscribe", site, model);
    }

    private String render(String name, Site site, Map<String, Object> model) {
        return templates.render("web/" + name + ".peb", templates.wordings().in(site.lang()), model);
    }

    private Map<String, Object> titled(Site site, String key) {
        return common(site, templates.wordings().in(site.lang()).say(key));
    }

    private Map<String, Object> common(Site site, String title) {
        Map<String, Object> model = new HashMap<>();
        model.put("site", site);
        model.put("lang", site.lang() == ReaderLanguage.ZH ? "zh-CN" : "en");
        model.put("pageTitle", title);
        model.put("path", null);
        model.put("feed", "/feed.xml");
        model.put("description", "");
        model.put("css", STYLESHEET_PATH);
        return model;
    }
}
