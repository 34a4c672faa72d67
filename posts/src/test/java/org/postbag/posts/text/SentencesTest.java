package org.postbag.posts.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SentencesTest {
    private final Sentences sentences = new Sentences();

    @Test
    void chineseSentencesEndAtTheirMarks() {
        assertThat(sentences.split("灯亮了。谁点的？是他！全村都来了……后来下雨")).containsExactly("灯亮了。", "谁点的？", "是他！", "全村都来了……后来下雨");
        assertThat(sentences.split("他说：“灯亮了。”大家鼓掌。")).containsExactly("他说：“灯亮了。”", "大家鼓掌。");
        assertThat(sentences.split("他说“灯亮了。”，大家鼓掌。")).containsExactly("他说“灯亮了。”，大家鼓掌。");
    }

    @Test
    void englishSentencesDoNotEndAtAbbreviationsNumbersOrInitials() {
        assertThat(
                        sentences.split(
                                "Dr. J. Smith paid 3.50 dollars, e.g. for oil. He left at 5 p.m. on Friday. \"Done!\" he said. Next?"))
                .containsExactly(
                        "Dr. J. Smith paid 3.50 dollars, e.g. for oil.",
                        "He left at 5 p.m. on Friday.",
                        "\"Done!\"",
                        "he said.",
                        "Next?");
        assertThat(sentences.split("Ruby 3.4.1 is out. See www.example.org for more."))
                .hasSize(2);
    }

    @Test
    void aLineEndsASentence() {
        assertThat(sentences.split("Heading\n\nFirst line\nSecond line."))
                .containsExactly("Heading", "First line", "Second line.");
    }

    @Test
    void everySentenceIsAPieceOfTheTextAndNothingButSpaceIsLost() {
        Random random = new Random(5);
        String alphabet = "ab. !?。！？…”\"'（）\n，, 灯3";
        for (int i = 0; i < 5000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(60); n > 0; n--)
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            String all = text.toString();
            assertThat(String.join("", sentences.split(all)).replaceAll("\\s", ""))
                    .isEqualTo(all.replaceAll("\\s", ""));
            sentences.split(all).forEach(s -> assertThat(all).contains(s));
        }
    }
}
