package org.postbag.posts.collect.jekyll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postbag.posts.collect.jekyll.PostFiles.PATH;
import static org.postbag.posts.collect.jekyll.PostFiles.front;
import static org.postbag.posts.collect.jekyll.PostFiles.parse;
import static org.postbag.posts.collect.jekyll.PostFiles.post;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postbag.posts.collect.RawPost;

class JekyllParserTest {
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
        assertThat(front("author:\nfrom: ''\nlang:").meta()).isEmpty();
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
    void whatDoesNotFitItsFieldIsKeptAsWritten() {
        RawPost post = front("from: 新华社\nauthor: {age: 7}\nlang: [a, b]");
        assertThat(post.from()).isNull();
        assertThat(post.author()).isNull();
        assertThat(post.meta())
                .isEqualTo(Map.of("from", "新华社", "author", Map.of("age", 7L), "lang", List.of("a", "b")));
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
}
