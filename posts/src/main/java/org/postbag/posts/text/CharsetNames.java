package org.postbag.posts.text;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Names of encodings as documents write them, and what they mean by them: by the WHATWG Encoding Standard a label stands
 * for the largest encoding that browsers read under it (gb2312 is gb18030, iso-8859-1 is windows-1252).
 */
public final class CharsetNames {
    /** Labels that Java does not know or takes more narrowly than the documents that bear them. */
    private static final Map<String, List<String>> MEANT = Map.ofEntries(
            Map.entry("gb2312", List.of("GB18030")),
            Map.entry("gb_2312-80", List.of("GB18030")),
            Map.entry("gb2312-80", List.of("GB18030")),
            Map.entry("x-gbk", List.of("GB18030")),
            Map.entry("gbk", List.of("GB18030")),
            Map.entry("cp936", List.of("GB18030")),
            Map.entry("936", List.of("GB18030")),
            Map.entry("ms936", List.of("GB18030")),
            Map.entry("big5", List.of("Big5", "x-windows-950", "Big5-HKSCS")),
            Map.entry("big5-tw", List.of("Big5", "x-windows-950", "Big5-HKSCS")),
            Map.entry("cp950", List.of("x-windows-950")),
            Map.entry("ms950", List.of("x-windows-950")),
            Map.entry("big5hkscs", List.of("Big5-HKSCS")),
            Map.entry("hkscs", List.of("Big5-HKSCS")),
            Map.entry("shift_jis", List.of("windows-31j", "Shift_JIS")),
            Map.entry("sjis", List.of("windows-31j", "Shift_JIS")),
            Map.entry("x-sjis", List.of("windows-31j", "Shift_JIS")),
            Map.entry("shift-jis", List.of("windows-31j", "Shift_JIS")),
            Map.entry("ms-kanji", List.of("windows-31j")),
            Map.entry("ms932", List.of("windows-31j")),
            Map.entry("cp932", List.of("windows-31j")),
            Map.entry("shift-jis-2004", List.of("x-SJIS_0213")),
            Map.entry("shift-jisx0213", List.of("x-SJIS_0213")),
            Map.entry("shiftjis", List.of("windows-31j", "Shift_JIS")),
            Map.entry("x-mac-roman", List.of("x-MacRoman")),
            Map.entry("euc-jis-2004", List.of("EUC-JP")),
            Map.entry("euc-jisx0213", List.of("EUC-JP")),
            Map.entry("ujis", List.of("EUC-JP")),
            Map.entry("eucjp", List.of("EUC-JP")),
            Map.entry("u-jis", List.of("EUC-JP")),
            Map.entry("euc-kr", List.of("x-windows-949", "EUC-KR")),
            Map.entry("euckr", List.of("x-windows-949", "EUC-KR")),
            Map.entry("ks_c_5601-1987", List.of("x-windows-949")),
            Map.entry("ks-c-5601-1987", List.of("x-windows-949")),
            Map.entry("korean", List.of("x-windows-949")),
            Map.entry("uhc", List.of("x-windows-949")),
            Map.entry("cp949", List.of("x-windows-949")),
            Map.entry("ms949", List.of("x-windows-949")),
            Map.entry("949", List.of("x-windows-949")),
            Map.entry("johab", List.of("x-Johab")),
            Map.entry("cp1361", List.of("x-Johab")),
            Map.entry("iso-8859-1", List.of("windows-1252", "ISO-8859-1")),
            Map.entry("iso8859-1", List.of("windows-1252", "ISO-8859-1")),
            Map.entry("latin1", List.of("windows-1252", "ISO-8859-1")),
            Map.entry("latin-1", List.of("windows-1252", "ISO-8859-1")),
            Map.entry("l1", List.of("windows-1252", "ISO-8859-1")),
            Map.entry("ansi", List.of("windows-1252", "ISO-8859-1")),
            Map.entry("iso-8859-9", List.of("windows-1254", "ISO-8859-9")),
            Map.entry("iso-8859-11", List.of("x-windows-874", "TIS-620")),
            Map.entry("tis-620", List.of("x-windows-874", "TIS-620")),
            Map.entry("thai", List.of("x-windows-874")),
            Map.entry("unicode", List.of("UTF-16")),
            Map.entry("ucs-2", List.of("UTF-16")),
            Map.entry("iso-10646-ucs-2", List.of("UTF-16")),
            Map.entry("ucs-4", List.of("UTF-32")),
            Map.entry("iso-10646-ucs-4", List.of("UTF-32")),
            Map.entry("u8", List.of("UTF-8")),
            Map.entry("utf", List.of("UTF-8")),
            Map.entry("646", List.of("US-ASCII")),
            Map.entry("maccyrillic", List.of("x-MacCyrillic")),
            Map.entry("macgreek", List.of("x-MacGreek")),
            Map.entry("maciceland", List.of("x-MacIceland")),
            Map.entry("maclatin2", List.of("x-MacCentralEurope")),
            Map.entry("maccentraleurope", List.of("x-MacCentralEurope")),
            Map.entry("macroman", List.of("x-MacRoman")),
            Map.entry("macturkish", List.of("x-MacTurkish")),
            Map.entry("cp65001", List.of("UTF-8")),
            Map.entry("8859", List.of("windows-1252", "ISO-8859-1")),
            Map.entry("iso8859", List.of("windows-1252", "ISO-8859-1")),
            Map.entry("mac-cyrillic", List.of("x-MacCyrillic")),
            Map.entry("mac-greek", List.of("x-MacGreek")),
            Map.entry("mac-iceland", List.of("x-MacIceland")),
            Map.entry("mac-latin2", List.of("x-MacCentralEurope")),
            Map.entry("mac-roman", List.of("x-MacRoman")),
            Map.entry("macintosh", List.of("x-MacRoman")),
            Map.entry("mac-turkish", List.of("x-MacTurkish")),
            Map.entry("koi8", List.of("KOI8-R")),
            Map.entry("koi", List.of("KOI8-R")));

    private static final int MAX_LENGTH = 40;

    private CharsetNames() {}

    /** @return the encodings that the name can stand for, the likeliest first; empty for no name or an unknown one */
    public static List<Charset> meant(@Nullable String name) {
        if (name == null) return List.of();
        String label = name.strip().toLowerCase(Locale.ROOT);
        if (label.isEmpty() || label.length() > MAX_LENGTH) return List.of();
        List<String> names = MEANT.get(label);
        if (names == null) names = MEANT.get(label.replace('_', '-'));
        if (names != null)
            return names.stream()
                    .map(CharsetNames::charset)
                    .flatMap(Optional::stream)
                    .toList();
        for (String spelling : spellings(label)) {
            Optional<Charset> charset = charset(spelling);
            if (charset.isPresent()) return List.of(charset.get());
        }
        return List.of();
    }

    private static List<String> spellings(String label) {
        String dashed = label.replace('_', '-').replace(' ', '-');
        String digits = dashed.replaceAll("[^0-9]", "");
        return List.of(
                label,
                dashed,
                dashed.replace("iso8859", "iso-8859").replace("utf8", "utf-8").replace("utf16", "utf-16"),
                dashed.replace("utf-16-", "utf-16").replace("utf-32-", "utf-32"),
                dashed.replace("-", ""),
                dashed.startsWith("x-") ? dashed.substring(2) : "x-" + dashed,
                "windows-" + digits,
                "ibm" + (digits.length() < 3 ? "0" : "") + digits,
                "x-ibm" + digits);
    }

    private static Optional<Charset> charset(String name) {
        try {
            Charset charset = Charset.forName(name);
            return charset.canEncode() || charset.name().contains("2022") ? Optional.of(charset) : Optional.empty();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            // An unknown name says nothing; the bytes themselves are asked then.
            return Optional.empty();
        }
    }
}
