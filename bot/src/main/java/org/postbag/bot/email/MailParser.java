package org.postbag.bot.email;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.EmailAddress;
import org.postbag.subscriptions.InvalidAddress;

/**
 * Reads a received mail as far as Postbag cares: who wrote it, what thread it stands in, its first unquoted line. Size and
 * nesting are bounded, and a charset that does not exist is read as UTF-8.
 */
final class MailParser {
    private static final int MOST_BYTES = 256 * 1024;
    private static final int MOST_DEPTH = 8;
    private static final int MOST_PARTS = 50;
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,400}>");

    private final String ownAddress;

    /**
     * @param ownAddress the bot's, whose own mails are never answered
     */
    MailParser(String ownAddress) {
        this.ownAddress = ownAddress;
    }

    IncomingMail parse(MimeMessage mail) throws MessagingException, IOException {
        String id = first(ids(mail, "Message-ID"));
        EmailAddress from = from(mail);
        String subject =
                mail.getSubject() == null ? "" : bounded(mail.getSubject().strip(), 500);
        Body body = new Body();
        read(mail, body, 0);
        String text = body.plain != null ? body.plain : body.html != null ? fromHtml(body.html) : "";
        List<String> inReplyTo = ids(mail, "In-Reply-To");
        return new IncomingMail(
                id == null
                        ? "<none." + Integer.toHexString((subject + from + mail.getSentDate()).hashCode()) + ">"
                        : id,
                from,
                automatic(mail, from),
                subject,
                UnquotedText.firstLine(text),
                ids(mail, "References"),
                first(inReplyTo));
    }

    private static @Nullable String first(List<String> ids) {
        return ids.isEmpty() ? null : ids.get(0);
    }

    /** Only the texts; attachments are not looked at. */
    private static final class Body {
        @Nullable
        String plain;

        @Nullable
        String html;

        int parts;
    }

    private static void read(Part part, Body body, int depth) throws MessagingException, IOException {
        if (depth > MOST_DEPTH || ++body.parts > MOST_PARTS) return;
        if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) return;
        if (part.isMimeType("multipart/*")) {
            if (!(part.getContent() instanceof Multipart multipart)) return;
            for (int i = 0; i < multipart.getCount() && i < MOST_PARTS; i++) {
                BodyPart child = multipart.getBodyPart(i);
                read(child, body, depth + 1);
            }
        } else if (part.isMimeType("text/plain") && body.plain == null) {
            body.plain = text(part);
        } else if (part.isMimeType("text/html") && body.html == null) {
            body.html = text(part);
        }
    }

    private static String text(Part part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return new String(in.readNBytes(MOST_BYTES), charset(part));
        }
    }

    private static Charset charset(Part part) throws MessagingException {
        Matcher matcher = Pattern.compile("charset=\"?([A-Za-z0-9._:-]{1,40})", Pattern.CASE_INSENSITIVE)
                .matcher(String.valueOf(part.getContentType()));
        if (!matcher.find()) return StandardCharsets.UTF_8;
        String name = matcher.group(1);
        if (name.equalsIgnoreCase("gb2312")) return Charset.forName("GB18030"); // mail programs say the smaller name
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }

    /** Keeps lines apart and drops what a mail program quotes. */
    private static String fromHtml(String html) {
        var document = Jsoup.parse(html);
        document.select("blockquote, .gmail_quote, style, script, head").remove();
        document.select("br").after("\n");
        document.select("p, div, li, tr").before("\n");
        return document.body().wholeText();
    }

    private @Nullable EmailAddress from(MimeMessage mail) throws MessagingException {
        jakarta.mail.Address[] senders;
        try {
            senders = mail.getFrom();
        } catch (jakarta.mail.internet.AddressException e) {
            return null; // unreadable, so nobody to answer
        }
        if (senders == null || senders.length != 1 || !(senders[0] instanceof InternetAddress address)) return null;
        try {
            return Address.parse("email:" + address.getAddress()) instanceof EmailAddress email ? email : null;
        } catch (InvalidAddress e) {
            return null;
        }
    }

    private boolean automatic(MimeMessage mail, @Nullable EmailAddress from) throws MessagingException {
        String submitted = header(mail, "Auto-Submitted");
        String precedence = header(mail, "Precedence");
        String sender = from == null ? "" : from.name().toLowerCase(Locale.ROOT);
        return (!submitted.isEmpty() && !submitted.startsWith("no"))
                || precedence.startsWith("bulk")
                || precedence.startsWith("list")
                || precedence.startsWith("junk")
                || !header(mail, "List-Id").isEmpty()
                || !header(mail, "X-Autoreply").isEmpty()
                || !header(mail, "X-Autorespond").isEmpty()
                || header(mail, "Return-Path").equals("<>")
                || header(mail, "Content-Type").startsWith("multipart/report")
                || sender.equals("mailer-daemon")
                || sender.equals("postmaster")
                || sender.startsWith("no-reply")
                || sender.startsWith("noreply")
                || (from != null && (from.name() + "@" + from.host()).equalsIgnoreCase(ownAddress));
    }

    private static String header(MimeMessage mail, String name) throws MessagingException {
        String value = mail.getHeader(name, ",");
        return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
    }

    private static List<String> ids(MimeMessage mail, String name) throws MessagingException {
        String value = mail.getHeader(name, " ");
        List<String> ids = new ArrayList<>();
        Matcher matcher = MESSAGE_ID.matcher(value == null ? "" : bounded(value, 20_000));
        while (matcher.find() && ids.size() < 50) ids.add(matcher.group());
        return ids;
    }

    private static String bounded(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }
}
