package org.postbag.bot.email;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.token.ReaderLinks;
import org.postbag.bot.token.Tokens;
import org.postbag.digest.email.EmailBody;
import org.postbag.digest.email.EmailLinks;
import org.postbag.subscriptions.EmailAddress;
import org.postbag.subscriptions.Subscription;

/**
 * Writes mails: digests with every header a list needs (RFC 2369, 2919, 8058), and answers in their thread. Header
 * values are cleaned of line breaks here, for Jakarta Mail would pass them on as headers of their own.
 */
public final class MailWriter {
    private final Session session = Session.getInstance(new Properties());
    private final InternetAddress from;
    private final String listName;
    private final ReaderLinks links;
    private final Tokens tokens;
    private final Clock clock;

    /**
     * @param from as in {@code email.from}: a name and an address
     * @throws IllegalArgumentException when {@code from} is no address
     */
    public MailWriter(String from, String listName, ReaderLinks links, Tokens tokens, Clock clock) {
        this.from = parse(from);
        this.listName = listName;
        this.links = links;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** The address mails come from and are answered to, without its name. */
    public String fromAddress() {
        return from.getAddress();
    }

    private String domain() {
        String address = from.getAddress();
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /** The same for a delivery however often it is sent, so that a second copy is known for one. */
    String digestId(long delivery) {
        return "<digest." + delivery + "." + tokens.name("digest " + delivery) + "@" + domain() + ">";
    }

    String confirmationId(long subscription) {
        return "<confirm." + subscription + "." + tokens.name("confirm " + subscription) + "@" + domain() + ">";
    }

    /** By which the answer to a question of {@link LinkQuestions} is known. */
    String linkId(long request) {
        return "<link." + request + "." + tokens.name("link " + request) + "@" + domain() + ">";
    }

    String linkLink(long request) {
        return links.link(request);
    }

    EmailLinks linksFor(@Nullable Subscription subscription) {
        if (subscription == null) return new EmailLinks(links.base(), null, null, null);
        return new EmailLinks(
                links.base(),
                links.preferences(subscription.id()),
                links.unsubscribe(subscription.id()),
                subscription.address() instanceof EmailAddress email ? email.mailbox() : null);
    }

    String confirmLink(long subscription) {
        return links.confirm(subscription);
    }

    public MimeMessage digest(long delivery, Subscription subscription, EmailBody body) {
        return write(mail -> {
            compose(mail, (EmailAddress) subscription.address(), body, digestId(delivery));
            mail.setHeader(
                    "List-Id", MimeUtility.encodeText(clean(listName), "UTF-8", "B") + " <postbag." + domain() + ">");
            mail.setHeader(
                    "List-Unsubscribe",
                    "<" + links.unsubscribe(subscription.id()) + ">,\r\n <mailto:" + from.getAddress()
                            + "?subject=unsubscribe>");
            mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            mail.setHeader("List-Post", "NO");
            mail.setHeader(
                    "Feedback-ID", "digest:" + subscription.settings().lang().word() + ":postbag:" + domain());
            mail.setHeader("Auto-Submitted", "auto-generated");
            mail.setHeader("Precedence", "bulk");
        });
    }

    /** A question to somebody who has not agreed to anything yet. */
    MimeMessage question(EmailAddress to, EmailBody body, String id) {
        return write(mail -> {
            compose(mail, to, body, id);
            mail.setHeader("Auto-Submitted", "auto-generated");
        });
    }

    /** An answer in the thread of what was asked. */
    MimeMessage answer(EmailAddress to, String subject, EmailBody body, IncomingMail asked, int part) {
        return write(mail -> {
            String id = "<answer." + tokens.name("answer " + asked.messageId() + " " + part) + "@" + domain() + ">";
            compose(mail, to, body, id);
            mail.setSubject(clean(subject), "UTF-8");
            mail.setHeader("In-Reply-To", clean(asked.messageId()));
            mail.setHeader("References", String.join("\r\n ", references(asked)));
            mail.setHeader("Auto-Submitted", "auto-replied");
            mail.setHeader("Precedence", "bulk");
        });
    }

    private static List<String> references(IncomingMail asked) {
        List<String> all = new java.util.ArrayList<>(asked.references());
        if (!all.contains(asked.messageId())) all.add(asked.messageId());
        int most = 20;
        return all.subList(Math.max(0, all.size() - most), all.size()).stream()
                .map(MailWriter::clean)
                .toList();
    }

    private void compose(MimeMessage mail, EmailAddress to, EmailBody body, String messageId)
            throws MessagingException, UnsupportedEncodingException {
        mail.setFrom(from);
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to.name() + "@" + to.host()));
        mail.setSubject(clean(body.subject()), "UTF-8");
        mail.setSentDate(Date.from(clock.instant()));
        mail.setContent(alternatives(body));
        mail.saveChanges();
        mail.setHeader("Message-ID", messageId);
    }

    private static MimeMultipart alternatives(EmailBody body) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(body.text(), StandardCharsets.UTF_8.name(), "plain");
        text.setHeader("Content-Transfer-Encoding", encoding(body.text()));
        MimeBodyPart html = new MimeBodyPart();
        html.setText(body.html(), StandardCharsets.UTF_8.name(), "html");
        html.setHeader("Content-Transfer-Encoding", encoding(body.html()));
        return new MimeMultipart("alternative", text, html);
    }

    /** The shorter of the two for the text at hand. */
    private static String encoding(String text) {
        long ascii = text.chars().filter(c -> c < 128).count();
        return ascii * 6 > text.length() * 5L ? "quoted-printable" : "base64";
    }

    private interface Writing {
        void on(MimeMessage mail) throws MessagingException, UnsupportedEncodingException;
    }

    private MimeMessage write(Writing writing) {
        try {
            MimeMessage mail = new NamedMessage(session);
            writing.on(mail);
            return mail;
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new IllegalStateException("a mail could not be written: " + e.getMessage(), e);
        }
    }

    /** Keeps the Message-ID it was given; Jakarta Mail would make a new one on every save. */
    private static final class NamedMessage extends MimeMessage {
        NamedMessage(Session session) {
            super(session);
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            if (getMessageID() == null) super.updateMessageID();
        }
    }

    static InternetAddress parse(String text) {
        try {
            InternetAddress address = new InternetAddress(clean(text), true);
            if (address.getPersonal() != null) address.setPersonal(address.getPersonal(), "UTF-8");
            return address;
        } catch (AddressException | UnsupportedEncodingException e) {
            throw new IllegalArgumentException(
                    "email.from: '" + text + "' is not a mail address; write for example 晨报 <news@example.org>", e);
        }
    }

    private static String clean(String value) {
        return value.replaceAll("[\\r\\n\\u0000]+", " ").strip();
    }
}
