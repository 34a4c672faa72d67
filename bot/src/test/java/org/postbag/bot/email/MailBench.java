package org.postbag.bot.email;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import org.postbag.bot.TestBot;
import org.postbag.bot.TestClock;
import org.postbag.bot.delivery.Pass;
import org.postbag.bot.email.smtp.MailSink;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.EmailAddress;

/**
 * A whole bot that signs its mails, between a mailbox that it reads and a server that keeps byte by byte what it sends.
 * Every mail sent is a {@link CheckedMail} before a test sees it.
 */
final class MailBench implements AutoCloseable {
    static final EmailAddress READER = new EmailAddress("reader", "example.com");
    static final String BOT = "news@example.org";
    static final String PASSWORD = "not-for-the-log";

    /** What the reader's mail server found out, as the bot's writes it down. */
    static final String ALIGNED =
            "Authentication-Results: mx.example.org; dkim=pass header.d=example.com; dmarc=pass header.from=example.com\r\n";

    final MailSink sink = new MailSink();
    final TestBot bot;
    final String key;
    private final GreenMail mailbox =
            new GreenMail(new ServerSetup[] {new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)});
    private int seen;
    private int written;

    /** @param lang of readers who did not choose: zh or en */
    MailBench(String lang) {
        mailbox.start();
        mailbox.setUser(BOT, "news", PASSWORD);
        Path keyFile;
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            key = "v=DKIM1; k=rsa; p="
                    + Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
            keyFile = Files.createTempDirectory("postbag-key").resolve("dkim.pem");
            Files.writeString(
                    keyFile,
                    "-----BEGIN PRIVATE KEY-----\n"
                            + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                    .encodeToString(pair.getPrivate().getEncoded())
                            + "\n-----END PRIVATE KEY-----\n");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bot = new TestBot(
                Engine.SQLITE,
                new TestClock("2026-11-20T22:00:00Z"),
                """
                url: https://news.example.org
                lang: %s
                digest: { max: 100, per-tag: 100 }
                email:
                  from: 晨报 <news@example.org>
                  smtp: { host: 127.0.0.1, port: %d, tls: none, connections: 2 }
                  imap: { host: 127.0.0.1, port: %d, user: news, password: %s, tls: none, authserv: [mx.example.org] }
                  dkim: { domain: example.org, selector: s1, key-file: "%s" }
                """
                        .formatted(lang, sink.port(), mailbox.getImap().getPort(), PASSWORD, keyFile));
    }

    /** Two posts, one in each language, one of them with a picture. */
    MailBench withPosts() {
        post(
                "chips",
                "芯片厂扩产",
                "科技",
                "https://example.org/plant.jpg",
                "一家芯片厂宣布扩产，明年产能翻倍。\n\n第二段说的是用电，详见[报告](https://example.org/report?a=1&b=2)。");
        bot.post("river", "River cleaned up", "City", "The river was cleaned by volunteers. They worked for a year.");
        bot.collect();
        return this;
    }

    /** A post with a picture. */
    void post(String name, String title, String tag, String picture, String body) {
        bot.post(name, title, tag + "]\nimage: " + picture + " #", body);
    }

    /** A mail of the reader's, delivered and read; what the bot sent then. */
    List<CheckedMail> write(String headers, String subject, String text, CheckedMail answers) {
        deliver(headers, subject, text, answers);
        return read();
    }

    /** A mail of the reader's, delivered and not yet read; its Message-ID. */
    String deliver(String headers, String subject, String text, CheckedMail answers) {
        String encoded = Base64.getEncoder().encodeToString(subject.getBytes(StandardCharsets.UTF_8));
        String thread = answers == null
                ? ""
                : "In-Reply-To: " + answers.header("Message-ID") + "\r\nReferences: " + answers.header("Message-ID")
                        + "\r\n";
        String id = "<m" + ++written + "@example.com>";
        deliver(headers + "From: Reader <reader@example.com>\r\nTo: news@example.org\r\nMessage-ID: " + id
                + "\r\nSubject: =?UTF-8?B?" + encoded + "?=\r\n" + thread
                + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + text.replace("\n", "\r\n") + "\r\n");
        return id;
    }

    void deliver(String letter) {
        try {
            mailbox.getUserManager()
                    .getUserByEmail(BOT)
                    .deliver(new MimeMessage(
                            Session.getInstance(new Properties()),
                            new ByteArrayInputStream(letter.getBytes(StandardCharsets.UTF_8))));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The bot looks into its mailbox; what it sent then. A while passes, so that nobody's hour is full of answers. */
    List<CheckedMail> read() {
        try {
            bot.application().readInbox();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
        bot.clock().advance(Duration.ofMinutes(4));
        return sent();
    }

    /** Everything due goes out. */
    Pass pass() {
        return bot.application().delivery().deliverDue(bot.clock().instant(), null);
    }

    /** What the bot sent since this was asked last. */
    List<CheckedMail> sent() {
        List<CheckedMail> mails = new ArrayList<>();
        for (; seen < sink.received.size(); seen++)
            mails.add(CheckedMail.of(sink.received.get(seen).data(), key));
        return mails;
    }

    @Override
    public void close() {
        bot.close();
        mailbox.stop();
        sink.close();
    }
}
