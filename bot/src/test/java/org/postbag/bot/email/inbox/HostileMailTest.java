package org.postbag.bot.email.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails made to hurt: each is read in a moment, or not at all. */
class HostileMailTest {
    private static final MailParser PARSER = new MailParser("news@example.org");
    private static final String HEAD = "From: reader@example.com\r\nMessage-ID: <a@example.com>\r\n";
    private static final int FETCHED = 1 << 20;

    private static IncomingMail read(String letter) {
        byte[] all = letter.getBytes(StandardCharsets.ISO_8859_1);
        byte[] bytes = all.length > FETCHED ? Arrays.copyOf(all, FETCHED) : all;
        return assertTimeoutPreemptively(Duration.ofSeconds(10), () -> PARSER.parse(PARSER.message(bytes), bytes));
    }

    @Test
    @DisplayName("10,000 nested multiparts")
    void nested() {
        StringBuilder letter =
                new StringBuilder(HEAD + "Subject: help\r\nContent-Type: multipart/mixed; boundary=b0\r\n\r\n");
        for (int i = 0; i < 10_000; i++)
            letter.append("--b")
                    .append(i)
                    .append("\r\nContent-Type: multipart/mixed; boundary=b")
                    .append(i + 1)
                    .append("\r\n\r\n");
        letter.append("--b10000\r\n\r\nhelp\r\n");
        assertThat(read(letter.toString()).subject()).isEqualTo("help");
    }

    @Test
    @DisplayName("100,000 parts")
    void manyParts() {
        String parts = "--b\r\n\r\nx\r\n".repeat(110_000);
        assertThat(read(HEAD + "Subject: help\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + parts)
                        .lines())
                .containsExactly("x");
    }

    @Test
    @DisplayName("a boundary as long as the mail")
    void longBoundary() {
        String boundary = "a".repeat(300_000);
        read(HEAD + "Content-Type: multipart/mixed; boundary=" + boundary + "\r\n\r\n--" + boundary.repeat(2));
        read(HEAD + "Content-Type: multipart/mixed; boundary=" + "a".repeat(150) + "\r\n\r\n" + "a".repeat(900_000));
    }

    @Test
    @DisplayName("an attachment of 50 MB of base64")
    void attachment() {
        String base64 = ("UEsDBBQ".repeat(11) + "\r\n").repeat(20_000);
        assertThat(read(HEAD + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nhelp\r\n--b\r\n"
                                + "Content-Type: application/zip\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64)
                        .lines())
                .containsExactly("help");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"X-A: b", "X: y", "References: <a@b>", " c", "Content-Type: text/plain", "From: a@b.example"})
    @DisplayName("header lines without end")
    void endlessHeader(String line) {
        String unescaped = line + "\r\n";
        IncomingMail mail = read(HEAD + "Subject: help\r\n" + unescaped.repeat(FETCHED / unescaped.length() + 10));
        assertThat(mail.references()).hasSizeLessThanOrEqualTo(50);
    }

    @ParameterizedTest
    @CsvSource({
        "Subject",
        "From",
        "Message-ID",
        "References",
        "Content-Type",
        "Authentication-Results",
        "Auto-Submitted",
        "In-Reply-To"
    })
    @DisplayName("a header of a megabyte, of any letters")
    void longHeader(String name) {
        for (String repeated :
                new String[] {"a", "=?utf-8?B?5Lit?= ", "<", "(", "\"", "a@b, ", "<a@b> ", ";x*0=y", "=?", "\\"})
            read("X-First: y\r\n" + name + ": " + repeated.repeat(1_000_000 / repeated.length()) + "\r\n\r\nhelp\r\n");
    }

    @Test
    @DisplayName("a subject of 10,000 letters is cut, line breaks in it are no headers")
    void subject() {
        assertThat(read(HEAD + "Subject: " + "x".repeat(10_000) + "\r\n\r\n").subject())
                .hasSize(500);
        assertThat(read(HEAD + "Subject: =?utf-8?Q?a=0D=0ABcc:_b@example.com?=\r\n\r\n")
                        .subject())
                .isEqualTo("a Bcc: b@example.com");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "=?gb2312?B?zcu2qQ==?=|退订",
                "=?GBK?Q?=CD=CB=B6=A9?=|退订",
                "=?utf-8?B?6YCA6A==?= =?utf-8?B?rqI=?=|退订",
                "=?x-unknown?Q?help?=|help",
                "=?utf-8?X?help?=|=?utf-8?X?help?=",
                "=?utf-8?B?6YCA6K6i|=?utf-8?B?6YCA6K6i",
                "Re: =?utf-8*zh?q?=E9=80=80?= =?UTF-8?Q?=E8=AE=A2?= x|Re: 退订 x",
                "=?big5?B?sGiqrA==?=|退狀"
            })
    @DisplayName("encoded words: old charsets, unknown ones, letters cut in two, broken ones")
    void encodedWords(String raw, String decoded) {
        if (decoded.equals("退狀"))
            assertThat(read(HEAD + "Subject: " + raw + "\r\n\r\n").subject()).doesNotContain("=?");
        else assertThat(read(HEAD + "Subject: " + raw + "\r\n\r\n").subject()).isEqualTo(decoded);
    }

    @Test
    @DisplayName("HTML that nests without end")
    void html() {
        for (String repeated :
                new String[] {"<div>", "<b a=1><p>", "<table>", "<blockquote>", "&#", "<!--", "<a href='"})
            read(HEAD + "Content-Type: text/html\r\n\r\n" + repeated.repeat(200_000 / repeated.length()) + "help");
    }

    @Test
    @DisplayName("more than one From, a group, or none: nobody to answer")
    void senders() {
        assertThat(read("From: a@b.example\r\nFrom: c@d.example\r\n\r\n").from())
                .isNull();
        assertThat(read("From: a@b.example, c@d.example\r\n\r\n").from()).isNull();
        assertThat(read("From: friends: a@b.example;\r\n\r\n").from()).isNull();
        assertThat(read("Subject: help\r\n\r\n").from()).isNull();
        assertThat(read("From: \"x\" <a@b.example\r\n\r\n").from()).isNull();
    }

    @Test
    @DisplayName("random bytes never bring a fault")
    void random() {
        Random random = new Random(11);
        for (int i = 0; i < 2000; i++) {
            byte[] noise = new byte[random.nextInt(400)];
            random.nextBytes(noise);
            String text = new String(noise, StandardCharsets.ISO_8859_1);
            read(HEAD + "Subject: " + text.replaceAll("[\\r\\n]", "")
                    + "\r\nContent-Type: multipart/mixed; boundary=b\r\n" + text + "\r\n\r\n--b\r\n" + text + "\r\n\r\n"
                    + text + "\r\n--b--\r\n");
        }
    }
}
