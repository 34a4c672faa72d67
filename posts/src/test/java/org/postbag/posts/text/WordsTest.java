package org.postbag.posts.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.postbag.posts.text.SearchWords.Phrase;

class WordsTest {
    private final SearchWords words = new SearchWords();
    private final Han han = new Han();

    @Test
    void foldingMakesFormsEqual() {
        assertThat(han.fold("臺灣 ＡＩ ｶﾅ Straße")).isEqualTo("台湾 ai カナ straße");
        assertThat(han.fold("深圳特區")).isEqualTo(han.fold("深圳特区"));
        assertThat(han.fold("hello")).isEqualTo("hello");
    }

    @Test
    void textIsCutIntoWordsAndPairs() {
        assertThat(words.index("深圳市 opens Café-2")).isEqualTo("深圳 圳市 市 opens cafe 2");
        assertThat(words.index("C++ and C#")).isEqualTo("cplusplus and csharp");
        assertThat(words.index("！？ —")).isEmpty();
        assertThat(words.index("\ud840\udc00\ud840\udc01")).isEqualTo("\ud840\udc00\ud840\udc01 \ud840\udc01");
    }

    @Test
    void aQueryIsPhrases() {
        assertThat(words.query("深圳市 node.js 圳"))
                .containsExactly(
                        new Phrase(List.of("深圳", "圳市"), false),
                        new Phrase(List.of("node", "js"), false),
                        new Phrase(List.of("圳"), true));
        assertThat(words.query("？！")).isEmpty();
    }

    @Test
    void readingLengthCountsCharactersAndWords() {
        assertThat(ReadingLength.words("灯塔 was lit again, it's 3.5 m.")).isEqualTo(8);
        assertThat(ReadingLength.words("")).isZero();
        assertThat(ReadingLength.words("등대")).isEqualTo(2);
    }

    @Test
    void aSnippetStandsAroundTheFirstHit() {
        Snippet snippet = new Snippet(words.query("燈塔"));
        String text = "前言很长。".repeat(30) + "村里的灯塔重新点亮。" + "后记也很长。".repeat(40);
        assertThat(snippet.of(text)).startsWith("…").endsWith("…").contains("灯塔重新点亮");
        assertThat(snippet.of("没有命中")).isEqualTo("没有命中");
        assertThat(new Snippet(words.query("lamp")).of("Before… the ﬁrst Lamp was lit"))
                .contains("Lamp");
    }
}
