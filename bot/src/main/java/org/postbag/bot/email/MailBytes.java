package org.postbag.bot.email;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.postbag.digest.email.EmailBody;

/**
 * Puts a mail together as bytes: header lines encoded, folded and cleaned of line breaks, which would start headers of
 * their own; then the two bodies (RFC 5322, 2045 to 2047). Which headers there are is {@link MailWriter}'s to say.
 *
 * <p>The bodies do not go through Jakarta Mail, which copies them several times byte by byte.
 */
final class MailBytes {
    private static final byte[] CRLF = {'\r', '\n'};
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(76, CRLF);

    private final StringBuilder head = new StringBuilder(1500);

    /** A header of ASCII: an address, an id, a keyword. Anything else in it becomes a question mark. */
    MailBytes header(String name, String value) {
        String line = clean(value).replaceAll("[^\\x20-\\x7e]", "?");
        head.append(name)
                .append(": ")
                .append(MimeUtility.fold(name.length() + 2, line))
                .append("\r\n");
        return this;
    }

    /** A header of words in any language. */
    MailBytes words(String name, String text) {
        head.append(name)
                .append(": ")
                .append(MimeUtility.fold(name.length() + 2, encoded(text)))
                .append("\r\n");
        return this;
    }

    /** Words in any language as encoded words, those in plain ASCII as they are. */
    static String encoded(String text) {
        try {
            return MimeUtility.encodeText(clean(text), StandardCharsets.UTF_8.name(), "B");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("this Java has no UTF-8", e);
        }
    }

    /** A header whose folding is given: parts stand on lines of their own. */
    MailBytes lines(String name, String separator, Iterable<String> parts) {
        head.append(name)
                .append(": ")
                .append(String.join(separator + "\r\n ", parts))
                .append("\r\n");
        return this;
    }

    /**
     * The whole mail.
     *
     * @param boundary at most 60 letters, digits, dots, hyphens and underscores; in front of it stands {@code =_}, which
     *     occurs in neither encoding
     */
    byte[] with(EmailBody body, String boundary) {
        byte[] text = body.text().getBytes(StandardCharsets.UTF_8);
        byte[] html = body.html().getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream((text.length + html.length) * 7 / 5 + 4000);
        header("MIME-Version", "1.0");
        head.append("Content-Type: multipart/alternative;\r\n boundary=\"=_")
                .append(boundary)
                .append("\"\r\n\r\n");
        put(out, head.toString());
        part(out, boundary, "plain", text);
        part(out, boundary, "html", html);
        put(out, "--=_" + boundary + "--\r\n");
        return out.toByteArray();
    }

    private static void part(ByteArrayOutputStream out, String boundary, String subtype, byte[] content) {
        boolean printable = mostlyAscii(content);
        put(
                out,
                "--=_" + boundary + "\r\nContent-Type: text/" + subtype
                        + "; charset=utf-8\r\nContent-Transfer-Encoding: "
                        + (printable ? "quoted-printable" : "base64") + "\r\n\r\n");
        if (printable) quotedPrintable(out, content);
        else out.writeBytes(LINES.encode(content));
        put(out, "\r\n");
    }

    /** Quoted-printable is then the shorter one, and can be read as it is. */
    private static boolean mostlyAscii(byte[] content) {
        int ascii = 0;
        for (byte b : content) if (b >= 0) ascii++;
        return ascii * 6L > content.length * 5L;
    }

    private static void quotedPrintable(ByteArrayOutputStream out, byte[] content) {
        String lines = new String(content, StandardCharsets.ISO_8859_1).replace("\n", "\r\n");
        try (OutputStream encoded = MimeUtility.encode(out, "quoted-printable")) {
            encoded.write(lines.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("a mail could not be encoded: " + e.getMessage(), e);
        }
    }

    private static void put(ByteArrayOutputStream out, String ascii) {
        out.writeBytes(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    private static String clean(String value) {
        return value.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }
}
