package org.postbag.bot.email.smtp;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.postbag.bot.config.Config;
import org.postbag.bot.email.OutgoingMail;

/** Mails and transports for the tests of sending. */
final class Mails {
    static final Timeouts SHORT = new Timeouts(
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(2),
            Duration.ofSeconds(60),
            Duration.ofSeconds(5));

    private Mails() {}

    static OutgoingMail to(String recipient) {
        return to(recipient, "Hello.\r\n");
    }

    static OutgoingMail to(String recipient, String body) {
        String text = "From: news@example.org\r\nSubject: News\r\n\r\n" + body;
        return new OutgoingMail(
                "<digest.1.x@example.org>",
                "news+b.7.sig@example.org",
                "news@example.org",
                recipient,
                text.getBytes(StandardCharsets.UTF_8));
    }

    static SmtpTransport transport(Config.Smtp... servers) {
        return transport(Clock.systemUTC(), servers);
    }

    static SmtpTransport transport(Clock clock, Config.Smtp... servers) {
        return new SmtpTransport(List.of(servers), clock, SHORT, 50);
    }
}
