package org.postbag.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainLinesTest {

    @Test
    void aLineBreaksAtASpaceAndKeepsNoneAtItsEnd() {
        assertThat(PlainLines.wrap("word ".repeat(20)))
                .isEqualTo("word ".repeat(15).strip() + "\n" + "word ".repeat(5).strip());
    }

    @Test
    void onlyTheSeparatorOfAFooterKeepsItsSpace() {
        assertThat(PlainLines.wrap("a \n-- \nb \n--  \n -- ")).isEqualTo("a\n-- \nb\n--\n --");
    }

    @Test
    void chineseBreaksAnywhereButNotBeforeAFullStop() {
        assertThat(PlainLines.wrap("中".repeat(39) + "。" + "文")).isEqualTo("中".repeat(38) + "\n中。文");
    }

    @Test
    void anAddressIsNeverBroken() {
        String link = "https://example.org/" + "a-b/c?d=".repeat(20);
        assertThat(PlainLines.wrap("Read this now: " + link + " and more"))
                .isEqualTo("Read this now:\n" + link + "\nand more");
    }

    @Test
    void whatFollowsADashStandsBelowIt() {
        assertThat(PlainLines.wrap("  - " + "word ".repeat(20))).contains("\n    word");
    }

    @Test
    void aNumberStaysBesideWhatItCounts() {
        assertThat(PlainLines.wrap("12. " + "x".repeat(100))).isEqualTo("12. " + "x".repeat(100));
    }

    @Test
    void widthCountsHanTwiceAndMarksNotAtAll() {
        assertThat(PlainLines.width("a中ｂ한e\u0301")).isEqualTo(1 + 2 + 2 + 2 + 1);
    }

    @Test
    void aPageHasNoTwoEmptyLinesTogetherAndEndsItsLastLine() {
        assertThat(PlainLines.page("\n\na\n\n\n\nb\n\n")).isEqualTo("a\n\nb\n");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void nothingIsLostOrAddedButLineEndsAndSpaces(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            String text = DisplayText.clean(i % 5 == 0 ? Hostile.tooMuch(random) : Hostile.text(random, 200));
            String wrapped = PlainLines.wrap(text);
            assertThat(wrapped.replaceAll("(?U)\\s", "")).isEqualTo(text.replaceAll("(?U)\\s", ""));
            assertThat(wrapped).doesNotContain(" \n");
        }
    }
}
