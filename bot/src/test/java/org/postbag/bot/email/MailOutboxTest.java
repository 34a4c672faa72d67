package org.postbag.bot.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postbag.bot.delivery.Outcome;

/** Mails on disk where there is no server. */
final class MailOutboxTest {
    @TempDir
    Path folder;

    private static OutgoingMail mail(String text) {
        return new OutgoingMail(
                "<1@example.org>",
                "s@example.org",
                "p@example.org",
                "r@x.example",
                text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> names() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void mails_are_written_byte_by_byte_in_order_and_numbering_goes_on_after_a_restart() throws Exception {
        try (MailOutbox outbox = new MailOutbox(folder)) {
            assertThat(outbox.send(mail("one\r\n.\r\n早"), () -> true))
                    .isEqualTo(new Outcome.Accepted("<1@example.org>"));
        }
        try (MailOutbox outbox = new MailOutbox(folder)) {
            outbox.send(mail("two"), () -> true);
        }
        assertThat(names()).containsExactly("000001.eml", "000002.eml");
        assertThat(Files.readString(folder.resolve("000001.eml"))).isEqualTo("one\r\n.\r\n早");
    }

    @Test
    void a_mail_that_may_not_leave_any_more_leaves_no_file() throws Exception {
        try (MailOutbox outbox = new MailOutbox(folder)) {
            assertThat(outbox.send(mail("one"), () -> false))
                    .isInstanceOfSatisfying(Outcome.Later.class, later -> assertThat(later.attempt())
                            .isFalse());
        }
        assertThat(names()).isEmpty();
    }
}
