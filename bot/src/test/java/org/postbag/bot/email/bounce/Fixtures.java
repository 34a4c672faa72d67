package org.postbag.bot.email.bounce;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.postbag.bot.token.Tokens;

/**
 * The mails of this folder. In their texts {@code {verp:77}} stands for the signed envelope sender of subscription 77,
 * {@code {digest:9}} for the Message-ID of delivery 9 and {@code {confirm:7}} for that of subscription 7's question.
 */
final class Fixtures {
    static final Tokens TOKENS = new Tokens("a secret for tests".getBytes(StandardCharsets.UTF_8), Clock.systemUTC());
    static final VerpAddress VERP = new VerpAddress("news@example.org", TOKENS::name);

    private Fixtures() {}

    /** As it goes over the wire, with CRLF. */
    static byte[] bytes(String name) {
        try (InputStream in = Objects.requireNonNull(Fixtures.class.getResourceAsStream(name + ".eml"), name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)
                    .replace("{verp:77}", VERP.make(77))
                    .replace("{VERP:77}", VERP.make(77).toUpperCase(Locale.ROOT))
                    .replace("{dashed:77}", VERP.make(77).replace("+b.", "-b."))
                    .replace("{digest:9}", messageId("digest", 9))
                    .replace("{confirm:7}", messageId("confirm", 7));
            return text.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MimeMessage mail(byte[] bytes) {
        try {
            return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    static MimeMessage mail(String name) {
        return mail(bytes(name));
    }

    static String messageId(String what, long id) {
        return "<" + what + "." + id + "." + TOKENS.name(what + " " + id) + "@example.org>";
    }
}
