package org.postbag.bot.email;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The checker finds out what is wrong, so that its silence means something. */
class CheckedMailTest {
    private static final String MAIL = String.join(
            "\r\n",
            "Date: Fri, 20 Nov 2026 22:00:00 +0000",
            "From: News <news@example.org>",
            "To: reader@example.com",
            "Subject: Two stories",
            "Message-ID: <digest.1.x@example.org>",
            "MIME-Version: 1.0",
            "Content-Type: multipart/alternative; boundary=\"=_b\"",
            "",
            "--=_b",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: quoted-printable",
            "",
            "News",
            "",
            "1. River cleaned up by 40",
            "https://example.org/river",
            "",
            "--=_b",
            "Content-Type: text/html; charset=utf-8",
            "Content-Transfer-Encoding: quoted-printable",
            "",
            "<table><tr><td class=3D\"n\">1</td><td><a href=3D\"https://example.org/river\">River cleaned up by 40</a></td></tr></table>",
            "",
            "--=_b--",
            "");

    private static void check(String mail) {
        CheckedMail.of(mail.getBytes(StandardCharsets.UTF_8), null);
    }

    @Test
    @DisplayName("a sound mail passes")
    void sound() {
        check(MAIL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cleaned up by 40 | cleaned up",
                "https://example.org/river | https://example.org/",
                "1. River | 2. River",
                "Subject: Two stories | Subject",
                "Subject: Two stories | Subject: Zwei Geschichten über uns",
                "Subject: Two stories | Subject: =?UTF-8?B?5Y?=",
                "Date: Fri, 20 Nov 2026 22:00:00 +0000 | Date: yesterday",
                "To: reader@example.com | To: reader@",
                "To: reader@example.com | X-To: reader@example.com",
                "MIME-Version: 1.0 | Bcc: other@example.net",
                "text/plain; charset=utf-8 | text/plain",
                "text/plain | text/enriched",
                "=_b-- | =_c--",
                "Message-ID: <digest.1.x@example.org> | Message-ID: digest"
            })
    @DisplayName("a word, number, link, header or part that is not right does not pass")
    void wrong(String right, String wrong) {
        assertThatThrownBy(() -> check(MAIL.replaceFirst(java.util.regex.Pattern.quote(right), wrong)))
                .isInstanceOf(Error.class);
    }

    @Test
    @DisplayName("bare line ends, long lines, a header twice and a missing or broken signature do not pass")
    void wrongLines() {
        assertThatThrownBy(() -> check(MAIL.replace("up by 40\r\n", "up by 40\n")))
                .isInstanceOf(Error.class);
        assertThatThrownBy(() -> check(MAIL.replace("Two", "x".repeat(1000)))).isInstanceOf(Error.class);
        assertThatThrownBy(() -> check("Subject: Two\r\n" + MAIL)).isInstanceOf(Error.class);
        assertThatThrownBy(() -> CheckedMail.of(MAIL.getBytes(StandardCharsets.UTF_8), "v=DKIM1; k=rsa; p="))
                .isInstanceOf(Error.class);
        try (MailBench bench = new MailBench("en")) {
            bench.deliver("From: reader@example.com\r\nTo: news@example.org\r\nMessage-ID: <a@example.com>\r\n"
                    + "Subject: help\r\n\r\nhelp\r\n");
            String signed =
                    new String(bench.read().get(0).raw(), StandardCharsets.US_ASCII).replace("Re: help", "Re: Help");
            assertThatThrownBy(() -> CheckedMail.of(signed.getBytes(StandardCharsets.US_ASCII), bench.key))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("signature");
        }
    }
}
