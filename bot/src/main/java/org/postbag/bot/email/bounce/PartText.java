package org.postbag.bot.email.bounce;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * The text of one part of a mail, whatever it says of itself: an encoding that breaks off gives what came before, a
 * charset that is unknown or wrong gives UTF-8 or, where that cannot be, GB 18030.
 */
final class PartText {
    private static final Charset GB = Charset.forName("GB18030");
    /** Said by programs that do not look; what they send is often UTF-8 or GBK. */
    private static final Set<String> MEANINGLESS =
            Set.of("", "us-ascii", "ascii", "utf-8", "utf8", "unknown-8bit", "7bit");

    private PartText() {}

    /** At most so many bytes of a part, its transfer encoding undone, as text. */
    static String of(Part part, int mostBytes) {
        return text(bytes(part, mostBytes), charset(part));
    }

    /** At most so many bytes of a mail's body as they came, a character each. */
    static String raw(MimeMessage mail, int mostBytes) {
        try (InputStream in = mail.getRawInputStream()) {
            return new String(in.readNBytes(mostBytes), StandardCharsets.ISO_8859_1);
        } catch (IOException | MessagingException e) {
            return ""; // a mail without a body
        }
    }

    /** The text of a page, a line for each block. */
    static String ofHtml(String html) {
        var page = Jsoup.parse(html);
        page.select("style, script, head").remove();
        page.select("br").after("\n");
        page.select("p, div, li, tr, pre, h1, h2, h3, table").before("\n").after("\n");
        return page.body().wholeText();
    }

    /** A header's value that was put into a mail without any encoding, or with one. */
    static String ofHeader(String value) {
        try {
            String decoded = MimeUtility.decodeText(MimeUtility.unfold(value));
            boolean bare = value.chars().anyMatch(c -> c > 126 && c < 256);
            return bare ? text(value.getBytes(StandardCharsets.ISO_8859_1), "") : decoded;
        } catch (IOException e) {
            return value; // a charset this Java does not have
        }
    }

    // Not Part.getInputStream: it leaves encoded message/* parts as they are, and Exchange sends such.
    private static byte[] bytes(Part part, int most) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        try (InputStream in = decoded(part)) {
            byte[] some = new byte[4096];
            int read;
            while (kept.size() < most && (read = in.read(some, 0, Math.min(some.length, most - kept.size()))) > 0)
                kept.write(some, 0, read);
        } catch (IOException | MessagingException | RuntimeException e) {
            return kept.toByteArray(); // cut or damaged here: what came before counts
        }
        return kept.toByteArray();
    }

    private static InputStream decoded(Part part) throws MessagingException, IOException {
        InputStream raw = part instanceof MimeMessage message
                ? message.getRawInputStream()
                : part instanceof MimeBodyPart body ? body.getRawInputStream() : part.getInputStream();
        String encoding = part instanceof MimePart mime ? mime.getEncoding() : null;
        if (encoding == null) return raw;
        byte[] whole = raw.readAllBytes();
        try {
            return MimeUtility.decode(new ByteArrayInputStream(whole), encoding);
        } catch (MessagingException e) {
            return new ByteArrayInputStream(whole); // no such encoding: then it is probably none
        }
    }

    private static String charset(Part part) {
        try {
            String type = part.getContentType();
            @Nullable String charset = type == null ? null : new ContentType(type).getParameter("charset");
            return charset == null ? "" : charset.strip().toLowerCase(Locale.ROOT);
        } catch (MessagingException e) {
            return "";
        }
    }

    private static String text(byte[] bytes, String charset) {
        if (!MEANINGLESS.contains(charset)) {
            try {
                // gb2312 is what programs say when they mean its larger successors
                return new String(
                        bytes, charset.startsWith("gb") ? GB : Charset.forName(MimeUtility.javaCharset(charset)));
            } catch (IllegalArgumentException e) {
                return guessed(bytes);
            }
        }
        return guessed(bytes);
    }

    private static String guessed(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            String utf8 = new String(bytes, StandardCharsets.UTF_8);
            String gb = new String(bytes, GB);
            return damage(gb) < damage(utf8) ? gb : utf8;
        }
    }

    private static long damage(String text) {
        return text.chars().filter(c -> c == '\ufffd').count();
    }
}
