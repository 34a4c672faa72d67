package org.postbag.posts.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postbag.posts.TagPath;

/** Which tags a post ends up with. */
class TagsTest {
    @Test
    void tagsBelowTagsAreWrittenOneWay() {
        assertThat(TagPath.normal("科技 / 芯片")).isEqualTo("科技/芯片");
        assertThat(TagPath.normal("Tech::AI::LLM")).isEqualTo("Tech/AI/LLM");
        assertThat(TagPath.normal("News > World")).isEqualTo("News/World");
        assertThat(TagPath.normal("https://a.b")).as("an address").isEqualTo("https://a.b");
        assertThat(TagPath.normal(" x>y ")).as("no level without spaces").isEqualTo("x>y");
        assertThat(TagPath.normal("/")).isEqualTo("/");
        assertThat(TagPath.above("a/b/c")).containsExactly("a", "a/b");
        assertThat(TagPath.above("a")).isEmpty();
    }

    @Test
    void eachLevelGoesByItsOwnName() {
        Tagger tagger = new Tagger(Map.of("AI", List.of("人工智能"), "Chips", List.of("科技/芯片")), Map.of());
        assertThat(tagger.tag(List.of("科技::人工智慧", "科技/人工智能", "科技 / 芯片"), "", ""))
                .containsExactly("科技/人工智慧", "科技/AI", "Chips");
    }

    @Test
    void hashtagsAreReadFromTheText() {
        assertThat(Hashtags.of("#开源 周报：新版发布 #Java_25 (#linux) 见 https://x.org/#top"))
                .containsExactly("开源", "Java_25", "linux");
        assertThat(Hashtags.of("#话题# 正文，#话题# 再说")).containsExactly("话题");
        assertThat(Hashtags.of("Issue #12, colour #ffcc00, C# and a#b")).isEmpty();
        assertThat(Hashtags.of("#a1 #b2 #c3x #d4x #e5x #f6x")).hasSize(5);
        assertThat(Hashtags.of("x".repeat(100_000) + " #late")).isEmpty();
    }

    @Test
    void proposedTagsAreWordsOfTheTitleThatTheTextSaysAgain() {
        Tagger tagger = new Tagger(Map.of(), Map.of("桥", List.of("大桥")), true);
        assertThat(tagger.tag(List.of(), "量子计算机投入使用", "这台量子计算机很快。量子计算机由两所大学建造。"))
                .anySatisfy(tag -> assertThat(tag).contains("量子"));
        assertThat(tagger.tag(
                        List.of(),
                        "Glacier retreats faster than thought",
                        "The glacier lost ice. Every glacier does, but this glacier retreats; it retreats quickly."))
                .containsExactly("Glacier", "retreats");
        assertThat(tagger.tag(List.of(), "大桥通车", "大桥大桥")).as("a rule found one").containsExactly("桥");
        assertThat(tagger.tag(List.of("own"), "Glacier", "glacier glacier")).containsExactly("own");
        assertThat(new Tagger(Map.of(), Map.of()).tag(List.of(), "Glacier", "glacier glacier"))
                .as("off unless asked for")
                .isEmpty();
    }
}
