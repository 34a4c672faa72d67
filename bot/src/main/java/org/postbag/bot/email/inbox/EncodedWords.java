package org.postbag.bot.email.inbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decodes encoded words of a header (RFC 2047) as they are found in the wild: with charsets Java lacks, with letters cut
 * in two between words, and with words that are none, which stay as they are.
 */
final class EncodedWords {
    private static final Pattern WORD =
            Pattern.compile("=\\?([A-Za-z0-9_.:-]{1,40})(?:\\*[A-Za-z0-9-]{0,20})?\\?([BbQq])\\?([^?\\s]{0,5000})\\?=");

    private EncodedWords() {}

    /** @param raw a header's value, folded or not, of bounded length */
    static String decode(String raw) {
        String text = raw.replaceAll("\\r?\\n[ \\t]*", " ");
        Matcher word = WORD.matcher(text);
        StringBuilder decoded = new StringBuilder();
        ByteArrayOutputStream pending = new ByteArrayOutputStream();
        String charset = null;
        int after = 0;
        while (word.find()) {
            String between = text.substring(after, word.start());
            boolean adjacent = charset != null && between.isBlank();
            if (!adjacent || !word.group(1).equalsIgnoreCase(charset)) {
                flush(pending, charset, decoded);
                if (!adjacent) decoded.append(plain(between));
            }
            byte @Nullable [] bytes = bytes(word.group(2), word.group(3));
            if (bytes == null) {
                flush(pending, charset, decoded);
                decoded.append(word.group());
            } else {
                pending.writeBytes(bytes);
            }
            charset = word.group(1);
            after = word.end();
        }
        flush(pending, charset, decoded);
        return decoded.append(plain(text.substring(after))).toString();
    }

    private static void flush(ByteArrayOutputStream pending, @Nullable String charset, StringBuilder decoded) {
        if (pending.size() > 0) decoded.append(MailCharsets.decode(pending.toByteArray(), charset));
        pending.reset();
    }

    /** What stands there unencoded: old programs write bytes of their own charset, which arrive as Latin-1. */
    private static String plain(String text) {
        if (text.chars().allMatch(c -> c < 128)) return text;
        if (text.chars().anyMatch(c -> c > 255)) return text;
        return MailCharsets.decode(text.getBytes(StandardCharsets.ISO_8859_1), null);
    }

    private static byte @Nullable [] bytes(String encoding, String text) {
        if (encoding.toUpperCase(Locale.ROOT).equals("Q")) return quoted(text);
        try {
            String letters = text.replaceAll("[^A-Za-z0-9+/]", "");
            // A last letter alone carries less than a byte.
            return Base64.getDecoder()
                    .decode(letters.length() % 4 == 1 ? letters.substring(0, letters.length() - 1) : letters);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static byte[] quoted(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
            if (c == '=' && high >= 0 && low >= 0) {
                bytes.write(high << 4 | low);
                i += 2;
            } else {
                bytes.write(c == '_' ? ' ' : c);
            }
        }
        return bytes.toByteArray();
    }
}
