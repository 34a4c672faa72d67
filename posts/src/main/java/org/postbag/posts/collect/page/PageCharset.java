package org.postbag.posts.collect.page;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.text.CharsetNames;
import org.postbag.posts.text.Decoding;
import org.postbag.posts.text.EncodingGuess;
import org.postbag.posts.text.Utf8Check;

/**
 * Turns the bytes of a page into text. The order is the HTML standard's: byte order mark, HTTP header, {@code meta},
 * then a guess; but bytes that are plainly UTF-8 are read as such, and bytes that are plainly not are guessed, since
 * declarations are copied from page to page and often wrong.
 */
final class PageCharset {
    /** How far into the page browsers look for a declaration, and a little more. */
    private static final int HEAD = 4096;

    /** So many characters of more than one byte, all well formed, are no accident. */
    private static final int PLAINLY = 3;

    private static final Pattern DECLARED = Pattern.compile(
            "(?i)<(?:meta|\\?xml)\\s[^>]{0,300}?(?:charset|encoding)\\s{0,9}=\\s{0,9}[\"']?([\\w.:-]{2,40})");
    private static final Pattern PARAMETER =
            Pattern.compile("(?i);\\s{0,9}charset\\s{0,9}=\\s{0,9}[\"']?([\\w.:-]{2,40})");

    private PageCharset() {}

    static String decode(byte[] page, @Nullable String contentType) {
        Optional<EncodingGuess.Mark> mark = EncodingGuess.Mark.of(page);
        if (mark.isPresent())
            return Decoding.lenient(page, mark.get().length(), mark.get().charset());
        return new String(page, charset(page, contentType));
    }

    private static Charset charset(byte[] page, @Nullable String contentType) {
        Utf8Check check = Utf8Check.of(page);
        if (check.sequences() >= PLAINLY && check.errors() == 0) return StandardCharsets.UTF_8;
        Charset declared = contentType == null ? null : named(PARAMETER, contentType, page);
        if (declared == null) {
            String head = new String(page, 0, Math.min(HEAD, page.length), StandardCharsets.ISO_8859_1);
            declared = named(DECLARED, head, page);
        }
        if (declared == null) return EncodingGuess.guess(page, Charset.forName("windows-1252"));
        boolean wrong = declared.equals(StandardCharsets.UTF_8) && check.errors() > check.sequences();
        return wrong ? EncodingGuess.guess(page, declared) : declared;
    }

    private static @Nullable Charset named(Pattern pattern, String where, byte[] page) {
        Matcher found = pattern.matcher(where);
        if (!found.find()) return null;
        List<Charset> meant = CharsetNames.meant(found.group(1));
        if (meant.isEmpty()) return null;
        // Text whose declaration could be read as ASCII is not UTF-16 (HTML standard, prescan).
        if (meant.get(0).name().startsWith("UTF-16")) return StandardCharsets.UTF_8;
        if (meant.size() == 1) return meant.get(0);
        return meant.stream()
                .filter(charset -> Decoding.strict(page, 0, charset).isPresent())
                .findFirst()
                .orElse(meant.get(0));
    }
}
