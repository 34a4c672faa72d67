package org.postbag.posts.collect.feed;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.text.CharsetNames;
import org.postbag.posts.text.Decoding;
import org.postbag.posts.text.EncodingGuess;
import org.postbag.posts.text.Utf8Check;

/**
 * The characters of a feed. In order: byte order mark, charset of the HTTP header, encoding of the XML declaration (RFC
 * 7303), UTF-8, the guess of {@link EncodingGuess}. Each counts only if every byte can be of that encoding, and a
 * declared encoding of single bytes never stands against text that is clearly UTF-8: servers add theirs unasked.
 */
final class FeedText {
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final int DECLARATION = 512;

    /** Most of it is UTF-8: a few broken bytes are no reason to read the rest otherwise. */
    private static final double MOSTLY = 0.8;

    private FeedText() {}

    static String decode(byte[] bytes, @Nullable String contentType) {
        Optional<EncodingGuess.Mark> mark = EncodingGuess.Mark.of(bytes);
        if (mark.isPresent()) {
            int length = mark.get().length();
            return Decoding.lenient(bytes, length, mark.get().charset());
        }
        Optional<Charset> wide = wide(bytes);
        if (wide.isPresent()) return Decoding.lenient(bytes, 0, wide.get());
        List<Charset> header = CharsetNames.meant(charset(contentType));
        List<Charset> declared = CharsetNames.meant(declaration(bytes));
        double utf8 = Utf8Check.of(bytes).share();
        if (utf8 == 1 && !isSure(header) && !isSure(declared))
            return Decoding.lenient(bytes, 0, StandardCharsets.UTF_8);
        List<List<Charset>> order =
                isSingle(header) && isSure(declared) ? List.of(declared, header) : List.of(header, declared);
        for (List<Charset> said : order)
            for (Charset charset : said) {
                Optional<String> text = isWide(charset) ? Optional.empty() : Decoding.strict(bytes, 0, charset);
                if (text.isPresent()) return text.get();
            }
        if (utf8 >= MOSTLY) return Decoding.lenient(bytes, 0, StandardCharsets.UTF_8);
        for (List<Charset> said : order)
            for (Charset charset : said)
                if (isSure(List.of(charset)) && !isWide(charset) && !charset.equals(StandardCharsets.UTF_8))
                    return Decoding.lenient(bytes, 0, charset);
        return Decoding.lenient(bytes, 0, EncodingGuess.guess(bytes, WESTERN));
    }

    private static Optional<Charset> wide(byte[] bytes) {
        if (bytes.length >= 4 && bytes[0] == 0x4c && bytes[1] == 0x6f && (bytes[2] & 0xff) == 0xa7)
            return ebcdic(bytes);
        return EncodingGuess.wide(bytes);
    }

    /** An XML declaration in EBCDIC (XML 1.0, appendix F); the declaration names the code page. */
    private static Optional<Charset> ebcdic(byte[] bytes) {
        Charset common = Charset.forName("IBM037");
        String start = new String(bytes, 0, Math.min(bytes.length, DECLARATION), common);
        return Optional.of(
                CharsetNames.meant(encoding(start)).stream().findFirst().orElse(common));
    }

    /** An encoding of several bytes: text that can be of it by chance is rare. */
    private static boolean isSure(List<Charset> charsets) {
        return !charsets.isEmpty() && !isSingle(charsets) && !isWide(charsets.get(0));
    }

    private static boolean isSingle(List<Charset> charsets) {
        return !charsets.isEmpty()
                && charsets.get(0).newDecoder().maxCharsPerByte() == 1
                && charsets.get(0).canEncode()
                && charsets.get(0).newEncoder().maxBytesPerChar() == 1;
    }

    /** The bytes can be read as ASCII, so they are none of these, whatever is declared. */
    private static boolean isWide(Charset charset) {
        return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
    }

    /** The charset parameter of a media type; a colon for the equals sign is forgiven. */
    static @Nullable String charset(@Nullable String contentType) {
        if (contentType == null) return null;
        int at = contentType.toLowerCase(Locale.ROOT).indexOf("charset");
        if (at < 0) return null;
        String rest = contentType.substring(at + 7).strip();
        if (!rest.startsWith("=") && !rest.startsWith(":")) return null;
        String value = rest.substring(1);
        int end = value.indexOf(';');
        return (end < 0 ? value : value.substring(0, end))
                .replace("\"", "")
                .replace("'", "")
                .strip();
    }

    private static @Nullable String declaration(byte[] bytes) {
        return encoding(new String(bytes, 0, Math.min(bytes.length, DECLARATION), StandardCharsets.ISO_8859_1));
    }

    private static @Nullable String encoding(String start) {
        int declaration = start.indexOf("<?xml");
        int end = start.indexOf("?>", Math.max(0, declaration));
        if (declaration < 0 || end < 0) return null;
        int at = start.indexOf("encoding", declaration);
        if (at < 0 || at > end) return null;
        String value = start.substring(at + 8, end)
                .replace('"', ' ')
                .replace('\'', ' ')
                .replace('=', ' ')
                .strip();
        int blank = value.indexOf(' ');
        return blank < 0 ? value : value.substring(0, blank);
    }
}
