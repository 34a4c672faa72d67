package org.postbag.posts.collect.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedTextTest {

    private static byte[] feed(String declared, String title, String charset) {
        String declaration =
                declared == null ? "<?xml version=\"1.0\"?>" : "<?xml version=\"1.0\" encoding=\"" + declared + "\"?>";
        String text = declaration + "<rss><channel><item><title>" + title + "</title></item></channel></rss>";
        return text.getBytes(Charset.forName(charset));
    }

    @ParameterizedTest
    @DisplayName("The characters are right whatever header and declaration say")
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
            今天的新闻,        UTF-8,        -,          -
            今天的新闻,        UTF-8,        utf-8,      text/xml
            今天的新闻,        UTF-8,        us-ascii,   text/xml
            今天的新闻,        UTF-8,        iso-8859-1, -
            今天的新闻,        UTF-8,        -,          text/xml; charset=iso-8859-1
            今天的新闻,        UTF-8,        no-such,    application/rss+xml; charset=bogus
            今天的新闻,        UTF-8,        utf-16,     -
            今天的新闻朱镕基,   GBK,          gb2312,     -
            今天的新闻朱镕基,   GBK,          gbk,        text/xml; charset=iso-8859-1
            今天的新闻㐀,      GB18030,      gb18030,    -
            今天的新闻,        GBK,          -,          text/xml; charset=gbk
            今天的新闻摘要国务院常务会议, GBK, utf-8,    text/xml
            今天的新闻摘要国务院常务会议, GBK, -,        -
            今日新聞,          Big5,         big5,       -
            今日新聞摘要,       Big5,         -,          -
            本日のニュース①,    windows-31j,  shift_jis,  -
            本日のニュース,     Shift_JIS,    -,          -
            本日のニュース,     EUC-JP,       euc-jp,     -
            本日のニュース,     ISO-2022-JP,  iso-2022-jp, -
            오늘의 뉴스,       EUC-KR,       euc-kr,     -
            Новости дня,      KOI8-R,       koi8-r,     -
            Новости дня,      windows-1251, windows-1251, -
            Новости дня,      windows-1251, -,          text/xml; charset=cp1251
            Café “vu”,        windows-1252, utf-8,      -
            Café “vu”,        windows-1252, iso-8859-1, -
            Café déjà vu,     ISO-8859-1,   us-ascii,   text/xml
            Žluťoučký,        windows-1250, windows-1250, -
            Žluťoučký,        ISO-8859-2,   iso8859_2,  -
            Καλημέρα,         ISO-8859-7,   iso-8859-7, -
            שלום,             windows-1255, windows-1255, -
            Rain ąćę,         UTF-16,       utf-16,     -
            Rain ąćę,         UTF-16LE,     utf-16,     -
            Rain ąćę,         UTF-16BE,     utf-16,     -
            Rain ąćę,         UTF-16LE,     -,          text/xml; charset=utf-8
            Rain ąćę,         UTF-32BE,     utf-32,     -
            Rain ąćę,         UTF-32LE,     utf-32,     -
            Rain é,           IBM037,       cp037,      -
            """)
    void encodings(String title, String real, String declared, String contentType) {
        assertThat(Feeds.read(feed(declared, title, real), contentType)
                        .entries()
                        .get(0)
                        .title())
                .isEqualTo(title);
    }

    @Test
    @DisplayName("A byte order mark beats every declaration")
    void mark() {
        byte[] text = feed("iso-8859-1", "\u00e9", "UTF-8");
        byte[] marked = new byte[text.length + 3];
        marked[0] = (byte) 0xef;
        marked[1] = (byte) 0xbb;
        marked[2] = (byte) 0xbf;
        System.arraycopy(text, 0, marked, 3, text.length);
        assertThat(Feeds.read(marked, "text/xml; charset=koi8-r")
                        .entries()
                        .get(0)
                        .title())
                .isEqualTo("\u00e9");
    }

    @Test
    @DisplayName("One broken byte in UTF-8 costs one character")
    void brokenByte() {
        byte[] text = feed("utf-8", "今天的新闻 X 摘要", "UTF-8");
        String latin = new String(text, StandardCharsets.ISO_8859_1);
        text[latin.indexOf(" X ") + 1] = (byte) 0xff;
        assertThat(Feeds.read(text, null).entries().get(0).title()).isEqualTo("今天的新闻 \ufffd 摘要");
    }

    @Test
    @DisplayName("The charset of a header is found in any spelling")
    void headers() {
        assertThat(FeedText.charset("text/xml; charset=\"UTF-8\"; x=y")).isEqualTo("UTF-8");
        assertThat(FeedText.charset("text/xml; charset:iso-8859-1")).isEqualTo("iso-8859-1");
        assertThat(FeedText.charset("text/xml;Charset='utf-8'")).isEqualTo("utf-8");
        assertThat(FeedText.charset("text/xml")).isNull();
        assertThat(FeedText.charset(null)).isNull();
    }
}
