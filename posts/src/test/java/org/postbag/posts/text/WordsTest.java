package org.postbag.posts.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
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
        assertThat(words.index("深圳市 opens Café-2")).isEqualTo("深 圳 市 opens cafe 2");
        assertThat(words.index("深，圳 a 市")).isEqualTo("深 ¦ 圳 a 市");
        assertThat(words.index("C++ and C#")).isEqualTo("cplusplus and csharp");
        assertThat(words.index("！？ —")).isEmpty();
        assertThat(words.index("\ud840\udc00\ud840\udc01")).isEqualTo("\ud840\udc00 \ud840\udc01");
    }

    @Test
    void foldingIsTheSameByTheShortWayAndByTheLong() {
        Random random = new Random(3);
        String alphabet = "aZ9 臺灣發，。…　Ａｚ！“—《·×°©中";
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(30); n > 0; n--)
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            // A Greek letter forces the long way.
            assertThat(han.fold(text + "λ")).isEqualTo(han.fold(text.toString()) + "λ");
        }
    }

    @Test
    void likenessIsMeasuredInPairs() {
        assertThat(words.distinct("深圳市，A b b")).containsExactlyInAnyOrder("深圳", "圳市", "a", "b");
    }

    @Test
    void aQueryIsPhrases() {
        assertThat(words.query("深圳市 node.js 圳"))
                .containsExactly(
                        new Phrase(List.of("深", "圳", "市")),
                        new Phrase(List.of("node", "js")),
                        new Phrase(List.of("圳")));
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
