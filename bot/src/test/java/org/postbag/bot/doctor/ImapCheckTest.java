package org.postbag.bot.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postbag.bot.config.Config;
import org.postbag.bot.config.Config.Tls;

class ImapCheckTest {
    @TempDir
    Path folder;

    private static Finding found(int port, String password, Tls tls, Path trust) {
        Config.Imap imap =
                new Config.Imap("127.0.0.1", port, "u", password, tls, Duration.ofSeconds(60), trust, List.of());
        return Trials.found(new ImapCheck(imap, Clock.systemUTC()));
    }

    @Test
    @DisplayName("the mailbox opens, its unread mails are counted and stay unread")
    void opens() throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "imap").dynamicPort());
        try {
            mail.start();
            GreenMailUser user = mail.setUser("news@example.org", "u", "secret-word");
            user.deliver(GreenMailUtil.createTextEmail(
                    "news@example.org", "reader@example.net", "hello", "hello", ServerSetup.SMTP));
            for (int again = 0; again < 2; again++) {
                Finding finding = found(mail.getImap().getPort(), "secret-word", Tls.NONE, null);
                assertThat(finding.status()).as(finding.toString()).isEqualTo(Status.OK);
                assertThat(finding.found())
                        .contains("login accepted", "INBOX has 1 unread of 1", "IDLE")
                        .doesNotContain("reader@example.net");
            }
            Finding wrong = found(mail.getImap().getPort(), "another-word", Tls.NONE, null);
            assertThat(wrong.status()).isEqualTo(Status.FAILED);
            assertThat(wrong.found()).contains("refused the login").doesNotContain("another-word");
            assertThat(wrong.advice()).contains("email.imap user and password");
        } finally {
            mail.stop();
        }
    }

    @Test
    @DisplayName("over TLS, with and without trust")
    void tls() throws Exception {
        Certificates.Made made = new Certificates(folder).certificate("box", "ip:127.0.0.1", 90);
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "imap").dynamicPort());
        try {
            mail.start();
            mail.setUser("news@example.org", "u", "secret-word");
            try (TlsFront front = new TlsFront(made.context(), mail.getImap().getPort())) {
                Finding trusted = found(front.port(), "secret-word", Tls.TLS, made.pem());
                assertThat(trusted.status()).as(trusted.toString()).isEqualTo(Status.OK);
                assertThat(trusted.found()).contains("certificate of CN=box");
                Finding stranger = found(front.port(), "secret-word", Tls.TLS, null);
                assertThat(stranger.status()).isEqualTo(Status.FAILED);
                assertThat(stranger.advice()).contains("email.imap trust");
            }
        } finally {
            mail.stop();
        }
    }

    @Test
    @DisplayName("nobody listens, and a server that is silent")
    void unreachable() throws Exception {
        assertThat(found(Trials.closedPort(), "p", Tls.NONE, null).found()).contains("nothing takes connections");
        try (ScriptedSmtp silent = new ScriptedSmtp(null, line -> ScriptedSmtp.HANG)) {
            Config.Imap imap = new Config.Imap(
                    "127.0.0.1", silent.port(), "u", "p", Tls.NONE, Duration.ofSeconds(60), null, List.of());
            Finding finding = Trials.found(new ImapCheck(imap, Clock.systemUTC(), Duration.ofMillis(500)));
            assertThat(finding.status()).isEqualTo(Status.FAILED);
            assertThat(finding.found()).contains("does not answer");
        }
    }

    /** A mailbox server in its shortest form. */
    private static String scripted(String line, String capabilities, String select) {
        if (line.isEmpty()) return "* OK ready";
        String tag = line.substring(0, line.indexOf(' '));
        String command = line.substring(tag.length() + 1).toUpperCase(java.util.Locale.ROOT);
        if (command.startsWith("CAPABILITY"))
            return "* CAPABILITY IMAP4rev1 " + capabilities + "\r\n" + tag + " OK done";
        if (command.startsWith("SELECT")) return "* 3 EXISTS\r\n* 0 RECENT\r\n" + tag + " OK " + select + " done";
        if (command.startsWith("SEARCH")) return "* SEARCH 2 3\r\n" + tag + " OK done";
        if (command.startsWith("STATUS")) return "* STATUS INBOX (UNSEEN 2)\r\n" + tag + " OK done";
        return tag + " OK done";
    }

    @Test
    @DisplayName("without IDLE the interval of looking is told; a mailbox that may only be read fails")
    void odd() throws Exception {
        try (ScriptedSmtp imap = new ScriptedSmtp(null, line -> scripted(line, "UIDPLUS", "[READ-WRITE]"))) {
            Finding finding = found(imap.port(), "p", Tls.NONE, null);
            assertThat(finding.status()).as(finding.toString()).isEqualTo(Status.WARNING);
            assertThat(finding.found()).contains("no IDLE", "every 60 s", "2 unread of 3");
        }
        try (ScriptedSmtp imap = new ScriptedSmtp(null, line -> scripted(line, "IDLE", "[READ-ONLY]"))) {
            Finding finding = found(imap.port(), "p", Tls.NONE, null);
            assertThat(finding.status()).isEqualTo(Status.FAILED);
            assertThat(finding.found()).contains("INBOX may only be read");
        }
    }

    @Test
    @DisplayName("without a mailbox: nothing to try, and a warning where mail is sent")
    void absent() {
        assertThat(Trials.found(ImapCheck.absent(false)).status()).isEqualTo(Status.NOT_SET_UP);
        Finding sending = Trials.found(ImapCheck.absent(true));
        assertThat(sending.status()).isEqualTo(Status.WARNING);
        assertThat(sending.found()).contains("bounces are not seen");
    }
}
