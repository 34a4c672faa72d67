package org.postbag.bot.email;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.postbag.digest.email.MailPart;

/**
 * Encodes the parts of mails for the wire (RFC 2045), in the shorter of the two ways. What the mails of a digest have in
 * common is encoded once and kept while somebody uses it. Thread safe.
 */
final class EncodedParts {
    private static final byte[] CRLF = {'\r', '\n'};
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(76, CRLF);
    /** Bytes that a line of 76 letters holds. */
    private static final int LINE = 57;

    private static final int MOST = 100;

    /** By identity: two digests of equal words would be encoded twice, which costs time and nothing else. */
    private final Cache<String, Encoded> commons =
            Caffeine.newBuilder().weakKeys().maximumSize(MOST).build();

    /**
     * A part's common beginning.
     *
     * @param lines whole lines of its encoding
     * @param rest what did not fill a line, to be encoded with what follows
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Encoded(boolean printable, byte[] lines, byte[] rest) {}

    /** A part that can be written. */
    final class Part {
        private final Encoded common;
        private final byte[] own;

        Part(MailPart part) {
            own = part.own().getBytes(StandardCharsets.UTF_8);
            common = part.common().isEmpty()
                    ? new Encoded(isMostlyAscii(own), new byte[0], new byte[0])
                    : commons.get(part.common(), EncodedParts::encode);
        }

        String encoding() {
            return common.printable() ? "quoted-printable" : "base64";
        }

        /** At most so many bytes, give or take. */
        int size() {
            return common.lines().length + own.length * 3 / 2 + 200;
        }

        void writeTo(ByteArrayOutputStream out) {
            out.writeBytes(common.lines());
            byte[] rest = Arrays.copyOf(common.rest(), common.rest().length + own.length);
            System.arraycopy(own, 0, rest, common.rest().length, own.length);
            out.writeBytes(common.printable() ? quotedPrintable(rest) : LINES.encode(rest));
        }
    }

    Part of(MailPart part) {
        return new Part(part);
    }

    private static Encoded encode(String common) {
        byte[] bytes = common.getBytes(StandardCharsets.UTF_8);
        // It ends with a line, so quoted-printable can go on anywhere; base64 only where a line of it is full.
        if (isMostlyAscii(bytes)) return new Encoded(true, quotedPrintable(bytes), new byte[0]);
        int whole = bytes.length - bytes.length % LINE;
        ByteArrayOutputStream lines = new ByteArrayOutputStream(whole * 7 / 5 + 2);
        lines.writeBytes(LINES.encode(Arrays.copyOf(bytes, whole)));
        if (whole > 0) lines.writeBytes(CRLF);
        return new Encoded(false, lines.toByteArray(), Arrays.copyOfRange(bytes, whole, bytes.length));
    }

    /** Quoted-printable is then the shorter one, and can be read as it is. */
    private static boolean isMostlyAscii(byte[] content) {
        int ascii = 0;
        for (byte b : content) if (b >= 0) ascii++;
        return ascii * 6L > content.length * 5L;
    }

    private static byte[] quotedPrintable(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length * 5 / 4);
        String lines = new String(content, StandardCharsets.ISO_8859_1).replace("\n", "\r\n");
        try (OutputStream encoded = MimeUtility.encode(out, "quoted-printable")) {
            encoded.write(lines.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("a mail could not be encoded: " + e.getMessage(), e);
        }
        return out.toByteArray();
    }
}
