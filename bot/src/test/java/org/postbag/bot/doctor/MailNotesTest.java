package org.postbag.bot.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postbag.bot.config.Config.Tls;

class MailNotesTest {
    private static Finding unencrypted(String host, String user) {
        Notes notes = new Notes();
        MailServer server = new MailServer("email.smtp", "smtp", host, 25, user, Tls.NONE, null);
        new MailNotes(notes, server, Clock.systemUTC()).protection(new ServerCertificate(null), true);
        return notes.finding();
    }

    @Test
    @DisplayName("a password that leaves this machine unencrypted is a warning; within it, it is none")
    void passwordInTheClear() {
        Finding away = unencrypted("192.0.2.1", "u");
        assertThat(away.status()).isEqualTo(Status.WARNING);
        assertThat(away.found()).contains("password goes over the network unencrypted");
        assertThat(away.advice()).contains("email.smtp tls: starttls");
        assertThat(unencrypted("192.0.2.1", null).status()).isEqualTo(Status.WARNING);
        assertThat(unencrypted("127.0.0.1", "u").status()).isEqualTo(Status.OK);
    }
}
