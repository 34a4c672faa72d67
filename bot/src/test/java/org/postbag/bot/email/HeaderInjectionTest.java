package org.postbag.bot.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postbag.subscriptions.Change;

/** What a stranger writes never becomes a header or a recipient of a mail of ours. */
class HeaderInjectionTest {
    private static final String HEAD =
            "From: Reader <reader@example.com>\r\nTo: news@example.org\r\nMessage-ID: <a@example.com>\r\n";

    private static void subscribed(MailBench bench) {
        bench.bot.application().subscriptions().add(MailBench.READER, Change.none(), true);
    }

    /** One answer to the one who asked, and to nobody else. */
    private static CheckedMail answer(MailBench bench, String letter) {
        bench.deliver(letter);
        List<CheckedMail> sent = bench.read();
        assertThat(sent).as(letter).hasSize(1);
        assertThat(sent.get(0).all("Bcc")).isEmpty();
        assertThat(sent.get(0).all("X-Evil")).isEmpty();
        assertThat(sent.get(0).header("To")).isEqualTo("reader@example.com");
        assertThat(bench.sink.received).extracting(mail -> mail.recipient()).containsOnly("reader@example.com");
        return sent.get(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=?utf-8?Q?help=0D=0ABcc:_other@example.net=0D=0A=0D=0Abody?=",
                "=?utf-8?Q?help=0ABcc:_other@example.net?=",
                "=?utf-8?Q?help=0DBcc:_other@example.net?=",
                "=?utf-8?B?aGVscOKAqEJjYzogb3RoZXJAZXhhbXBsZS5uZXQ=?=",
                "=?utf-8?Q?help=00=07=1B[2J?=",
                "help =?utf-8?Q?=3D=3Futf-8=3FQ=3F=0D=0ABcc:_x=3F=3D?=",
                "help\r\n\tBcc: other@example.net"
            })
    @DisplayName("line ends and controls in a subject, encoded or folded, stay in the subject of the answer")
    void subjects(String subject) {
        try (MailBench bench = new MailBench("en")) {
            CheckedMail answer = answer(bench, HEAD + "Subject: " + subject + "\r\n\r\nhelp\r\n");
            assertThat(answer.subject()).startsWith("Re: help");
        }
    }

    @Test
    @DisplayName("a subject of 10,000 letters is answered with a short one")
    void longSubjects() {
        try (MailBench bench = new MailBench("en")) {
            subscribed(bench);
            for (String word : List.of("x", "长", "=?utf-8?B?8J+YgA==?= ", "a b ")) {
                String letters = "help " + word.repeat(10_000 / word.length());
                CheckedMail answer = answer(
                        bench,
                        HEAD.replace("<a@", "<" + word.hashCode() + "@") + "Subject: " + letters + "\r\n\r\nhelp\r\n");
                assertThat(answer.subject()).startsWith("Re: help").hasSizeLessThan(600);
            }
        }
    }

    @Test
    @DisplayName("ids and names made to break out of their header do not")
    void idsAndNames() {
        try (MailBench bench = new MailBench("en")) {
            subscribed(bench);
            int n = 0;
            for (String head : List.of(
                    "From: =?utf-8?Q?x=0D=0ABcc=3A_other=40example.net?= <reader@example.com>\r\nMessage-ID: <%d@example.com>\r\n",
                    "From: \"a\\\r\n b\" <reader@example.com>\r\nMessage-ID: <%d@example.com>\r\n",
                    "From: reader@example.com\r\nMessage-ID: <%d@example.com>\r\n X-Evil: 1\r\n",
                    "From: reader@example.com\r\nMessage-ID: <%d@example.com>\r\nReferences: <a@b> <c\r\n X-Evil: 1> <d@e>\r\n",
                    "From: reader@example.com\r\nMessage-ID: <%d@example.com>\r\nReply-To: other@example.net\r\n",
                    "From: reader@example.com\r\nMessage-ID: <%d@example.com>\r\nReferences: "
                            + "<r@example.com> ".repeat(2000) + "\r\n"))
                answer(bench, head.formatted(++n) + "To: news@example.org\r\nSubject: help\r\n\r\nhelp\r\n");
        }
    }
}
