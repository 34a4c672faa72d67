package org.postbag.bot.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postbag.bot.config.Config;
import org.postbag.bot.config.Config.Tls;

class SmtpCheckTest {
    private static final Optional<Sender> NEWS = Sender.of("晨报 <news@example.org>");

    @TempDir
    Path folder;

    private static Config.Smtp server(int port, String user, String password, Tls tls, Path trust) {
        return new Config.Smtp("127.0.0.1", port, user, password, tls, 1, 10, 0, trust);
    }

    private static Finding found(Config.Smtp server) {
        return Trials.found(new SmtpCheck(server, NEWS, Clock.systemUTC()));
    }

    @Test
    @DisplayName("a server that takes login and sender is in order, and no mail is sent")
    void inOrder() {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp").dynamicPort());
        try {
            mail.start();
            mail.setUser("news@example.org", "u", "secret-word");
            Finding finding = found(server(mail.getSmtp().getPort(), "u", "secret-word", Tls.NONE, null));
            assertThat(finding.status()).as(finding.toString()).isEqualTo(Status.OK);
            assertThat(finding.found()).contains("login accepted", "news@example.org", "offers");
            assertThat(mail.getReceivedMessages()).isEmpty();
            Finding wrong = found(server(mail.getSmtp().getPort(), "u", "another-word", Tls.NONE, null));
            assertThat(wrong.status()).isEqualTo(Status.FAILED);
            assertThat(wrong.found()).contains("refused the login");
            assertThat(wrong.advice()).contains("email.smtp user and password");
            assertThat(wrong.toString()).doesNotContain("another-word");
        } finally {
            mail.stop();
        }
    }

    @Test
    @DisplayName("TLS from the start: trusted with its CA's file, and told how to trust it without")
    void tlsFromTheStart() throws Exception {
        Certificates.Made made = new Certificates(folder).certificate("mail", "ip:127.0.0.1", 90);
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp").dynamicPort());
        try {
            mail.start();
            mail.setUser("news@example.org", "u", "secret-word");
            try (TlsFront front = new TlsFront(made.context(), mail.getSmtp().getPort())) {
                Finding trusted = found(server(front.port(), "u", "secret-word", Tls.TLS, made.pem()));
                assertThat(trusted.status()).as(trusted.toString()).isEqualTo(Status.OK);
                assertThat(trusted.found()).contains("TLS; certificate of CN=mail by CN=mail", "more days");
                Finding stranger = found(server(front.port(), "u", "secret-word", Tls.TLS, null));
                assertThat(stranger.status()).isEqualTo(Status.FAILED);
                assertThat(stranger.found()).contains("CN=mail", "not trusted");
                assertThat(stranger.advice()).contains("email.smtp trust");
            }
        } finally {
            mail.stop();
        }
    }

    @Test
    @DisplayName("STARTTLS: the login goes encrypted, and a certificate that ends soon is a warning")
    void startTls() throws Exception {
        Certificates certificates = new Certificates(folder);
        Certificates.Made made = certificates.certificate("soon", "ip:127.0.0.1", 5);
        try (ScriptedSmtp smtp = new ScriptedSmtp(made.context(), line -> null)) {
            Finding finding = found(server(smtp.port(), "u", "secret-word", Tls.STARTTLS, made.pem()));
            assertThat(finding.status()).as(finding.toString()).isEqualTo(Status.WARNING);
            assertThat(finding.found())
                    .contains("valid for", "more days", "login accepted", "SIZE 10240 KB, 8BITMIME, PIPELINING");
            assertThat(finding.advice()).isEqualTo("renew the certificate of 127.0.0.1");
            assertThat(smtp.heard())
                    .contains("MAIL FROM:<news@example.org>", "MAIL FROM:<news+b.0.test@example.org>", "RSET", "QUIT")
                    .noneMatch(line -> line.startsWith("RCPT") || line.startsWith("DATA"));
        }
    }

    @Test
    @DisplayName("a certificate for another name is told apart from one that is not trusted")
    void anotherName() throws Exception {
        Certificates.Made made = new Certificates(folder).certificate("other", "dns:mail.example.net", 90);
        try (ScriptedSmtp smtp = new ScriptedSmtp(made.context(), line -> null)) {
            Finding finding = found(server(smtp.port(), null, null, Tls.STARTTLS, made.pem()));
            assertThat(finding.status()).isEqualTo(Status.FAILED);
            assertThat(finding.found()).contains("is not for 127.0.0.1");
            assertThat(finding.advice()).contains("a name that the certificate is for");
        }
    }

    @Test
    @DisplayName("STARTTLS that the server does not offer, and TLS at a port without it")
    void noTls() throws Exception {
        try (ScriptedSmtp smtp = new ScriptedSmtp(null, line -> null)) {
            Finding starttls = found(server(smtp.port(), null, null, Tls.STARTTLS, null));
            assertThat(starttls.status()).isEqualTo(Status.FAILED);
            assertThat(starttls.found()).contains("offers no STARTTLS");
            Finding tls = found(server(smtp.port(), null, null, Tls.TLS, null));
            assertThat(tls.status()).isEqualTo(Status.FAILED);
            assertThat(tls.found()).contains("speaks no TLS here");
            assertThat(tls.advice()).contains("465");
        }
    }

    @Test
    @DisplayName("a sender that is refused fails; only its form for bounces is a warning")
    void senders() throws Exception {
        try (ScriptedSmtp smtp =
                new ScriptedSmtp(null, line -> line.startsWith("MAIL FROM:<news@") ? "553 5.7.1 not yours" : null)) {
            Finding finding = found(server(smtp.port(), null, null, Tls.NONE, null));
            assertThat(finding.status()).isEqualTo(Status.FAILED);
            assertThat(finding.found()).contains("does not let news@example.org send: \"553 5.7.1 not yours\"");
        }
        try (ScriptedSmtp smtp = new ScriptedSmtp(null, line -> line.contains("+b.0.test@") ? "553 no" : null)) {
            Finding finding = found(server(smtp.port(), null, null, Tls.NONE, null));
            assertThat(finding.status()).isEqualTo(Status.WARNING);
            assertThat(finding.advice()).contains("recipient_delimiter");
        }
    }

    @Test
    @DisplayName("a server that repeats the password to us does not get it printed")
    void repeatedPassword() throws Exception {
        String login = Base64.getEncoder().encodeToString("\0u\0secret-word".getBytes());
        try (ScriptedSmtp smtp = new ScriptedSmtp(
                null, line -> line.startsWith("AUTH") ? "535 no u:secret-word \u001b[31m " + line : null)) {
            Config config = Trials.config(
                    folder,
                    """
                    email:
                      from: news@example.org
                      smtp: [{ host: 127.0.0.1, port: %d, user: u, password: secret-word, tls: none }]
                    """
                            .formatted(smtp.port()));
            Finding finding = found(config.email().smtp().get(0));
            Secrets secrets = new Secrets(config);
            assertThat(secrets.masked(finding.found()))
                    .contains("535 no u:********")
                    .doesNotContain("secret-word", login, "\u001b");
        }
    }

    @Test
    @DisplayName("nobody listens, nobody knows the host, and a server that takes the connection and is silent")
    void unreachable() throws Exception {
        Finding closed = found(server(Trials.closedPort(), null, null, Tls.NONE, null));
        assertThat(closed.status()).isEqualTo(Status.FAILED);
        assertThat(closed.found()).contains("nothing takes connections at 127.0.0.1:");
        Finding unknown = found(new Config.Smtp("mail.invalid", 25, null, null, Tls.NONE, 1, 1, 0, null));
        assertThat(unknown.found()).contains("mail.invalid is not known");
        try (ScriptedSmtp smtp = new ScriptedSmtp(null, line -> ScriptedSmtp.HANG)) {
            Config.Smtp silentServer = server(smtp.port(), null, null, Tls.NONE, null);
            Finding silent = Trials.found(new SmtpCheck(silentServer, NEWS, Clock.systemUTC(), Duration.ofMillis(500)));
            assertThat(silent.status()).isEqualTo(Status.FAILED);
            assertThat(silent.found()).contains("does not answer");
            assertThat(MailServer.PATIENCE).isLessThan(Check.LIMIT);
        }
    }

    @Test
    @DisplayName("a trust file that is none")
    void badTrust() throws Exception {
        Path pem = java.nio.file.Files.writeString(folder.resolve("empty.pem"), "nothing\n");
        Finding finding = found(server(25, null, null, Tls.TLS, pem));
        assertThat(finding.status()).isEqualTo(Status.FAILED);
        assertThat(finding.found()).contains("no usable certificate");
        Finding absent = found(server(25, null, null, Tls.TLS, folder.resolve("absent.pem")));
        assertThat(absent.found()).contains("cannot be read");
    }
}
