package org.postbag.bot.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.Status;

/** A mail far bigger than anything a reader has to say. */
class BigMailTest {
    private static final String HEAD = "From: reader@example.com\r\nTo: news@example.org\r\n" + MailBench.ALIGNED;

    @Test
    @DisplayName("a mail of 30 MB is neither obeyed nor answered, and the one behind it is")
    void big() {
        try (MailBench bench = new MailBench("en")) {
            bench.bot.application().subscriptions().add(MailBench.READER, Change.none(), true);
            bench.deliver(HEAD + "Message-ID: <big@example.com>\r\nSubject: unsubscribe\r\n\r\n"
                    + ("unsubscribe ".repeat(6) + "\r\n").repeat((30 << 20) / 74));
            bench.deliver(HEAD + "Message-ID: <small@example.com>\r\nSubject: help\r\n\r\nhelp\r\n");
            List<CheckedMail> sent = bench.read();
            assertThat(sent).hasSize(1);
            assertThat(sent.get(0).header("In-Reply-To")).isEqualTo("<small@example.com>");
            assertThat(bench.bot
                            .application()
                            .subscriptions()
                            .find(MailBench.READER)
                            .orElseThrow()
                            .status())
                    .isEqualTo(Status.ACTIVE);
            assertThat(bench.read()).isEmpty();
        }
    }
}
