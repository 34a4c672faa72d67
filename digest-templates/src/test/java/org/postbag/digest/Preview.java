package org.postbag.digest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.postbag.digest.email.Article;
import org.postbag.digest.email.Button;
import org.postbag.digest.email.EmailBody;
import org.postbag.digest.email.EmailLinks;
import org.postbag.digest.email.EmailRenderer;
import org.postbag.digest.telegram.TelegramRenderer;
import org.postbag.digest.text.TextRenderer;
import org.postbag.digest.web.DigestPage;
import org.postbag.digest.web.Site;
import org.postbag.digest.web.TagsPage;
import org.postbag.digest.web.WebRenderer;
import org.postbag.posts.Length;
import org.postbag.posts.Post;
import org.postbag.posts.ReaderLanguage;

/** Writes the samples to files, to look at them: {@code Preview FOLDER}. */
public final class Preview {

    private Preview() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Templates templates = new Templates(null);
        EmailLinks links = new EmailLinks(
                "https://post.example.org",
                "https://post.example.org/preferences/x7",
                "https://post.example.org/unsubscribe/x7",
                "reader@example.org",
                true);
        for (ReaderLanguage lang : ReaderLanguage.values()) {
            Digest d = SamplePosts.digest(lang, Length.SHORT);
            EmailBody mail = new EmailRenderer(templates).digest(d, links);
            Files.writeString(folder.resolve("mail-" + lang.word() + ".html"), mail.html());
            Files.writeString(folder.resolve("mail-" + lang.word() + ".txt"), mail.subject() + "\n\n" + mail.text());
            Files.writeString(folder.resolve("text-" + lang.word() + ".txt"), new TextRenderer(templates).render(d));
            TelegramRenderer telegram = new TelegramRenderer(templates);
            Files.writeString(
                    folder.resolve("telegram-" + lang.word() + ".txt"),
                    String.join("\n=======\n", telegram.render(d, telegram.paginate(d))));
            nested(templates, lang, links, folder);
            letters(templates, lang, links, folder);
            web(templates, lang, d, folder);
        }
        Files.createDirectories(folder.resolve("static"));
        Files.writeString(folder.resolve("static/postbag.css"), new WebRenderer(templates).stylesheet());
    }

    /** Tags within tags, generated summaries, and a story that was sent before. */
    private static void nested(Templates templates, ReaderLanguage lang, EmailLinks links, Path folder)
            throws Exception {
        Digest d = SampleStories.digest(lang);
        write(folder, "nested-" + lang.word(), new EmailRenderer(templates).digest(d, links));
        TelegramRenderer telegram = new TelegramRenderer(templates);
        Files.writeString(
                folder.resolve("telegram-nested-" + lang.word() + ".txt"),
                String.join("\n=======\n", telegram.render(d, telegram.paginate(d))));
        WebRenderer web = new WebRenderer(templates);
        Site site = SamplePosts.site(lang);
        List<TagsPage.Tag> tags = d.sections().stream()
                .map(s -> new TagsPage.Tag(s.tag(), s.posts()))
                .toList();
        for (Map.Entry<String, String> page : Map.of(
                        "nested",
                        web.digest(site, new DigestPage(d, null, null)),
                        "nested-tags",
                        web.tags(site, new TagsPage(tags)))
                .entrySet())
            Files.writeString(
                    folder.resolve("web-" + page.getKey() + "-" + lang.word() + ".html"),
                    page.getValue().replace("\"/static/", "\"static/"));
    }

    private static void letters(Templates templates, ReaderLanguage lang, EmailLinks links, Path folder)
            throws Exception {
        EmailRenderer renderer = new EmailRenderer(templates);
        Post first = SamplePosts.morning().get(8);
        Post second = SamplePosts.morning().get(9);
        EmailBody articles = renderer.articles(
                List.of(new Article(3, first, SamplePosts.content()), new Article(7, second, SamplePosts.content())),
                lang,
                SamplePosts.SHANGHAI,
                links);
        write(folder, "articles-" + lang.word(), articles);
        EmailBody plain = renderer.plain(
                lang == ReaderLanguage.ZH ? "确认订阅「晨报」" : "Confirm your subscription to Morning Post",
                List.of(
                        lang == ReaderLanguage.ZH
                                ? "有人用这个地址订阅了「晨报」。\n如果是您，请点下面的按钮；如果不是，不理会这封信就好。"
                                : "Someone asked for Morning Post to be sent here.\nIf it was you, press the button; if not, ignore this letter."),
                new Button(
                        lang == ReaderLanguage.ZH ? "确认订阅" : "Confirm", "https://post.example.org/confirm/abcdef0123"),
                lang,
                new EmailLinks("https://post.example.org", null, null, null, true));
        write(folder, "plain-" + lang.word(), plain);
        List<Listed> listed = new ArrayList<>();
        for (Post p : SamplePosts.morning().subList(0, 5)) listed.add(new Listed(listed.size() + 1, p, p.summary()));
        write(
                folder,
                "list-" + lang.word(),
                renderer.list(
                        lang == ReaderLanguage.ZH ? "最新 5 篇" : "The latest 5",
                        listed,
                        lang,
                        SamplePosts.SHANGHAI,
                        links));
        Files.writeString(
                folder.resolve("telegram-article-" + lang.word() + ".txt"),
                String.join(
                        "\n=====\n",
                        new TelegramRenderer(templates)
                                .article(first, SamplePosts.content(), lang, SamplePosts.SHANGHAI)));
    }

    private static void write(Path folder, String name, EmailBody mail) throws Exception {
        Files.writeString(folder.resolve("mail-" + name + ".html"), mail.html());
        Files.writeString(folder.resolve("mail-" + name + ".txt"), mail.subject() + "\n\n" + mail.text());
    }

    private static void web(Templates templates, ReaderLanguage lang, Digest d, Path folder) throws Exception {
        WebRenderer web = new WebRenderer(templates);
        Site site = SamplePosts.site(lang);
        Map<String, String> pages = SamplePosts.pages(web, site, d);
        for (Map.Entry<String, String> page : pages.entrySet())
            Files.writeString(
                    folder.resolve("web-" + page.getKey() + "-" + lang.word() + ".html"),
                    page.getValue().replace("\"/static/", "\"static/"));
    }
}
