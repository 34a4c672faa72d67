package org.postbag.digest.email;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.postbag.digest.Digest;
import org.postbag.digest.DigestBuilder;
import org.postbag.digest.DigestOptions;
import org.postbag.digest.Hostile;
import org.postbag.digest.Listed;
import org.postbag.digest.SamplePosts;
import org.postbag.digest.SampleStories;
import org.postbag.digest.Templates;
import org.postbag.posts.Content;
import org.postbag.posts.Length;
import org.postbag.posts.Post;
import org.postbag.posts.ReaderLanguage;

/** One mail of every kind, for the tests that hold for all of them. */
final class MailSamples {

    static final EmailLinks LINKS = new EmailLinks(
            "https://post.example.org",
            "https://post.example.org/preferences/x7?a=1&b=2",
            "https://post.example.org/unsubscribe/x7",
            "reader@example.org",
            true);

    private MailSamples() {}

    /** By name, in both languages. */
    static Map<String, EmailBody> all() {
        EmailRenderer renderer = new EmailRenderer(new Templates(null));
        Map<String, EmailBody> mails = new LinkedHashMap<>();
        for (ReaderLanguage lang : ReaderLanguage.values()) {
            String end = "-" + lang.word();
            mails.put(
                    "small" + end, renderer.digest(digest(SamplePosts.morning().subList(0, 1), lang), LINKS));
            mails.put("full" + end, renderer.digest(SamplePosts.digest(lang, Length.SHORT), LINKS));
            mails.put("titles" + end, renderer.digest(SamplePosts.digest(lang, Length.TITLES), EmailLinks.none()));
            mails.put("nested" + end, renderer.digest(SampleStories.digest(lang), LINKS));
            mails.put("empty" + end, renderer.digest(digest(List.of(), lang), LINKS));
            mails.put("images" + end, renderer.digest(digest(rich(12), lang), LINKS));
            mails.put("too-much" + end, renderer.digest(digest(rich(400), lang), LINKS));
            mails.put("hostile" + end, renderer.digest(digest(hostile(1, 40), lang), LINKS));
            mails.put("right-to-left" + end, renderer.digest(digest(rightToLeft(), lang), LINKS));
            letters(renderer, lang).forEach((name, mail) -> mails.put(name + end, mail));
        }
        return mails;
    }

    private static Map<String, EmailBody> letters(EmailRenderer renderer, ReaderLanguage lang) {
        boolean zh = lang == ReaderLanguage.ZH;
        List<Post> posts = SamplePosts.morning();
        Map<String, EmailBody> mails = new LinkedHashMap<>();
        List<Article> articles = List.of(
                new Article(3, posts.get(8), SamplePosts.content()),
                new Article(7, rightToLeft().get(0), arabic()),
                new Article(8, posts.get(3), odd()),
                new Article(0, posts.get(1), new Content("", "First line.\nSecond line.\n\nNext paragraph <b>.")));
        mails.put("articles", renderer.articles(articles, lang, SamplePosts.SHANGHAI, LINKS));
        List<Listed> listed = new ArrayList<>();
        for (Post post : posts) listed.add(new Listed(listed.size() + 1, post, post.summary()));
        listed.add(new Listed(15, rightToLeft().get(0), "مقتطف"));
        mails.put("list", renderer.list(zh ? "最新 15 篇" : "The latest 15", listed, lang, SamplePosts.SHANGHAI, LINKS));
        mails.put(
                "nothing-found",
                renderer.list(zh ? "没有找到" : "Nothing found", List.of(), lang, SamplePosts.SHANGHAI, LINKS));
        mails.put(
                "question",
                renderer.plain(
                        zh ? "这是您要改的吗？" : "Did you ask for this change?",
                        List.of(
                                zh
                                        ? "有人写信要退订。\n如果是您，请点下面的按钮。"
                                        : "A mail asked to leave.\nIf it was yours, press the button."),
                        new Button(zh ? "是我" : "It was me", "https://post.example.org/confirm/" + "a1".repeat(60)),
                        lang,
                        LINKS));
        mails.put("answer", renderer.plain(zh ? "好了" : "Done", List.of("a < b & c"), null, lang, EmailLinks.none()));
        mails.put("reply", renderer.plain("Re: " + (zh ? "晨报" : "Morning Post"), List.of("a > b"), null, lang, LINKS));
        mails.put("reply-list", renderer.list("Re: 3", listed.subList(0, 2), lang, SamplePosts.SHANGHAI, LINKS));
        mails.put("article", renderer.articles(articles.subList(1, 2), lang, SamplePosts.SHANGHAI, LINKS));
        return mails;
    }

    static Digest digest(List<Post> posts, ReaderLanguage lang) {
        DigestOptions o = SamplePosts.options(lang, Length.SHORT);
        return new DigestBuilder()
                .build(
                        posts,
                        new DigestOptions(
                                o.name(), o.lang(), o.zone(), o.length(), 0, 0, o.from(), o.to(), List.of(), 0));
    }

    /** Long Chinese posts with pictures, many tags, and every fifth told by two more sources. */
    static List<Post> rich(int count) {
        List<Post> posts = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            String title = "第" + i + "条" + "港口自动引航船完成百次无人进港".repeat(2);
            String summary = "自动引航船在一年试验里完成一百次无人进港，最大风力八级。".repeat(2 + i % 4) + "下一步是夜间和雾天。".repeat(3);
            List<String> tags = List.of("标签" + i % 23, "海运/自动化");
            Instant date = SamplePosts.MORNING.minusSeconds(60L * i);
            String image = "https://news.example.org/images/" + i + ".jpg";
            posts.add(SamplePosts.withImage(SamplePosts.post(i, title, summary, tags, i, date), image));
            for (int also = 1; i % 5 == 0 && also <= 2; also++) {
                Post other =
                        SamplePosts.post(1000L * also + i, title + "（转载）", summary, tags, i, date.plusSeconds(also));
                posts.add(SamplePosts.withImage(other, image));
            }
        }
        return posts;
    }

    static List<Post> hostile(long seed, int count) {
        Random random = new Random(seed);
        List<Post> posts = new ArrayList<>();
        for (int i = 1; i <= count; i++)
            posts.add(SamplePosts.post(
                    i,
                    i % 7 == 0 ? "T" + Hostile.tooMuch(random) : Hostile.title(random, random.nextInt(50)),
                    Hostile.text(random, random.nextInt(120)),
                    List.of(random.nextInt(20) + Hostile.text(new Random(i % 7), 3))));
        return posts;
    }

    private static List<Post> rightToLeft() {
        return List.of(
                SamplePosts.post(
                        71, "المكتبات تعير البذور وتريد بعضها", "تعير أربعون مكتبة بذور الخضر الآن.", List.of("城市")),
                SamplePosts.post(72, "ספריות משאילות זרעים", "ארבעים ספריות משאילות זרעים.", List.of("城市")),
                SamplePosts.post(73, "Libraries lend seeds", "Forty town libraries lend seeds.", List.of("城市")));
    }

    private static Content arabic() {
        return new Content(
                "<h2>البذور</h2><p>تعير <a href=\"https://ar.example.org/1\">أربعون مكتبة</a> بذور الخضر.</p>", "");
    }

    /** What publishers leave in their HTML that is none. */
    private static Content odd() {
        return new Content(
                """
                <h1>Top</h1><h4>Far below</h4><h2></h2><ul>stray<li>one</li><ul><li>nested</li></ul></ul><li>lost</li>
                <b>bold <p>block in words</p></b><strike>struck</strike> <a href="javascript:x">no way</a> <a>nowhere</a>
                <table summary="x" width="90%"><tr><td width="4" axis="a">1</td><th abbr="y">2</th></tr></table>
                <dl>text<dt>term</dt><dd>what it is</dd></dl><dl><dt>a</dt><dd>b</dd></dl><dt>lone</dt>
                <ol type="1" start="3"><li>three</li></ol><ul type="disc"></ul><q cite="not a link">said</q>
                <figcaption>caption without figure</figcaption><img src="https://news.example.org/i/2.jpg">
                <img src="data:image/png;base64,AAAA" alt="inline"><blockquote cite="::">quoted   \s
                </blockquote><pre>if (a &lt; b) {   \s
                  go();
                }</pre><p>5 &lt; 6 &amp; “7”&nbsp;€ https://news.example.org/bare</p>""",
                "");
    }
}
