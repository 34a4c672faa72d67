package org.postbag.posts.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many letters of each script a text has.
 *
 * @param other letters of any script not named here
 * @param main the commonest of those others
 */
record ScriptCount(int han, int kana, int hangul, int latin, int cyrillic, int other, UnicodeScript main) {

    static ScriptCount of(String text) {
        Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
        int ascii = 0;
        int common = 0;
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; ) {
            int c = Character.codePointAt(chars, i);
            i += Character.charCount(c);
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) ascii++;
            else if (c >= 0x4e00 && c <= 0x9fff) common++;
            else if (c >= 0x80 && Character.isLetter(c)) counts.merge(UnicodeScript.of(c), 1, Integer::sum);
        }
        int han = common + take(counts, UnicodeScript.HAN);
        int kana = take(counts, UnicodeScript.HIRAGANA) + take(counts, UnicodeScript.KATAKANA);
        int hangul = take(counts, UnicodeScript.HANGUL);
        int latin = ascii + take(counts, UnicodeScript.LATIN);
        int cyrillic = take(counts, UnicodeScript.CYRILLIC);
        take(counts, UnicodeScript.COMMON);
        UnicodeScript main = UnicodeScript.UNKNOWN;
        int other = 0;
        for (Map.Entry<UnicodeScript, Integer> entry : counts.entrySet()) {
            other += entry.getValue();
            if (entry.getValue() > counts.getOrDefault(main, 0)) main = entry.getKey();
        }
        return new ScriptCount(han, kana, hangul, latin, cyrillic, other, main);
    }

    private static int take(Map<UnicodeScript, Integer> counts, UnicodeScript script) {
        Integer count = counts.remove(script);
        return count == null ? 0 : count;
    }

    int letters() {
        return han + kana + hangul + latin + cyrillic + other;
    }
}
