package org.postbag.posts.text;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names the language of a text as a BCP 47 tag: by its script, the letters only one language uses, and its commonest
 * words ({@link LatinLanguages}). Chinese is {@code zh-Hans} or {@code zh-Hant}.
 */
public final class Languages {
    private static final int SAMPLE = 2000;
    /** Addresses, and the checksums that stand beside downloads, are in no language. */
    private static final Pattern ADDRESSES = Pattern.compile("https?://\\S+|[0-9A-Fa-f]{16,}");

    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}([-_][a-z0-9]{1,8}){0,4}");
    private static final Map<Character.UnicodeScript, String> BY_SCRIPT = Map.ofEntries(
            Map.entry(Character.UnicodeScript.GREEK, "el"),
            Map.entry(Character.UnicodeScript.HEBREW, "he"),
            Map.entry(Character.UnicodeScript.THAI, "th"),
            Map.entry(Character.UnicodeScript.DEVANAGARI, "hi"),
            Map.entry(Character.UnicodeScript.BENGALI, "bn"),
            Map.entry(Character.UnicodeScript.TAMIL, "ta"),
            Map.entry(Character.UnicodeScript.TELUGU, "te"),
            Map.entry(Character.UnicodeScript.GEORGIAN, "ka"),
            Map.entry(Character.UnicodeScript.ARMENIAN, "hy"),
            Map.entry(Character.UnicodeScript.KHMER, "km"),
            Map.entry(Character.UnicodeScript.LAO, "lo"),
            Map.entry(Character.UnicodeScript.MYANMAR, "my"),
            Map.entry(Character.UnicodeScript.ETHIOPIC, "am"));

    private final Han han = new Han();
    private final LatinLanguages latin = new LatinLanguages();

    /**
     * @param declared what the source says, in any spelling ({@code zh_cn}); it decides unless the script of the text
     *     is plainly another language's
     * @return {@code und} when there is nothing to tell by
     */
    public String detect(String text, @Nullable String declared) {
        String sample = text.length() > SAMPLE ? text.substring(0, SAMPLE) : text;
        if (sample.contains("://")) sample = ADDRESSES.matcher(sample).replaceAll(" ");
        ScriptCount count = ScriptCount.of(sample);
        String said = tag(declared);
        if (count.letters() == 0) return said == null ? "und" : said.equals("zh") ? "zh-Hans" : said;
        if (said == null || said.equals("zh") || contradicts(said, count)) {
            String seen = seen(sample, count);
            return said == null || !said.equals("zh") || seen.startsWith("zh") ? seen : "zh-Hans";
        }
        return said;
    }

    /** Whether it is read by the character rather than by the word. */
    public static boolean isCjk(String tag) {
        return tag.startsWith("zh") || tag.startsWith("ja") || tag.startsWith("ko");
    }

    private String seen(String sample, ScriptCount count) {
        if (count.hangul() > count.han() + count.kana() && 4 * count.hangul() > count.latin()) return "ko";
        int eastAsian = count.han() + count.kana();
        // A Han character says about as much as six letters, and technical prose is full of Latin names.
        if (eastAsian > 0 && 6 * eastAsian >= count.latin() + count.cyrillic()) {
            if (20 * count.kana() > eastAsian) return "ja";
            return han.looksTraditional(sample) ? "zh-Hant" : "zh-Hans";
        }
        if (count.cyrillic() > count.latin()) return cyrillic(sample);
        if (count.other() > count.latin()) return other(sample, count);
        return latin.detect(sample);
    }

    private static boolean contradicts(String said, ScriptCount count) {
        int eastAsian = count.han() + count.kana() + count.hangul();
        boolean cjk = isCjk(said);
        if (cjk) return eastAsian == 0 && count.letters() > 40;
        return eastAsian > 20 && 2 * eastAsian > count.letters();
    }

    private static String cyrillic(String sample) {
        String s = sample.toLowerCase(Locale.ROOT);
        if (has(s, "ўЎ")) return "be";
        if (has(s, "іїєґ")) return "uk";
        if (has(s, "ыэё")) return "ru";
        if (has(s, "јљњћђ")) return "sr";
        if (has(s, "ъ") && !s.contains("ы")) return "bg";
        return "ru";
    }

    private static String other(String sample, ScriptCount count) {
        if (count.main() == Character.UnicodeScript.ARABIC) {
            if (has(sample, "ٹڈڑے")) return "ur";
            return has(sample, "پچژگ") ? "fa" : "ar";
        }
        return BY_SCRIPT.getOrDefault(count.main(), "und");
    }

    private static boolean has(String s, String letters) {
        return s.chars().anyMatch(c -> letters.indexOf(c) >= 0);
    }

    /** The declared tag in BCP 47's spelling; {@code zh} where it leaves the script open; null when it is no tag. */
    private static @Nullable String tag(@Nullable String declared) {
        if (declared == null) return null;
        String s = declared.strip().toLowerCase(Locale.ROOT);
        if (!TAG.matcher(s).matches()) return null;
        s = s.replace('_', '-');
        if (s.equals("zh") || s.startsWith("zh-")) {
            if (s.contains("hant") || s.endsWith("-tw") || s.endsWith("-hk") || s.endsWith("-mo")) return "zh-Hant";
            return s.equals("zh") ? "zh" : "zh-Hans";
        }
        return switch (s) {
            case "cn", "chs" -> "zh-Hans";
            case "cht" -> "zh-Hant";
            case "jp" -> "ja";
            case "kr" -> "ko";
            case "ua" -> "uk";
            default -> Locale.forLanguageTag(s).toLanguageTag();
        };
    }
}
