package org.postbag.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postbag.digest.web.ArchivePage;
import org.postbag.digest.web.DigestPage;
import org.postbag.digest.web.MessagePage;
import org.postbag.digest.web.Pager;
import org.postbag.digest.web.PostPage;
import org.postbag.digest.web.PreferencesPage;
import org.postbag.digest.web.SearchPage;
import org.postbag.digest.web.SettingsForm;
import org.postbag.digest.web.Site;
import org.postbag.digest.web.SubscribePage;
import org.postbag.digest.web.TagPage;
import org.postbag.digest.web.TagsPage;
import org.postbag.digest.web.WebRenderer;
import org.postbag.posts.Content;
import org.postbag.posts.Length;
import org.postbag.posts.Post;
import org.postbag.posts.ReaderLanguage;

/** Posts written for the tests, in Chinese and English. */
public final class SamplePosts {

    public static final Instant MORNING = Instant.parse("2026-11-21T23:30:00Z");
    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private SamplePosts() {}

    public static Post post(long id, String title, String summary, List<String> tags) {
        return post(id, title, summary, tags, 0, MORNING.minusSeconds(3600 * id % 80000));
    }

    public static Post post(long id, String title, String summary, List<String> tags, long story, Instant date) {
        boolean han = title.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
        return new Post(
                id,
                1,
                id % 2 == 0 ? "harbour-times" : "gangwan-bao",
                "posts/" + id + ".md",
                title,
                date,
                null,
                id % 3 == 0 ? null : han ? "林晓岚" : "Mara Lindqvist",
                "https://news.example.org/" + (han ? "zh" : "en") + "/2026/" + id,
                null,
                han ? "zh-Hans" : "en",
                tags,
                List.of(),
                summary,
                summary + " " + summary,
                600,
                story,
                Map.of(),
                id,
                id,
                false,
                false);
    }

    /** With a front matter that names an image. */
    public static Post withImage(Post p, @Nullable String image) {
        Map<String, Object> meta = image == null ? Map.of() : Map.of("image", image);
        return new Post(
                p.id(),
                p.revision(),
                p.source(),
                p.path(),
                p.title(),
                p.date(),
                p.updated(),
                p.author(),
                p.url(),
                p.from(),
                p.lang(),
                p.tags(),
                p.categories(),
                p.summary(),
                p.longSummary(),
                p.words(),
                p.story(),
                meta,
                p.number(),
                p.firstNumber(),
                p.repeats(),
                p.generated());
    }

    /** Read at another address. */
    public static Post withLink(Post p, @Nullable String url) {
        return new Post(
                p.id(),
                p.revision(),
                p.source(),
                p.path(),
                p.title(),
                p.date(),
                p.updated(),
                p.author(),
                url,
                p.from(),
                p.lang(),
                p.tags(),
                p.categories(),
                p.summary(),
                p.longSummary(),
                p.words(),
                p.story(),
                p.meta(),
                p.number(),
                p.firstNumber(),
                p.repeats(),
                p.generated());
    }

    /** As if stored again after a material change. */
    public static Post numbered(Post p, int revision, long firstNumber, long number) {
        return new Post(
                p.id(),
                revision,
                p.source(),
                p.path(),
                p.title(),
                p.date(),
                p.updated(),
                p.author(),
                p.url(),
                p.from(),
                p.lang(),
                p.tags(),
                p.categories(),
                p.summary(),
                p.longSummary(),
                p.words(),
                p.story(),
                p.meta(),
                number,
                firstNumber,
                p.repeats(),
                p.generated());
    }

    /** A morning's posts: five topics, one story told by three sources. */
    public static List<Post> morning() {
        List<Post> posts = new ArrayList<>();
        posts.add(post(
                1,
                "海湾大学发布新型碳化硅芯片，耐热到六百度",
                "研究组在六百摄氏度下让一枚碳化硅逻辑芯片连续运行了四千小时。这类芯片可直接装进发动机和地热钻头，不再需要冷却管路。",
                List.of("芯片", "产业"),
                7,
                MORNING.minusSeconds(4000)));
        posts.add(post(
                2,
                "Silicon-carbide chip survives 600 °C for half a year",
                "A university team kept a logic chip running at 600 °C for four thousand hours, long enough for drill heads and jet engines.",
                List.of("芯片"),
                7,
                MORNING.minusSeconds(7200)));
        posts.add(post(
                3,
                "新型碳化硅芯片耐热六百度，海湾大学发布",
                "六百度高温下运行四千小时，海湾大学的碳化硅芯片或可用于航空发动机。",
                List.of("芯片"),
                7,
                MORNING.minusSeconds(9000)));
        posts.add(post(4, "两家晶圆厂宣布共用封装产线", "两家公司将在明年春天起共用一条先进封装产线，以摊薄设备成本。", List.of("芯片", "产业")));
        posts.add(post(
                5,
                "Small foundries pool their packaging lines",
                "Two rivals will share an advanced packaging line from spring, spreading the cost of machines neither could fill alone.",
                List.of("芯片")));
        posts.add(post(6, "长三角夜间班列试运行，六小时连通九城", "夜间班列在凌晨零点后发车，利用货运空档把九座城市连成一圈。首月票价按日间的六折计算。", List.of("交通")));
        posts.add(post(
                7,
                "City trams return to the old harbour after 61 years",
                "The first tram in six decades ran from the station to the old harbour on Saturday; regular service starts in March.",
                List.of("交通", "城市")));
        posts.add(post(8, "港口自动引航船完成百次无人进港", "自动引航船在一年试验里完成一百次无人进港，最大风力八级。引航站说，下一步是夜间和雾天。", List.of("交通", "科技")));
        posts.add(post(9, "深海采样器带回一万米处的盐水样本", "采样器在海沟底部停留七小时，带回保持原压的盐水。分析显示其中有此前未见的管状微生物。", List.of("科研")));
        posts.add(post(
                10,
                "Deep-sea sampler returns brine under full pressure",
                "The sampler stayed seven hours at the bottom of the trench and brought up brine that never left its native pressure.",
                List.of("科研")));
        posts.add(post(11, "高原古湖岩芯记录两万年季风", "岩芯分辨率达到三年一层，显示季风在八千年前曾在一代人的时间里突然减弱。", List.of("科研", "气候")));
        posts.add(post(
                12,
                "Libraries lend seeds, and want some back",
                "Forty town libraries now lend vegetable seeds; borrowers return a handful of what they grew.",
                List.of("城市")));
        posts.add(post(13, "老厂房改成的图书馆开放夜间阅览", "图书馆保留了行车和天窗，夜间阅览开放到零点，周末有修书课。", List.of("城市")));
        posts.add(post(14, "一份没有标签的读者来信", "来信谈的是旧城的雨棚和邻里。", List.of()));
        return posts;
    }

    public static DigestOptions options(ReaderLanguage lang, Length length) {
        return new DigestOptions(
                lang == ReaderLanguage.ZH ? "晨报" : "Morning Post",
                lang,
                SHANGHAI,
                length,
                5,
                30,
                MORNING.minusSeconds(86400),
                MORNING,
                List.of("科研", "芯片"),
                0);
    }

    public static Digest digest(ReaderLanguage lang, Length length) {
        return new DigestBuilder().build(morning(), options(lang, length));
    }

    /** An article with everything an article may hold. */
    public static Content content() {
        String html =
                """
                <p>采样器在<strong>海沟底部</strong>停留七小时，带回一管保持<a href="https://news.example.org/brine?a=1&amp;b=2">原压</a>的盐水。</p>
                <h2>怎样采到的</h2>
                <p>机械臂先关上内阀，再关上外阀。<em>“我们等这一管水等了九年，”</em>领队说。</p>
                <ul><li>深度：10 907 米</li><li>压力：<code>1.1e8 Pa</code><ul><li>误差小于千分之一</li></ul></li></ul>
                <ol><li>下潜</li><li><p>采样</p></li><li>上浮</li></ol>
                <blockquote><p>It never left its native pressure.</p><p>So said the log.</p></blockquote>
                <figure><img src="https://news.example.org/i/1.jpg" alt="甲板上的采样器"><figcaption>甲板上的采样器</figcaption></figure>
                <pre>depth  pressure
                9000   0.9e8
                10907  1.1e8</pre>
                <table><tr><th>航次</th><th>深度</th></tr><tr><td>一</td><td>9 000</td></tr><tr><td>二</td><td>10 907</td></tr></table>
                <p>分析显示其中有此前未见的管状微生物，结果将在明年公布。</p>
                """;
        return new Content(html, "采样器在海沟底部停留七小时，带回一管保持原压的盐水。\n\n机械臂先关上内阀，再关上外阀。");
    }

    public static Site site(ReaderLanguage lang) {
        String name = lang == ReaderLanguage.ZH ? "晨报" : "Morning Post";
        return new Site(name, "https://post.example.org", lang, SHANGHAI, LocalDate.of(2026, 11, 22));
    }

    public static SettingsForm form() {
        List<SettingsForm.Choice> tags = List.of(
                new SettingsForm.Choice("科研", true, 120),
                new SettingsForm.Choice("芯片", true, 88),
                new SettingsForm.Choice("交通", false, 41),
                new SettingsForm.Choice("城市", false, 17),
                new SettingsForm.Choice("climate", false, 9));
        return new SettingsForm(
                tags, "", "碳化硅", "体育, 彩票", "07:30", "daily", "", "Asia/Shanghai", "short", "zh", "23:00-07:00", "no");
    }

    /** Every page there is, by name. */
    public static Map<String, String> pages(WebRenderer web, Site site, Digest d) {
        List<Post> posts = morning();
        Map<String, String> pages = new LinkedHashMap<>();
        LocalDate day = d.date();
        pages.put("digest", web.digest(site, new DigestPage(d, day.minusDays(1), null)));
        pages.put("post", web.post(site, new PostPage(posts.get(8), content(), posts.subList(9, 11))));
        List<ArchivePage.Day> days = new ArrayList<>();
        for (int i = 0; i < 9; i++) days.add(new ArchivePage.Day(day.minusDays(i), 14 + i));
        pages.put("archive", web.archive(site, new ArchivePage(days, new Pager(null, "/archive?before=2026-11-13"))));
        pages.put(
                "tag", web.tag(site, new TagPage("科研", 120, posts.subList(8, 12), new Pager(null, "/tags/x?page=2"))));
        pages.put(
                "tags",
                web.tags(site, new TagsPage(List.of(new TagsPage.Tag("科研", 120), new TagsPage.Tag("C#/.NET", 3)))));
        List<SearchPage.Found> found = posts.subList(0, 3).stream()
                .map(p -> new SearchPage.Found(p, p.summary()))
                .toList();
        pages.put("search", web.search(site, new SearchPage("碳化硅", 3, found, Pager.none())));
        pages.put(
                "message",
                web.message(
                        site,
                        new MessagePage(
                                "退订「晨报」",
                                List.of("点下面的按钮后，reader@example.org 不会再收到摘要。"),
                                new MessagePage.Action("/unsubscribe/x7", "退订", Map.of("csrf", "t1")))));
        pages.put(
                "preferences",
                web.preferences(
                        site,
                        new PreferencesPage(
                                "reader@example.org",
                                "/preferences/x7",
                                Map.of("csrf", "t1"),
                                form(),
                                "已订阅",
                                "下一份摘要：2026年11月23日 07:30",
                                "/unsubscribe/x7",
                                true,
                                List.of())));
        pages.put(
                "subscribe",
                web.subscribe(
                        site,
                        new SubscribePage("/subscribe", Map.of("csrf", "t1"), "reader@", form(), List.of("邮箱地址不完整。"))));
        return pages;
    }
}
