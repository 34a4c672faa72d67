package org.postbag.bot.email;

import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.postbag.digest.email.EmailBody;

/**
 * Puts a mail together as bytes: header lines encoded, folded and cleaned of line breaks, which would start headers of
 * their own; then the two bodies (RFC 5322, 2046, 2047), which {@link EncodedParts} encodes. Which headers there are is
 * {@link MailWriter}'s to say.
 *
 * <p>The bodies do not go through Jakarta Mail, which copies them several times byte by byte.
 */
final class MailBytes {
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");
    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x20-\\x7e]");

    private final EncodedParts parts;
    private final StringBuilder head = new StringBuilder(1500);

    MailBytes(EncodedParts parts) {
        this.parts = parts;
    }

    /** A header of ASCII: an address, an id, a keyword. Anything else in it becomes a question mark. */
    MailBytes header(String name, String value) {
        String line = NOT_ASCII.matcher(clean(value)).replaceAll("?");
        head.append(name)
                .append(": ")
                .append(MimeUtility.fold(name.length() + 2, line))
                .append("\r\n");
        return this;
    }

    /** A header whose value went through {@link #encoded}. */
    MailBytes words(String name, String encoded) {
        head.append(name).append(": ").append(encoded).append("\r\n");
        return this;
    }

    /** Words in any language as encoded words, those in plain ASCII as they are; folded to follow {@code name}. */
    static String encoded(String name, String text) {
        try {
            String words = MimeUtility.encodeText(clean(text), StandardCharsets.UTF_8.name(), "B");
            return MimeUtility.fold(name.length() + 2, words);
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
        EncodedParts.Part text = parts.of(body.twin());
        EncodedParts.Part html = parts.of(body.page());
        header("MIME-Version", "1.0");
        head.append("Content-Type: multipart/alternative;\r\n boundary=\"=_")
                .append(boundary)
                .append("\"\r\n\r\n");
        ByteArrayOutputStream out = new ByteArrayOutputStream(head.length() + text.size() + html.size() + 500);
        put(out, head.toString());
        part(out, boundary, "plain", text);
        part(out, boundary, "html", html);
        put(out, "--=_" + boundary + "--\r\n");
        return out.toByteArray();
    }

    private static void part(ByteArrayOutputStream out, String boundary, String subtype, EncodedParts.Part part) {
        put(
                out,
                "--=_" + boundary + "\r\nContent-Type: text/" + subtype
                        + "; charset=utf-8\r\nContent-Transfer-Encoding: " + part.encoding() + "\r\n\r\n");
        part.writeTo(out);
        put(out, "\r\n");
    }

    private static void put(ByteArrayOutputStream out, String ascii) {
        out.writeBytes(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    private static String clean(String value) {
        return BREAKS.matcher(value).replaceAll(" ").strip();
    }
}
