package org.postbag.posts.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingGuessTest {
    private static final Charset FALLBACK = Charset.forName("windows-1252");

    @ParameterizedTest
    @DisplayName("Words in any encoding are read back as they were")
    @CsvSource(
            textBlock =
                    """
            今天的新闻摘要，国务院召开常务会议, GBK
            中文标题,                  GBK
            今日新聞摘要,               Big5
            本日のニュース,             Shift_JIS
            本日のニュース,             EUC-JP
            오늘의 뉴스,               EUC-KR
            Новости дня,              KOI8-R
            Новости дня,              windows-1251
            Café déjà vu – “bien”,    windows-1252
            Grüße aus München,        ISO-8859-1
            今天的新闻,                UTF-8
            plain words,              US-ASCII
            news ąćę,                 UTF-16LE
            news ąćę,                 UTF-16BE
            news ąćę,                 UTF-32LE
            """)
    void words(String words, String real) {
        byte[] bytes = ("<title>" + words + "</title>").getBytes(Charset.forName(real));
        Charset guess = EncodingGuess.guess(bytes, FALLBACK);
        assertThat(new String(bytes, guess)).isEqualTo("<title>" + words + "</title>");
    }

    @Test
    @DisplayName("Bytes that say nothing are of the fallback's encoding")
    void nothing() {
        assertThat(EncodingGuess.guess(new byte[] {(byte) 0xe9}, FALLBACK)).isEqualTo(FALLBACK);
        assertThat(EncodingGuess.guess(new byte[0], FALLBACK)).isEqualTo(StandardCharsets.UTF_8);
    }
}
