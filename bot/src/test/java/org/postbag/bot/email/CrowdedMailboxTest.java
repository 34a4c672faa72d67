package org.postbag.bot.email;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Flags;
import jakarta.mail.search.FlagTerm;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postbag.bot.TestBot;
import org.postbag.bot.TestClock;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Change;

/** A mailbox that nobody looked into for long, at a real Dovecot. */
class CrowdedMailboxTest {
    private static final int MAILS = 10_000;
    private static final int ASKED_EVERY = 1000;
    private MailPeers peers;

    @BeforeEach
    void start() {
        peers = MailPeers.start();
    }

    @AfterEach
    void stop() {
        if (peers != null) peers.close();
    }

    @Test
    @Timeout(240)
    @DisplayName(
            "10,000 unread mails and one of 30 MB: each is dealt with once, the ten questions are answered, the big one set aside")
    void crowded() throws Exception {
        try (TestBot bot = new TestBot(
                        Engine.SQLITE,
                        new TestClock("2026-11-20T22:00:00Z"),
                        """
                        email:
                          from: News <news@example.test>
                          smtp: { host: 127.0.0.1, port: %d, tls: starttls, trust: "%s" }
                          imap: { host: 127.0.0.1, port: %d, user: news@example.test, password: %s, tls: tls, trust: "%s" }
                        """
                                .formatted(
                                        MailPeers.SMTP,
                                        peers.certificate(),
                                        MailPeers.IMAPS,
                                        MailPeers.PASSWORD,
                                        peers.certificate()));
                PeerMailbox own = new PeerMailbox(peers, "news");
                PeerMailbox alice = new PeerMailbox(peers, "alice")) {
            bot.application().subscriptions().add(Address.parse("email:alice@example.test"), Change.none(), true);
            for (int n = 1; n <= MAILS; n++) put(n, n % ASKED_EVERY == 0 ? question(n) : chatter(n));
            big();
            assertThat(bot.application().readInbox()).isEqualTo(MAILS + 1);
            for (int answers = MAILS / ASKED_EVERY; answers > 0; answers--)
                assertThat(alice.await().getHeader("In-Reply-To", ",")).endsWith("000@example.test>");
            assertThat(bot.application().readInbox()).isZero();
            assertThat(own.count(new FlagTerm(new Flags(Flags.Flag.SEEN), false)))
                    .isZero();
            assertThat(own.count(new FlagTerm(new Flags(Flags.Flag.FLAGGED), true)))
                    .isEqualTo(1);
            assertThat(alice.count(new FlagTerm(new Flags(Flags.Flag.DELETED), false)))
                    .isEqualTo(MAILS / ASKED_EVERY);
        }
    }

    private static String question(int n) {
        return head("alice@example.test", n) + "Subject: help\r\n\r\nhelp\r\n";
    }

    private static String chatter(int n) {
        return head("stranger" + n + "@example.test", n)
                + "Subject: Have you seen this?\r\n\r\nThe weather is fine.\r\n";
    }

    private static String head(String from, int n) {
        return "From: " + from + "\r\nTo: news@example.test\r\nMessage-ID: <" + n + "@example.test>\r\n"
                + "Date: Fri, 20 Nov 2026 10:00:00 +0000\r\n";
    }

    private void put(int n, String letter) throws IOException {
        Files.writeString(file(n), letter, StandardCharsets.US_ASCII);
    }

    private void big() throws IOException {
        String line = "help ".repeat(15) + "\r\n";
        try (BufferedWriter out = Files.newBufferedWriter(file(0))) {
            out.write(head("alice@example.test", 0) + "Subject: help\r\n\r\n");
            for (int length = 0; length < 30 << 20; length += line.length()) out.write(line);
        }
    }

    private Path file(int n) throws IOException {
        return Files.createFile(
                peers.maildir("news").resolve(String.format(Locale.ROOT, "1700%06d.M%d.example", n, n)),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));
    }
}
