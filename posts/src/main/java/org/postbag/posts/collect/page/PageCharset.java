package org.postbag.posts.collect.page;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.text.EncodingGuess;

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
        Charset mark = byteOrderMark(page);
        if (mark != null) {
            int skip = mark.equals(StandardCharsets.UTF_8) ? 3 : 2;
            return new String(page, skip, page.length - skip, mark);
        }
        return new String(page, charset(page, contentType));
    }

    private static Charset charset(byte[] page, @Nullable String contentType) {
        Utf8Check check = Utf8Check.of(page);
        if (check.sequences() >= PLAINLY && check.errors() == 0) return StandardCharsets.UTF_8;
        Charset declared = contentType == null ? null : named(PARAMETER, contentType);
        if (declared == null) {
            String head = new String(page, 0, Math.min(HEAD, page.length), StandardCharsets.ISO_8859_1);
            declared = named(DECLARED, head);
        }
        if (declared == null) return EncodingGuess.guess(page, Charset.forName("windows-1252"));
        boolean wrong = declared.equals(StandardCharsets.UTF_8) && check.errors() > check.sequences();
        return wrong ? EncodingGuess.guess(page, declared) : declared;
    }

    private static @Nullable Charset byteOrderMark(byte[] b) {
        if (b.length >= 3 && b[0] == (byte) 0xef && b[1] == (byte) 0xbb && b[2] == (byte) 0xbf)
            return StandardCharsets.UTF_8;
        if (b.length >= 2 && b[0] == (byte) 0xfe && b[1] == (byte) 0xff) return StandardCharsets.UTF_16BE;
        if (b.length >= 2 && b[0] == (byte) 0xff && b[1] == (byte) 0xfe) return StandardCharsets.UTF_16LE;
        return null;
    }

    private static @Nullable Charset named(Pattern pattern, String where) {
        Matcher found = pattern.matcher(where);
        if (!found.find()) return null;
        String name = found.group(1).toLowerCase(Locale.ROOT);
        // The Encoding standard reads these labels as the larger sets that pages mean by them.
        String meant =
                switch (name) {
                    case "gb2312", "gbk", "gb_2312-80", "x-gbk" -> "GB18030";
                    case "iso-8859-1", "latin1", "ascii", "us-ascii" -> "windows-1252";
                    case "iso-8859-9" -> "windows-1254";
                    case "shift_jis", "sjis", "x-sjis", "shift-jis" -> "windows-31j";
                    case "euc-kr", "ks_c_5601-1987", "korean" -> "x-windows-949";
                    case "big5", "big-5", "x-x-big5" -> "Big5-HKSCS";
                    case "utf8", "utf-16", "utf-16le", "utf-16be", "unicode" -> "UTF-8";
                    default -> name;
                };
        try {
            return Charset.forName(meant);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            // A name that means nothing is as good as none.
            return null;
        }
    }
}
