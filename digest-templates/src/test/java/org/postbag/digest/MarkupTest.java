package org.postbag.digest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {

    @Test
    void theFiveCharactersThatMeanSomethingAreEscaped() {
        assertThat(Markup.escape("<a href=\"x\">'&'</a>"))
                .isEqualTo("&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;");
        assertThat(Markup.escape("plain")).isSameAs("plain".intern());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "//example.org/x",
                "/x",
                "ftp://example.org/",
                "http://",
                "https:///x",
                "tg://user?id=1",
                "java\nscript:x",
                "http://[",
                ""
            })
    void onlyWebAddressesAreLinks(String link) {
        assertThat(Markup.webLink(link)).isNull();
    }

    @Test
    void whatPublishersGetWrongInTheirLinksIsEncoded() {
        assertThat(Markup.webLink(" https://example.org/a b?q=\"<x>\" "))
                .isEqualTo("https://example.org/a%20b?q=%22%3Cx%3E%22");
        assertThat(Markup.webLink("HTTPS://example.org/新闻")).isEqualTo("HTTPS://example.org/%E6%96%B0%E9%97%BB");
        assertThat(Markup.webLink("https://example.org/?a=1&b=%20#c")).isEqualTo("https://example.org/?a=1&b=%20#c");
    }

    @Test
    void aLinkIsNotLostOverABarePercentSignOrABracket() {
        assertThat(Markup.webLink("https://example.org/50%-off?a[]=100%&b=%e4"))
                .isEqualTo("https://example.org/50%25-off?a%5B%5D=100%25&b=%e4");
        assertThat(Markup.webLink("https://example.org/#a#b")).isEqualTo("https://example.org/#a%23b");
        assertThat(Markup.webLink("http://[2001:db8::1]/x")).isEqualTo("http://[2001:db8::1]/x");
    }

    @Test
    void aLinkTooLongForAnyoneIsNone() {
        assertThat(Markup.webLink("https://example.org/" + "a".repeat(3000))).isNull();
    }
}
