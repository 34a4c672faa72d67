package org.postbag.bot.email.inbox;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;
import org.postbag.bot.TestBot;
import org.postbag.bot.TestClock;
import org.postbag.bot.app.InboxParts;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.EmailAddress;

/** A whole bot with a real mailbox, a reader beside it, and mails written letter by letter. */
final class InboxBench implements AutoCloseable {
    static final EmailAddress READER = new EmailAddress("reader", "example.com");
    static final String BOT = "news@example.org";
    final GreenMail mail = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });
    final TestBot bot;
    Predicate<MimeMessage> reports = message -> false;
    InboxParts parts;
    private int written;

    InboxBench() {
        mail.start();
        mail.setUser(BOT, "news", "secret");
        mail.setUser(READER.mailbox(), "reader", "secret");
        bot = new TestBot(
                Engine.SQLITE,
                new TestClock("2026-11-20T22:00:00Z"),
                """
                email:
                  from: 晨报 <news@example.org>
                  smtp: { host: 127.0.0.1, port: %d, tls: none, connections: 2 }
                  imap: { host: 127.0.0.1, port: %d, user: news, password: secret, tls: none, poll: 60s, authserv: [mx.example.org] }
                """
                        .formatted(mail.getSmtp().getPort(), mail.getImap().getPort()));
        bot.post("chips", "芯片厂扩产", "科技", "一家芯片厂宣布扩产，明年产能翻倍。\n\n第二段说的是用电。");
        bot.post("river", "River cleaned up", "City", "The river was cleaned by volunteers. They worked for a year.");
        bot.collect();
        wire();
    }

    private void wire() {
        parts = new InboxParts(bot.application(), message -> reports.test(message));
    }

    /** As after a crash: what was in memory is gone. */
    void restart() {
        bot.restart();
        wire();
    }

    /** A mail of the reader's, delivered and read. */
    void write(String headers, String subject, String text, MimeMessage answers) throws MessagingException {
        deliver(headers, subject, text, answers);
        parts.reader.readNew();
    }

    void deliver(String headers, String subject, String text, MimeMessage answers) throws MessagingException {
        String encoded = Base64.getEncoder().encodeToString(subject.getBytes(StandardCharsets.UTF_8));
        String thread = answers == null
                ? ""
                : "In-Reply-To: " + answers.getMessageID() + "\r\nReferences: " + answers.getMessageID() + "\r\n";
        String type = headers.contains("Content-Type") ? "" : "Content-Type: text/plain; charset=utf-8\r\n";
        deliver(headers + "From: Reader <reader@example.com>\r\nTo: news@example.org\r\nMessage-ID: <m" + ++written
                + "@example.com>\r\nSubject: =?UTF-8?B?" + encoded + "?=\r\n" + thread + type + "\r\n"
                + text.replace("\n", "\r\n") + "\r\n");
    }

    void raw(String letter) throws MessagingException {
        deliver(letter);
        parts.reader.readNew();
    }

    void deliver(String letter) throws MessagingException {
        deliver(letter.getBytes(StandardCharsets.UTF_8));
    }

    void deliver(byte[] letter) throws MessagingException {
        GreenMailUser user = mail.getUserManager().getUserByEmail(BOT);
        user.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(letter)));
    }

    /** Everything the bot sent. */
    List<MimeMessage> all() {
        return Arrays.stream(mail.getReceivedMessages())
                .filter(m -> sender(m).equals(BOT) && !to(m).equals(BOT))
                .toList();
    }

    List<MimeMessage> inbox() {
        return all().stream().filter(m -> to(m).equals(READER.mailbox())).toList();
    }

    MimeMessage newest() {
        List<MimeMessage> all = inbox();
        return all.get(all.size() - 1);
    }

    private static String to(MimeMessage message) {
        try {
            return ((InternetAddress) message.getRecipients(Message.RecipientType.TO)[0]).getAddress();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sender(MimeMessage message) {
        try {
            return message.getFrom() == null ? "" : ((InternetAddress) message.getFrom()[0]).getAddress();
        } catch (MessagingException e) {
            return "";
        }
    }

    String text(MimeMessage message) throws Exception {
        return (String) ((MimeMultipart) message.getContent()).getBodyPart(0).getContent();
    }

    private MailFolder folder() {
        try {
            return mail.getManagers()
                    .getImapHostManager()
                    .getInbox(mail.getUserManager().getUserByEmail(BOT));
        } catch (com.icegreen.greenmail.store.FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    long unread() {
        return folder().getMessages().stream()
                .filter(m -> !m.getFlags().contains(Flags.Flag.SEEN))
                .count();
    }

    long flagged() {
        return folder().getMessages().stream()
                .filter(m -> m.getFlags().contains(Flags.Flag.FLAGGED))
                .count();
    }

    @Override
    public void close() {
        bot.close();
        mail.stop();
    }
}
