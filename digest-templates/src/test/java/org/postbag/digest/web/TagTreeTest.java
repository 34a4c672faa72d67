package org.postbag.digest.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.postbag.digest.SamplePosts;
import org.postbag.digest.Templates;
import org.postbag.posts.ReaderLanguage;

class TagTreeTest {

    private final WebRenderer web = new WebRenderer(new Templates(null));

    @Test
    void childrenStandUnderTheirParentWhoseCountIncludesThem() {
        Document page = page(
                tag("交通", 9), tag("Tech/AI", 8), tag("tech", 3), tag("tech/ai/llm", 2), tag("城市", 1), tag("城市/老港", 1));
        assertThat(page.select("main > ul > li > a").eachText()).containsExactly("Tech 13", "交通 9", "城市 2");
        Element tech = page.select("main > ul > li").first();
        assertThat(tech).isNotNull();
        assertThat(tech.select("> ul > li > a").eachText()).containsExactly("AI 10");
        assertThat(tech.select("> ul > li > ul > li > a").eachText()).containsExactly("llm 2");
        assertThat(tech.select("> ul > li > ul > li > a").attr("href")).isEqualTo("/tags/tech%2Fai%2Fllm");
    }

    @Test
    void aParentThatNoPostCarriesIsThereAllTheSame() {
        Document page = page(tag("科技/芯片", 4), tag("科技/机器人", 2));
        assertThat(page.select("main > ul > li > a").eachText()).containsExactly("科技 6");
        assertThat(page.select("main > ul > li > a").attr("href")).isEqualTo("/tags/%E7%A7%91%E6%8A%80");
        assertThat(page.select("main ul ul a").eachText()).containsExactly("芯片 4", "机器人 2");
    }

    @Test
    void tagsElsewhereShowTheirWholePath() {
        String form = web.subscribe(
                SamplePosts.site(ReaderLanguage.ZH),
                new SubscribePage(
                        "/subscribe",
                        java.util.Map.of(),
                        "",
                        new SettingsForm(
                                List.of(new SettingsForm.Choice("科技/芯片", true, 4)),
                                "",
                                "",
                                "",
                                "07:30",
                                "daily",
                                "",
                                "Asia/Shanghai",
                                "short",
                                "zh",
                                "",
                                "no"),
                        List.of()));
        assertThat(Jsoup.parse(form).select("label:has(input[value=科技/芯片])").text())
                .isEqualTo("科技 › 芯片 4");
        String tag = web.tag(SamplePosts.site(ReaderLanguage.ZH), new TagPage("科技/芯片", 0, List.of(), Pager.none()));
        assertThat(Jsoup.parse(tag).select("h1").text()).isEqualTo("科技 › 芯片");
    }

    private static TagsPage.Tag tag(String name, long posts) {
        return new TagsPage.Tag(name, posts);
    }

    private Document page(TagsPage.Tag... tags) {
        return Jsoup.parse(web.tags(SamplePosts.site(ReaderLanguage.ZH), new TagsPage(List.of(tags))));
    }
}
