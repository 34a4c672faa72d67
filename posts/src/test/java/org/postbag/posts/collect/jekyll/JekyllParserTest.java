package org.postbag.posts.collect.jekyll;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postbag.posts.collect.RawPost;

class JekyllParserTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String PATH = "_posts/2021-05-03-first-snow.md";

    private final JekyllParser parser = new JekyllParser();

    private Parsed parse(String path, String file) {
        return parser.parse(path, file.getBytes(StandardCharsets.UTF_8), SHANGHAI);
    }

    private RawPost post(String path, String file) {
        Parsed parsed = parse(path, file);
        assertThat(parsed).isInstanceOf(Parsed.Published.class);
        return ((Parsed.Published) parsed).post();
    }

    private RawPost front(String fields) {
        return post(PATH, "---\n" + fields + "\n---\nBody.\n");
    }

    private Parsed.Unreadable broken(String path, String file) {
        Parsed parsed = parse(path, file);
        assertThat(parsed).isInstanceOf(Parsed.Unreadable.class);
        return (Parsed.Unreadable) parsed;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "date: 2021-05-04 07:30:00 +0800 | 2021-05-03T23:30:00Z",
                "date: 2021-05-04 7:30:00 +0000  | 2021-05-04T07:30:00Z",
                "date: 2021-05-04 07:30:00       | 2021-05-04T07:30:00Z",
                "date: '2021-05-04 07:30:00'     | 2021-05-03T23:30:00Z",
                "date: 2021-05-04 07:30          | 2021-05-03T23:30:00Z",
                "date: 2021-05-04                | 2021-05-03T16:00:00Z",
                "date: 2021-5-4                  | 2021-05-03T16:00:00Z",
                "date: 2021/05/04 07:30 PM       | 2021-05-04T11:30:00Z",
                "date: 2021-05-20T04:55:52.180Z  | 2021-05-20T04:55:52.180Z",
                "date: 2021-05-04T07:30:00-05    | 2021-05-04T12:30:00Z",
                "date: 2021-05-04 07:30:00 UTC   | 2021-05-04T07:30:00Z",
                "date: 2021-05-04 07:30 Europe/Paris | 2021-05-04T05:30:00Z",
                "date: 4 May 2021 07:30 +0200    | 2021-05-04T05:30:00Z",
                "date: May 4, 2021               | 2021-05-03T16:00:00Z",
                "date: 2021年5月4日 07:30         | 2021-05-03T23:30:00Z",
                "date:                           | 2021-05-02T16:00:00Z",
                "title: x                        | 2021-05-02T16:00:00Z",
            })
    void aDateMeansWhatJekyllSays(String field, Instant expected) {
        assertThat(front(field).date()).isEqualTo(expected);
    }

    @Test
    void aShortYearInAFileNameIsOfThisAge() {
        assertThat(post("21-5-3-x.md", "text").date()).isEqualTo("2021-05-02T16:00:00Z");
        assertThat(post("99-12-31-x.md", "text").date()).isEqualTo("1999-12-30T16:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "date: tomorrow",
                "date: 2021-02-30",
                "date: 2021-05-04 25:00:00",
                "date: 2021-05-04 07:30 Mars/Base",
                "date: [1]"
            })
    void aDateThatIsNoneIsNamedWithTheRemedy(String field) {
        Parsed.Unreadable broken = broken(PATH, "---\n" + field + "\n---\n");
        assertThat(broken.where()).startsWith(PATH);
        assertThat(broken.problem()).contains("date");
        assertThat(broken.remedy()).contains("2026-11-20 07:30:00 +0800");
    }

    @Test
    void anImpossibleDateInTheNameMattersOnlyWithoutADateField() {
        assertThat(broken("2021-02-30-x.md", "text").problem()).contains("2021-02-30");
        assertThat(post("2021-02-30-x.md", "---\ndate: 2021-03-01\n---\n").date())
                .isEqualTo("2021-02-28T16:00:00Z");
    }

    @Test
    void tagsAndCategoriesAreListsStringsOrNothing() {
        assertThat(front("tags: [Ice, 雪, 2021, true]").tags()).containsExactly("Ice", "雪", "2021", "true");
        assertThat(front("tags: Ice  雪").tags()).containsExactly("Ice", "雪");
        assertThat(front("tags:\n- Ice cream\n- ~\n- [a, b]").tags()).containsExactly("Ice cream", "a", "b");
        assertThat(front("tags:").tags()).isEmpty();
        assertThat(front("tags: ''").tags()).isEmpty();
        assertThat(front("tag: Ice cream").tags()).containsExactly("Ice cream");
        assertThat(front("categories: a b").categories()).containsExactly("a", "b");
        assertThat(front("category: a b").categories()).containsExactly("a b");
        assertThat(front("categories: [a, a]\ncategory: c").categories()).containsExactly("a", "c");
    }

    @Test
    void foldersAbovePostsAreCategoriesThoseBelowAreNot() {
        String file = "---\ncategories: [news, extra]\n---\n";
        assertThat(post("site/news/_posts/2021/2021-05-03-x.md", file).categories())
                .containsExactly("site", "news", "extra");
        assertThat(post("2021/2021-05-03-x.md", file).categories()).containsExactly("news", "extra");
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "no", "off", "", "~", "\"false\""})
    void publishedFalseIsNotPublished(String value) {
        assertThat(parse(PATH, "---\npublished: " + value + "\n---\n")).isInstanceOf(Parsed.Unpublished.class);
    }

    @Test
    void publishedTrueIs() {
        assertThat(front("published: true").meta()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_posts/readme.md", "_posts/2021-05-03.md", "_posts/2021-05-03-photo.png", "_posts/.2021-05-03-x.md",
                "_posts/2021-05-03-x.md~", "_posts/_drafts/2021-05-03-x.md", "_drafts/2021-05-03-x.md", "2021-05-x.md",
                "_cn/2021-05-03-x.md", ".git/2021-05-03-x.md", ""
            })
    void whatIsNoDocumentForJekyllIsNone(String path) {
        assertThat(parse(path, "---\ntitle: x\n---\n")).isInstanceOf(Parsed.NotADocument.class);
    }

    @Test
    void aTitleComesFromTheNameWhereThereIsNone() {
        assertThat(post("_posts/2021-05-03-first-snow-IN-may.md", "no front matter")
                        .title())
                .isEqualTo("First Snow In May");
        assertThat(post("_posts/2021-05-03-初雪 与 rain.markdown", "x").title()).isEqualTo("初雪 与 rain");
        assertThat(post("_posts/2021-05-03-....md", "x").title()).isEqualTo("2021-05-03");
        assertThat(front("title: 2021").title()).isEqualTo("2021");
        assertThat(front("title: 12:30").title()).isEqualTo("12:30");
        assertThat(front("title: no").title()).isEqualTo("no");
    }

    @Test
    void theLastOfTwoEqualKeysWins() {
        assertThat(front("title: one\ntitle: two").title()).isEqualTo("two");
    }

    @Test
    void windowsLineEndsAndAByteOrderMarkDoNotMatter() {
        RawPost post = post(PATH, "\ufeff---\r\ntitle: 雪\r\ntags:\r\n- a\r\n---\r\nOne.\r\n\r\nTwo.\r\n");
        assertThat(post.title()).isEqualTo("雪");
        assertThat(post.tags()).containsExactly("a");
        assertThat(post.html()).contains("<p>One.</p>").contains("<p>Two.</p>");
    }

    @Test
    void authorsAreOneLineWhateverTheirForm() {
        assertThat(front("author: Ada").author()).isEqualTo("Ada");
        assertThat(front("author: [Ada, 王小明]").author()).isEqualTo("Ada, 王小明");
        assertThat(front("author:\n  name: Ada\n  email: a@b.c").author()).isEqualTo("Ada");
        assertThat(front("author:\n- name: Ada\n- Bob").author()).isEqualTo("Ada, Bob");
        assertThat(front("authors: [Ada, Bob]").author()).isEqualTo("Ada, Bob");
        assertThat(front("author:").author()).isNull();
    }

    @Test
    void unknownFieldsAreKeptAsJsonWouldKeepThem() {
        RawPost post = front(
                "layout: post\nrating: 4.5\nlist: [1, two, ~]\nmap: {a: {b: 2021-05-03 10:00:00}}\nempty:\n"
                        + "permalink: /snow/\nlang: zh_cn\nfrom: https://example.org/snow\nmine: !ruby/object:Foo {x: 1}");
        assertThat(post.meta())
                .isEqualTo(Map.of(
                        "layout",
                        "post",
                        "rating",
                        4.5,
                        "list",
                        List.of(1L, "two"),
                        "map",
                        Map.of("a", Map.of("b", "2021-05-03 10:00:00")),
                        "empty",
                        "",
                        "permalink",
                        "/snow/",
                        "mine",
                        Map.of("x", 1L)));
        assertThat(post.lang()).isEqualTo("zh_cn");
        assertThat(post.from()).isEqualTo("https://example.org/snow");
        assertThat(post.url()).isNull();
        assertThat(front("permalink: https://example.org/snow/").url()).isEqualTo("https://example.org/snow/");
    }

    @Test
    void aMarkOfTheArchiveSaysWhenTheSourceChangedIt() {
        RawPost post = post(PATH, "---\ndate: 2021-05-20\n---\n<!--1621533660000-->\nText.");
        assertThat(post.updated()).isEqualTo("2021-05-20T18:01:00Z");
        assertThat(post.html()).doesNotContain("1621533660000");
        assertThat(front("last_modified_at: 2021-06-01T00:00:00Z").updated()).isEqualTo("2021-06-01T00:00:00Z");
        assertThat(front("title: x").updated()).isNull();
    }

    @Test
    void liquidIsTakenOutAndWhatItWrapsStays() {
        String body =
                """
                {% include nav.html %}Hello {{ page.title }}world. {% if site.x %}Shown.{% endif %}
                {% comment %}secret{% endcomment %}

                {% highlight ruby linenos %}
                puts "{{ not_output }}"
                {% endhighlight %}

                {% raw %}{{ kept }}{% endraw %} [link]({% post_url 2021-05-01-x %}) {{ unclosed
                """;
        String html = post(PATH, "---\ntitle: x\n---\n" + body).html();
        assertThat(html)
                .contains("Hello world. Shown.")
                .contains("puts")
                .contains("language-ruby")
                .contains("{{ kept }}")
                .contains("{{ unclosed")
                .doesNotContain("secret")
                .doesNotContain("include")
                .doesNotContain("post_url");
    }

    @Test
    void markdownAndHtmlMayBeMixedAndHtmlFilesAreLeftAlone() {
        String body = "Some *words*.\n\n<div><p>In <b>HTML</b>.</p></div>\n\n| a | b |\n|---|---|\n| 1 | ~~2~~ |\n";
        assertThat(post(PATH, body).html())
                .contains("<em>words</em>")
                .contains("<b>HTML</b>")
                .contains("<td>1</td>")
                .contains("<del>2</del>");
        assertThat(post("2021-05-03-x.html", body).html()).contains("Some *words*.");
    }

    @Test
    void attributeListsOfKramdownAreTakenOutButNotFromCode() {
        String body =
                "# Title {: #id}\n\nText{: .note}\n{: .lead title=\"x\"}\n\n* TOC\n{:toc}\n\n```\nobj = {: a}\n```\n";
        String html = post(PATH, body).html();
        assertThat(html)
                .contains("<h1>Title</h1>")
                .contains("<p>Text")
                .contains("{: a}")
                .doesNotContain("TOC");
        assertThat(html.replace("{: a}", "")).doesNotContain("{:");
    }

    @Test
    void frontMatterThatIsNoYamlNamesTheLine() {
        Parsed.Unreadable broken = broken(PATH, "---\ntitle: x\ntags: [a, b\nauthor: y\n---\nBody");
        assertThat(broken.where()).isEqualTo(PATH + ":4");
        assertThat(broken.problem()).contains("no YAML");
        assertThat(broken.remedy()).isNotBlank();
        assertThat(broken(PATH, "---\njust text\n---\n").problem()).contains("no list of fields");
        assertThat(broken(PATH, "---\ntitle: x\nno end").problem()).contains("no end");
    }

    @Test
    void aRuleAtTheTopOfATextIsNoFrontMatter() {
        assertThat(post(PATH, "---\nJust a line.\n").title()).isEqualTo("First Snow");
    }

    @Test
    void binaryFilesAndOtherEncodingsAreRefusedWithARemedy() {
        assertThat(broken(PATH, "a\0b").problem()).contains("binary");
        Parsed gbk = parser.parse(PATH, "标题：雪".getBytes(Charset.forName("GB18030")), SHANGHAI);
        assertThat(gbk).isInstanceOfSatisfying(Parsed.Unreadable.class, bad -> assertThat(bad.remedy())
                .contains("iconv"));
    }

    @Test
    @Timeout(20)
    void bombsEndAtALimit() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 30; i++) laughs.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        broken(PATH, "---\n" + laughs + "---\n");
        broken(PATH, "---\na: " + "[".repeat(5000) + "]".repeat(5000) + "\n---\n");
        broken(PATH, "---\na: " + "{a: ".repeat(200) + "}".repeat(200) + "\n---\n");
        broken(PATH, "---\na: &a [*a]\n---\n");
        broken(PATH, "---\na: " + "x".repeat(300_000) + "\n---\n");
        broken(PATH, "---\na: [" + "x,".repeat(20_000) + "x]\n---\n");
        post(PATH, "{% ".repeat(100_000));
        post(PATH, "{{ ".repeat(100_000) + "}}");
        post(PATH, "[".repeat(50_000));
        post(PATH, "> ".repeat(50_000));
        post(PATH, "*a _b ".repeat(20_000));
        post(PATH, "{% raw %}".repeat(20_000));
    }

    @Test
    @Timeout(60)
    void noFileCrashesTheParser() {
        Random random = new Random(7);
        String[] pieces = {
            "---\n",
            "...\n",
            "title: ",
            "date: ",
            "tags: ",
            "[",
            "]",
            "{",
            "}",
            "{%",
            "%}",
            "{{",
            "}}",
            "raw",
            "endraw",
            "\n",
            "\r\n",
            "2021-05-04",
            " 07:30",
            "+08",
            "&a",
            "*a",
            "<<: ",
            "!x ",
            "\"",
            "'",
            "|",
            ">",
            "<div>",
            "</div>",
            "<!--",
            "-->",
            "雪",
            "\ud83d\ude00",
            "\u0000",
            "\t",
            "- ",
            "# ",
            "`",
            "```",
            "~",
            "\\",
            "{:",
            "http://x",
            "1621533660000"
        };
        for (int i = 0; i < 20_000; i++) {
            StringBuilder file = new StringBuilder(random.nextBoolean() ? "---\n" : "");
            for (int n = random.nextInt(40); n > 0; n--) file.append(pieces[random.nextInt(pieces.length)]);
            assertThat(parse(PATH, file.toString())).isNotNull();
        }
    }
}
