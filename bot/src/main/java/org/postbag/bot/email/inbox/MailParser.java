package org.postbag.bot.email.inbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.EmailAddress;
import org.postbag.subscriptions.InvalidAddress;

/**
 * Reads a received mail as far as Postbag cares: who wrote it, what thread it stands in, its first unquoted lines. What is
 * read of each header is bounded; the body is {@link MailBody}'s.
 */
public final class MailParser {
    private static final int MOST_BOUNDARIES = 500;
    private static final int LONGEST_FROM = 2000;
    private static final int LONGEST_SUBJECT = 8000;
    private static final int SUBJECT = 500;
    private static final int LONGEST_IDS = 20_000;
    private static final int MOST_IDS = 50;
    private static final int MOST_RESULTS = 20;
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s\\p{Cntrl}]{1,400}>");

    private final Session session = Session.getInstance(new Properties());
    private final AutomaticMail automatic;

    /** @param ownAddress the bot's, without a name; its own mails are never answered */
    public MailParser(String ownAddress) {
        this.automatic = new AutomaticMail(ownAddress);
    }

    /**
     * What comes after hundreds of lines that could part it is left out: nobody writes that many parts, and splitting them
     * is slow.
     *
     * @param bytes an RFC 5322 message, or as much of its beginning as was fetched
     */
    MimeMessage message(byte[] bytes) throws MessagingException {
        return new MimeMessage(session, new ByteArrayInputStream(bytes, 0, reasonable(bytes)));
    }

    private static int reasonable(byte[] bytes) {
        int lines = 0;
        for (int i = 2; i < bytes.length; i++)
            if (bytes[i - 2] == '\n' && bytes[i - 1] == '-' && bytes[i] == '-' && ++lines == MOST_BOUNDARIES) return i;
        return bytes.length;
    }

    /**
     * @param bytes what {@code mail} was made from
     * @throws MessagingException when its header cannot be read
     */
    IncomingMail parse(MimeMessage mail, byte[] bytes) throws MessagingException {
        List<String> ids = ids(mail, "Message-ID");
        List<String> inReplyTo = ids(mail, "In-Reply-To");
        EmailAddress from = from(mail);
        String[] results = mail.getHeader("Authentication-Results");
        return new IncomingMail(
                ids.isEmpty() ? made(bytes) : ids.get(0),
                from,
                automatic.is(mail, from),
                subject(mail),
                UnquotedText.lines(MailBody.text(mail)),
                ids(mail, "References"),
                inReplyTo.isEmpty() ? null : inReplyTo.get(0),
                results == null
                        ? List.of()
                        : Arrays.stream(results).limit(MOST_RESULTS).toList());
    }

    private static String subject(MimeMessage mail) throws MessagingException {
        String[] raw = mail.getHeader("Subject");
        if (raw == null || raw.length == 0) return "";
        String decoded = EncodedWords.decode(bounded(raw[0], LONGEST_SUBJECT));
        return bounded(decoded.replaceAll("[\\p{Cntrl}\\s]+", " ").strip(), SUBJECT);
    }

    /** Exactly one sender, or nobody to answer. */
    private static @Nullable EmailAddress from(MimeMessage mail) throws MessagingException {
        String[] raw = mail.getHeader("From");
        if (raw == null || raw.length != 1 || raw[0].length() > LONGEST_FROM) return null;
        try {
            InternetAddress[] senders = InternetAddress.parseHeader(raw[0], true);
            if (senders.length != 1 || senders[0].isGroup()) return null;
            return Address.parse("email:" + senders[0].getAddress()) instanceof EmailAddress email ? email : null;
        } catch (AddressException | InvalidAddress e) {
            return null; // unreadable, so nobody to answer
        }
    }

    private static List<String> ids(MimeMessage mail, String name) throws MessagingException {
        String[] values = mail.getHeader(name);
        if (values == null || values.length == 0) return List.of();
        List<String> ids = new ArrayList<>();
        Matcher matcher = MESSAGE_ID.matcher(end(values[0], LONGEST_IDS));
        while (matcher.find()) ids.add(matcher.group());
        return ids.size() > MOST_IDS ? ids.subList(ids.size() - MOST_IDS, ids.size()) : ids;
    }

    /** A name for a mail that has none, the same for the same mail. */
    private static String made(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "<" + HexFormat.of().formatHex(digest, 0, 20) + "@unnamed.invalid>";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /** The newest ids stand at the end. */
    private static String end(String text, int most) {
        return text.length() > most ? text.substring(text.length() - most) : text;
    }

    /** Never cut between the two halves of a letter. */
    private static String bounded(String text, int most) {
        if (text.length() <= most) return text;
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
