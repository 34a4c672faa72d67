package org.postbag.bot.email.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A mail's own dots survive, whatever stands around them. */
final class MailDataTest {
    private static final String[] PIECES = {
        "\r\n", ".", "..", "a", "abcdefghij", "\r\n.", "é", "\u008d\u008a", "\u000b\f"
    };

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String any(Random random) {
        StringBuilder mail = new StringBuilder();
        for (int n = random.nextInt(40); n > 0; n--) mail.append(PIECES[random.nextInt(PIECES.length)]);
        return mail.toString();
    }

    @Test
    void every_line_that_begins_with_a_dot_gets_another_one_and_the_last_line_is_ended() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            String mail = any(random);
            String expected = ("\r\n" + mail).replace("\r\n.", "\r\n..").substring(2);
            if (!mail.isEmpty() && !mail.endsWith("\r\n")) expected += "\r\n";
            assertThat(MailData.of(bytes(mail))).isEqualTo(bytes(expected));
        }
    }

    @Test
    void a_lone_cr_or_lf_is_found_wherever_it_stands() {
        Random random = new Random(4);
        for (int i = 0; i < 5_000; i++) {
            String mail = any(random);
            int at = random.nextInt(mail.length() + 1);
            if (at > 0 && mail.charAt(at - 1) == '\r') continue;
            String lone = random.nextBoolean() ? "\n" : "\r";
            String broken = mail.substring(0, at) + lone + "x" + mail.substring(at);
            assertThatThrownBy(() -> MailData.of(bytes(broken))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void nothing_is_copied_where_nothing_is_to_be_added() {
        byte[] mail = bytes("Subject: x\r\n\r\nno dots. at .beginnings\r\n");
        assertThat(MailData.of(mail)).isSameAs(mail);
    }
}
