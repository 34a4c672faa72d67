package org.postbag.bot.email.inbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the text of a mail among its parts; attachments are not looked at. Depth, number and size of the parts are
 * bounded, and a part that is broken counts as far as it can be read.
 */
final class MailBody {
    private static final int MOST_BYTES = 256 * 1024;
    private static final int MOST_DEPTH = 8;
    private static final int MOST_PARTS = 50;

    // RFC 2046 5.1.1 allows 70 characters; looking for a very long one is slow.
    private static final int LONGEST_BOUNDARY = 200;
    private static final int LONGEST_TYPE = 2000;

    private @Nullable String plain;
    private @Nullable String html;
    private int parts;

    private MailBody() {}

    /** The plain text if it says anything, or else the HTML's. */
    static String text(Part mail) {
        MailBody body = new MailBody();
        body.read(mail, 0);
        if (body.plain != null && !body.plain.isBlank()) return body.plain;
        return body.html == null ? "" : HtmlText.of(body.html);
    }

    private void read(Part part, int depth) {
        if (depth > MOST_DEPTH || ++parts > MOST_PARTS) return;
        try {
            ContentType type = type(part);
            if (type == null || isAttached(part)) return;
            if (type.match("multipart/*")) children(part, type, depth);
            else if (type.match("text/plain") && plain == null) plain = decoded(part, type);
            else if (type.match("text/html") && html == null) html = decoded(part, type);
        } catch (MessagingException | IOException e) {
            // This part says nothing that could be read; the others may.
        }
    }

    private void children(Part part, ContentType type, int depth) throws MessagingException, IOException {
        String boundary = type.getParameter("boundary");
        if (boundary != null && boundary.length() > LONGEST_BOUNDARY) return;
        if (!(part.getContent() instanceof Multipart multipart)) return;
        int count = Math.min(multipart.getCount(), MOST_PARTS);
        for (int i = 0; i < count && parts < MOST_PARTS; i++) read(multipart.getBodyPart(i), depth + 1);
    }

    /** Null for one nobody writes; text where there is none or it cannot be read (RFC 2045 5.2). */
    private static @Nullable ContentType type(Part part) throws MessagingException {
        String[] headers = part.getHeader("Content-Type");
        if (headers == null || headers.length == 0) return new ContentType("text", "plain", null);
        if (headers[0].length() > LONGEST_TYPE) return null;
        try {
            return new ContentType(headers[0]);
        } catch (ParseException e) {
            return new ContentType("text", "plain", null);
        }
    }

    private static boolean isAttached(Part part) throws MessagingException {
        String[] headers = part.getHeader("Content-Disposition");
        return headers != null
                && headers.length > 0
                && headers[0].strip().regionMatches(true, 0, "attachment", 0, "attachment".length());
    }

    private static String decoded(Part part, ContentType type) throws MessagingException, IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try (InputStream in = part.getInputStream()) {
            byte[] some = new byte[8192];
            for (int n; read.size() < MOST_BYTES && (n = in.read(some)) > 0; ) read.write(some, 0, n);
        } catch (IOException e) {
            if (read.size() == 0) throw e; // damaged in transfer: what came before it is good
        }
        return MailCharsets.decode(read.toByteArray(), type.getParameter("charset"));
    }
}
