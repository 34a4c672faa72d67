package org.postbag.digest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DisplayTextTest {

    @Test
    void controlsAndTextTurnersGoNewlinesAndScriptsStay() {
        assertThat(DisplayText.clean("a\u0000\u001b[1m\u202Eb\u2066c\u2069\tד\n中👩‍👧"))
                .isEqualTo("a[1mbc ד\n中👩‍👧");
    }

    @Test
    void halfACharacterIsReplaced() {
        assertThat(DisplayText.clean("a\uD83Db\uDE00")).isEqualTo("a\uFFFDb\uFFFD");
    }

    @Test
    void aLineHasSingleSpacesAndNoEnds() {
        assertThat(DisplayText.line("  a\n\n b\u3000 c\u00A0")).isEqualTo("a b c");
    }

    @Test
    void clippingCountsCodePointsAndKeepsCharactersWhole() {
        assertThat(DisplayText.clip("𠮷野家の牛丼", 4)).isEqualTo("𠮷野家…");
        assertThat(DisplayText.clip("𠮷野家", 3)).isEqualTo("𠮷野家");
        assertThat(DisplayText.clip("ab👩‍👩‍👧‍👦cd", 6)).isEqualTo("ab…");
        assertThat(DisplayText.clip("one two three", 9)).isEqualTo("one two…");
    }

    @Test
    void aTitleOfFiveThousandCharactersIsBounded() {
        String line = DisplayText.line("长".repeat(5000), 200);
        assertThat(line.codePointCount(0, line.length())).isEqualTo(200);
        assertThat(line).endsWith("…");
    }

    @Test
    void whatEndsALineAnywhereSeparatesWords() {
        assertThat(DisplayText.line("a\u2028b\u2029c\rd\u0085e\u000Bf\r\ng")).isEqualTo("a b c d e f g");
        assertThat(DisplayText.clean("a\r\nb\rc")).isEqualTo("a\nb\nc");
    }

    @Test
    void wordsBehindALongStretchOfSpacesAreNotForgottenSilently() {
        assertThat(DisplayText.line("a" + " ".repeat(5000) + "b", 20)).isEqualTo("a b");
        assertThat(DisplayText.line("\u0000".repeat(5000) + "title", 20)).isEqualTo("title");
    }

    @Test
    void aTowerOfMarksIsCappedAndLanguagesKeepTheirs() {
        assertThat(DisplayText.line("a" + "\u0301".repeat(500) + "b")).isEqualTo("a" + "\u0301".repeat(8) + "b");
        String languages = "Tiếng Việt e\u0302\u0301 שָׁלוֹם हिन्दी བརྒྱུད 1️⃣";
        assertThat(DisplayText.line(languages)).isEqualTo(languages);
    }

    @Test
    void whatNobodySeesIsBlank() {
        assertThat(DisplayText.isBlank(" \u00A0\u200B\u2060\u3164\u0301\u2800")).isTrue();
        assertThat(DisplayText.isBlank("\u200B.")).isFalse();
        assertThat(DisplayText.isBlank("")).isTrue();
    }
}
