package org.postbag.digest.telegram;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postbag.digest.ArticleHtml;
import org.postbag.digest.Dates;
import org.postbag.digest.DisplayText;
import org.postbag.digest.ItemView;
import org.postbag.digest.Templates;
import org.postbag.digest.Wording;
import org.postbag.posts.Content;
import org.postbag.posts.Post;
import org.postbag.posts.ReaderLanguage;

/**
 * One article as a page that stands alone: its style is inside, and its policy lets a browser ask for the article's own
 * pictures and nothing else. Shorter articles are {@link ArticlePieces}'.
 */
final class ArticleDocument {

    static final String TEMPLATE = "telegram/document.peb";

    private final Templates templates;
    private final Wording wording;
    private final ZoneId zone;
    private final @Nullable String web;

    ArticleDocument(Templates templates, Wording wording, ZoneId zone, @Nullable String web) {
        this.templates = templates;
        this.wording = wording;
        this.zone = zone;
        this.web = web;
    }

    ArticleFile of(Post post, Content content) {
        String html = ArticleHtml.of(content.html(), ArticleHtml.Images.SHOWN, wording.say("article.image"));
        Map<String, Object> model = new HashMap<>();
        model.put("title", ItemView.title(post, 300));
        model.put("lang", DisplayText.line(post.lang(), 35));
        model.put("speaks", wording.lang() == ReaderLanguage.ZH ? "zh-CN" : "en");
        model.put("source", DisplayText.line(post.source(), 40));
        model.put("author", post.author() == null ? "" : DisplayText.line(post.author(), 100));
        model.put("datetime", post.date().toString());
        model.put("time", Dates.in(wording.lang()).moment(post.date(), zone));
        model.put("url", ItemView.link(post, web));
        boolean shown = !ArticleHtml.isBlank(html);
        model.put("html", shown ? html : "");
        model.put("paragraphs", shown ? List.of() : paragraphs(content.text()));
        String page = templates.render(TEMPLATE, wording, model).strip() + "\n";
        String name = FileNames.html(ItemView.title(post, 300), "post-" + post.id());
        return new ArticleFile(name, page.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> paragraphs(String text) {
        List<String> paragraphs = DisplayText.clean(text)
                .lines()
                .filter(line -> !DisplayText.isBlank(line))
                .toList();
        return paragraphs.isEmpty() ? List.of(wording.say("article.empty")) : paragraphs;
    }
}
