package org.postbag.bot.email.bounce;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes a report apart (RFC 6522): its text for people, its part for machines, and the headers of the mail that came
 * back, which it never enters further. Depth, number and size of parts are bounded; what cannot be taken apart is text.
 */
final class ReportParts {
    private static final int MOST_DEPTH = 6;
    private static final int MOST_PARTS = 40;
    private static final int MOST_TEXT = 48 * 1024;

    private static final int MOST_MAIL = 1 << 20;
    // Jakarta Mail makes all parts of a mail at once, whatever their number: a mail of 100,000 took 13 seconds.
    private static final int MOST_BOUNDARIES = 1_000;
    private static final Pattern BOUNDARY = Pattern.compile("^--\\S", Pattern.MULTILINE);

    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final List<Fields> statuses = new ArrayList<>();
    private final List<Fields> returned = new ArrayList<>();

    @Nullable
    private Fields feedback;

    private boolean receipt;
    private int parts;

    private ReportParts() {}

    static ReportParts of(MimeMessage mail) {
        ReportParts all = new ReportParts();
        String whole = PartText.raw(mail, MOST_MAIL);
        if (BOUNDARY.matcher(whole).results().limit(MOST_BOUNDARIES).count() < MOST_BOUNDARIES) all.take(mail, 0);
        else all.takeText(whole.substring(0, Math.min(whole.length(), MOST_TEXT)), false);
        return all;
    }

    /** What a person reads, at most 48 KB: the plain text, or the page's where that says nothing. */
    String text() {
        return plain.toString().strip().length() < 20 && !html.isEmpty()
                ? plain + PartText.ofHtml(html.toString())
                : plain.toString();
    }

    /** Groups of fields of {@code message/delivery-status} parts (RFC 3464, RFC 6533), the first about the whole mail. */
    List<Fields> statuses() {
        return statuses;
    }

    /** The {@code message/feedback-report} part (RFC 5965); null when there is none. */
    @Nullable
    Fields feedback() {
        return feedback;
    }

    /** Headers of the mails that came back. */
    List<Fields> returned() {
        return returned;
    }

    /** Whether it holds a {@code message/disposition-notification} (RFC 8098): a mail was read, deleted or filtered. */
    boolean receipt() {
        return receipt;
    }

    private void take(Part part, int depth) {
        if (++parts > MOST_PARTS) return;
        String type = type(part);
        if (type.startsWith("multipart/")) {
            if (depth > MOST_DEPTH || !takeChildren(part, depth)) takeText(PartText.of(part, MOST_TEXT), false);
            return;
        }
        switch (type) {
            case "message/delivery-status", "message/global-delivery-status" ->
                statuses.addAll(Fields.blocks(PartText.of(part, MOST_TEXT)));
            case "message/feedback-report" -> feedback = Fields.first(PartText.of(part, MOST_TEXT));
            case "message/disposition-notification", "message/global-disposition-notification" -> receipt = true;
            case "message/rfc822",
                    "text/rfc822-headers",
                    "message/global",
                    "message/global-headers",
                    "message/partial" -> returned.add(Fields.first(PartText.of(part, MOST_TEXT)));
            case "text/html" -> takeText(PartText.of(part, MOST_TEXT), true);
            default -> {
                if (type.startsWith("text/") || depth == 0) takeText(PartText.of(part, MOST_TEXT), false);
                else takeUnknown(PartText.of(part, MOST_TEXT));
            }
        }
    }

    private boolean takeChildren(Part part, int depth) {
        try {
            if (!(part.getContent() instanceof Multipart children) || children.getCount() == 0) return false;
            for (int i = 0; i < children.getCount() && parts < MOST_PARTS; i++)
                take(children.getBodyPart(i), depth + 1);
            return true;
        } catch (MessagingException | IOException | RuntimeException e) {
            return false; // not what it says it is; then it is a text
        }
    }

    private void takeText(String text, boolean page) {
        String start = text.stripLeading();
        if (start.regionMatches(true, 0, "Reporting-MTA:", 0, 14)
                || start.regionMatches(true, 0, "Final-Recipient:", 0, 16))
            statuses.addAll(Fields.blocks(text)); // a status that is declared a text
        StringBuilder to = page ? html : plain;
        if (to.length() < MOST_TEXT) to.append(text).append("\n\n");
    }

    /** An attachment is looked at only for being the mail that came back. */
    private void takeUnknown(String text) {
        Fields fields = Fields.first(text);
        if (fields.has("Message-ID") || (fields.has("From") && fields.has("Subject"))) returned.add(fields);
    }

    private static String type(Part part) {
        try {
            String type = part.getContentType();
            if (type == null) return "text/plain";
            int end = type.indexOf(';');
            return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        } catch (MessagingException e) {
            return "text/plain";
        }
    }
}
