package org.postbag.digest.email;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postbag.digest.ArticleHtml;
import org.postbag.digest.Dates;
import org.postbag.digest.DisplayText;
import org.postbag.digest.ItemView;
import org.postbag.digest.Listed;
import org.postbag.digest.Markup;
import org.postbag.digest.PlainLines;
import org.postbag.digest.Templates;
import org.postbag.digest.Wording;
import org.postbag.posts.Content;
import org.postbag.posts.Post;
import org.postbag.posts.ReaderLanguage;

/** The mails that are no digests: articles asked for, numbered lists, short letters. Each an HTML and a text template. */
final class Letters {

    private static final Pattern PARAGRAPH_END = Pattern.compile("\\n\\s*\\n");

    /** What a subject begins with in an answer; the mail is read below that already, so it is no heading. */
    private static final Pattern ANSWER =
            Pattern.compile("^(re|回复|答复|回覆)\\s*[:：]", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final Templates templates;

    Letters(Templates templates) {
        templates.check(List.of(
                "email/articles.peb",
                "email/list.peb",
                "email/plain.peb",
                "text/articles.txt.peb",
                "text/list.txt.peb",
                "text/plain.txt.peb"));
        this.templates = templates;
    }

    EmailBody articles(List<Article> articles, ReaderLanguage lang, ZoneId zone, EmailLinks links) {
        Wording wording = templates.wordings().in(lang);
        List<PostLine> lines = new ArrayList<>();
        for (Article article : articles) {
            PostLine line = line(article.number(), article.post(), lang, zone, links);
            String html = html(article.content(), wording);
            lines.add(line.with(html, PlainArticle.of(html, wording)));
        }
        String first = articles.isEmpty() ? "" : articles.get(0).post().title();
        String subject = wording.say("email.articlesSubject", articles.size(), DisplayText.lineOfWords(first, 60));
        // The title of a single article is the heading.
        boolean single = lines.size() == 1;
        String heading = single ? "" : wording.say("email.articlesHeading", lines.size());
        Map<String, ?> content = Map.of("articles", lines, "single", single);
        return letter("articles", Subjects.line(subject), heading, content, lang, links);
    }

    /** The article; where it has no HTML its text, and where it has none of that a word about it. */
    private static String html(Content content, Wording wording) {
        String html = ArticleHtml.of(content.html(), ArticleHtml.Images.SHOWN, wording.say("article.image"));
        if (!ArticleHtml.isBlank(html)) return html;
        String text = DisplayText.clean(content.text());
        if (DisplayText.isBlank(text)) text = wording.say("article.empty");
        return PARAGRAPH_END
                .splitAsStream(text.strip())
                .map(p -> "<p>" + Markup.escape(p.strip()).replace("\n", "<br>") + "</p>")
                .collect(Collectors.joining("\n"));
    }

    EmailBody list(String heading, List<Listed> listed, ReaderLanguage lang, ZoneId zone, EmailLinks links) {
        List<PostLine> lines = listed.stream()
                .map(item -> line(item.number(), item.post(), lang, zone, links)
                        .with("", DisplayText.line(item.snippet(), 300)))
                .toList();
        String subject = Subjects.line(heading);
        return letter("list", subject, heading(subject), Map.of("items", lines), lang, links);
    }

    EmailBody plain(
            String heading, List<String> paragraphs, @Nullable Button button, ReaderLanguage lang, EmailLinks links) {
        List<List<String>> lines = paragraphs.stream()
                .map(p -> DisplayText.clean(p)
                        .strip()
                        .lines()
                        .map(String::stripTrailing)
                        .toList())
                .toList();
        Map<String, Object> model = new HashMap<>();
        model.put("paragraphs", lines);
        model.put("button", button);
        String subject = Subjects.line(heading);
        return letter("plain", subject, heading(subject), model, lang, links);
    }

    private static String heading(String subject) {
        return ANSWER.matcher(subject).lookingAt() ? "" : subject;
    }

    private EmailBody letter(
            String name,
            String subject,
            String heading,
            Map<String, ?> content,
            ReaderLanguage lang,
            EmailLinks links) {
        Map<String, Object> model = new HashMap<>(content);
        model.put("subject", subject);
        model.put("heading", heading);
        model.put("pageTitle", Subjects.pageTitle(subject));
        model.put("preheader", "");
        model.put("padding", "");
        model.put("links", links);
        model.put("name", "");
        model.put("replies", false);
        model.put("lang", lang == ReaderLanguage.ZH ? "zh-CN" : "en");
        Wording wording = templates.wordings().in(lang);
        String html = templates.render("email/" + name + ".peb", wording, model);
        String text = templates.render("text/" + name + ".txt.peb", wording, model);
        return new EmailBody(subject, "", MailPart.of(html), MailPart.of(PlainLines.page(text)));
    }

    private static PostLine line(int number, Post post, ReaderLanguage lang, ZoneId zone, EmailLinks links) {
        return new PostLine(
                number,
                ItemView.title(post, 200),
                ItemView.link(post, links.web()),
                DisplayText.line(post.source(), 40),
                post.author() == null ? "" : DisplayText.line(post.author(), 60),
                Dates.in(lang).moment(post.date(), zone),
                DisplayText.line(post.lang(), 35),
                "",
                "");
    }
}
