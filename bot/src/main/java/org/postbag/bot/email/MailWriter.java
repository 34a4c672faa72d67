package org.postbag.bot.email;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.email.bounce.VerpAddress;
import org.postbag.bot.token.ReaderLinks;
import org.postbag.bot.token.Tokens;
import org.postbag.digest.email.EmailBody;
import org.postbag.digest.email.EmailLinks;
import org.postbag.subscriptions.EmailAddress;
import org.postbag.subscriptions.Subscription;

/**
 * Writes mails: digests with every header a list needs (RFC 2369, 2919, 8058), and answers in their thread. How a header
 * or a body becomes bytes is {@link MailBytes}'.
 */
public final class MailWriter {
    private static final int MOST_SUBJECTS = 100;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH);

    private final InternetAddress from;
    private final String listId;
    private final VerpAddress verp;
    private final EncodedParts parts = new EncodedParts();
    /** Finding out how to encode a subject takes Jakarta Mail longer than all the rest of a mail. */
    private final Cache<String, String> subjects =
            Caffeine.newBuilder().maximumSize(MOST_SUBJECTS).build();

    private final ReaderLinks links;
    private final Tokens tokens;
    private final UnaryOperator<byte[]> signing;
    private final boolean answered;
    private final Clock clock;

    /**
     * @param from as in {@code email.from}: a name and an address
     * @param answered whether somebody reads what readers write back
     * @param signing adds a signature in front of a finished mail, or nothing
     * @throws IllegalArgumentException when {@code from} is no address
     */
    public MailWriter(
            String from,
            String listName,
            ReaderLinks links,
            Tokens tokens,
            UnaryOperator<byte[]> signing,
            boolean answered,
            Clock clock) {
        this.from = parse(from);
        this.listId = MailBytes.encoded("List-Id", listName) + " <postbag." + domain() + ">";
        this.verp = new VerpAddress(this.from.getAddress(), tokens::name);
        this.links = links;
        this.tokens = tokens;
        this.signing = signing;
        this.answered = answered;
        this.clock = clock;
    }

    /** The address mails come from and are answered to, without its name. */
    public String fromAddress() {
        return from.getAddress();
    }

    /** Reads the envelope senders it makes. */
    public VerpAddress verp() {
        return verp;
    }

    /** Of the address mails come from. */
    public String domain() {
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

    /** Where a mail's footer leads; somebody who does not subscribe has no pages of their own. */
    public EmailLinks linksFor(@Nullable Subscription subscription) {
        if (subscription == null) return new EmailLinks(links.base(), null, null, null, answered);
        return new EmailLinks(
                links.base(),
                links.preferences(subscription.id()),
                links.unsubscribe(subscription.id()),
                subscription.address() instanceof EmailAddress email ? email.mailbox() : null,
                answered);
    }

    String confirmLink(long subscription) {
        return links.confirm(subscription);
    }

    /**
     * @param own the reader's links, as {@link #linksFor} gives them
     */
    public OutgoingMail digest(long delivery, Subscription subscription, EmailBody body, EmailLinks own) {
        String leave = Objects.requireNonNull(own.unsubscribe());
        String token = leave.substring(leave.lastIndexOf('/') + 1);
        EmailAddress to = (EmailAddress) subscription.address();
        String id = digestId(delivery);
        MailBytes mail = letter(to, body.subject(), id)
                .lines("List-Id", "", List.of(listId))
                .lines(
                        "List-Unsubscribe",
                        ",",
                        List.of(
                                "<" + leave + ">",
                                "<mailto:" + from.getAddress() + "?subject=unsubscribe%20" + token + ">"))
                .header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
                .header("List-Post", "NO")
                .header(
                        "Feedback-ID",
                        "digest:" + subscription.settings().lang().word() + ":postbag:" + domain())
                .header("Auto-Submitted", "auto-generated")
                .header("Precedence", "bulk");
        return finished(mail, id, verp.make(subscription.id()), to, body);
    }

    /**
     * A question to somebody who has not agreed to anything yet.
     *
     * @param sender of the envelope, where it comes back to
     */
    OutgoingMail question(EmailAddress to, EmailBody body, String id, String sender) {
        MailBytes mail = letter(to, body.subject(), id).header("Auto-Submitted", "auto-generated");
        return finished(mail, id, sender, to, body);
    }

    /**
     * An answer in the thread of what was asked.
     *
     * @param references of the thread, oldest first, the answered mail last
     */
    public OutgoingMail answer(
            EmailAddress to, String id, String subject, EmailBody body, String inReplyTo, List<String> references) {
        MailBytes mail = letter(to, subject, id)
                .header("In-Reply-To", inReplyTo)
                .lines("References", "", references)
                .header("Auto-Submitted", "auto-replied")
                .header("Precedence", "bulk");
        return finished(mail, id, from.getAddress(), to, body);
    }

    private MailBytes letter(EmailAddress to, String subject, String messageId) {
        return new MailBytes(parts)
                .header("Date", DATE.format(clock.instant().atOffset(ZoneOffset.UTC)))
                .header("From", from.toString())
                .header("To", to.mailbox())
                .words("Subject", subjects.get(subject, text -> MailBytes.encoded("Subject", text)))
                .header("Message-ID", messageId);
    }

    private OutgoingMail finished(MailBytes mail, String id, String sender, EmailAddress to, EmailBody body) {
        byte[] bytes = signing.apply(mail.with(body, id.substring(1, id.indexOf('@'))));
        return new OutgoingMail(id, sender, from.getAddress(), to.mailbox(), bytes);
    }

    /**
     * The address of {@code email.from}.
     *
     * @throws IllegalArgumentException when it is none; says how one looks
     */
    public static InternetAddress parse(String text) {
        try {
            InternetAddress address = new InternetAddress(text, true);
            if (address.getPersonal() != null) address.setPersonal(address.getPersonal(), "UTF-8");
            return address;
        } catch (AddressException | UnsupportedEncodingException e) {
            throw new IllegalArgumentException(
                    "email.from: '" + text + "' is not a mail address; write for example 晨报 <news@example.org>", e);
        }
    }
}
