package org.postbag.bot.email;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.search.SearchTerm;
import java.io.IOException;
import java.time.Duration;
import java.util.Properties;
import java.util.function.Predicate;
import org.eclipse.angus.mail.imap.IMAPFolder;

/**
 * A person's mail program at {@link MailPeers}: writes mails, and waits for those that come in from now on, as IMAP tells
 * (RFC 2177).
 */
final class PeerMailbox implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final String address;
    private final Session session;
    private final Store store;
    private final IMAPFolder inbox;
    private int seen;

    PeerMailbox(MailPeers peers, String user) throws MessagingException {
        address = user + "@example.test";
        Properties properties = new Properties();
        for (String protocol : new String[] {"imap", "smtp"}) {
            String prefix = "mail." + protocol + ".";
            properties.put(prefix + "ssl.socketFactory", TrustedCertificates.sockets(peers.certificate()));
            properties.put(prefix + "ssl.checkserveridentity", "true");
            properties.put(prefix + "timeout", Long.toString(PATIENCE.toMillis()));
            properties.put(prefix + "connectiontimeout", "10000");
        }
        properties.put("mail.imap.ssl.enable", "true");
        properties.put("mail.smtp.starttls.required", "true");
        properties.put("mail.smtp.auth", "true");
        properties.put("mail.smtp.from", address);
        session = Session.getInstance(properties);
        store = session.getStore("imap");
        store.connect("127.0.0.1", MailPeers.IMAPS, address, MailPeers.PASSWORD);
        inbox = (IMAPFolder) store.getFolder("INBOX");
        inbox.open(Folder.READ_ONLY);
        seen = inbox.getMessageCount();
    }

    /** Sends a mail to somebody, over submission. */
    MimeMessage write(String to, String subject, String text) throws MessagingException {
        return send(letter(to, subject, text));
    }

    /** Answers a mail as mail programs do, with what it answers quoted below. */
    MimeMessage reply(MimeMessage answered, String text) throws MessagingException, IOException {
        MimeMessage reply = (MimeMessage) answered.reply(false);
        reply.setFrom(address);
        String quoted = text(answered)
                .lines()
                .limit(5)
                .map(line -> "> " + line + "\r\n")
                .reduce("", String::concat);
        reply.setText(text + "\r\n\r\nOn Friday, somebody wrote:\r\n" + quoted, "UTF-8");
        return send(reply);
    }

    private MimeMessage letter(String to, String subject, String text) throws MessagingException {
        MimeMessage letter = new MimeMessage(session);
        letter.setFrom(address);
        letter.setRecipients(Message.RecipientType.TO, to);
        letter.setSubject(subject, "UTF-8");
        letter.setText(text, "UTF-8");
        return letter;
    }

    private MimeMessage send(MimeMessage letter) throws MessagingException {
        letter.saveChanges();
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect("127.0.0.1", MailPeers.SUBMISSION, address, MailPeers.PASSWORD);
            transport.sendMessage(letter, InternetAddress.parse(letter.getHeader("To", ",")));
        }
        return letter;
    }

    /** The next mail that is wanted, of those that were not looked at yet; others are passed over. */
    MimeMessage await(Predicate<MimeMessage> wanted) throws MessagingException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            int count = inbox.getMessageCount();
            while (seen < count) {
                MimeMessage mail = new MimeMessage((MimeMessage) inbox.getMessage(++seen));
                if (wanted.test(mail)) return mail;
            }
            if (System.nanoTime() > end) throw new AssertionError("no such mail came to " + address);
            // Returns with the server's next word; one that says none ends it with a timeout.
            inbox.idle(true);
        }
    }

    MimeMessage await() throws MessagingException {
        return await(mail -> true);
    }

    /** How many of all mails are such. */
    int count(SearchTerm term) throws MessagingException {
        return inbox.search(term).length;
    }

    static String text(MimeMessage mail) throws MessagingException, IOException {
        Object content = mail.getContent();
        return content instanceof MimeMultipart parts
                ? (String) parts.getBodyPart(0).getContent()
                : (String) content;
    }

    @Override
    public void close() throws MessagingException {
        store.close();
    }
}
