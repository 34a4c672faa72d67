package org.postbag.bot.email.smtp;

import java.nio.charset.StandardCharsets;

/** A mail that a {@link MailSink} took. */
public record Received(String sender, String recipient, byte[] data, int connection, long nanos) {
    String text() {
        return new String(data, StandardCharsets.UTF_8);
    }
}
