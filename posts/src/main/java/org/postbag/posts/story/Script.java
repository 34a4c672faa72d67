package org.postbag.posts.story;

import java.lang.Character.UnicodeScript;

/** How a post is written: posts in different scripts never tell the same story here, though they may share a name. */
enum Script {
    CHINESE,
    JAPANESE,
    KOREAN,
    OTHER;

    /** A character without spaces says as much as about three letters. */
    private static final int LETTERS = 3;
    /** Of 100 characters without spaces, those that are kana or hangul in any Japanese or Korean text. */
    private static final int OWN = 15;

    static Script of(String text) {
        int han = 0;
        int kana = 0;
        int hangul = 0;
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x4e00 && c <= 0x9fff) han++;
            else if (Character.isLetter(c)) {
                UnicodeScript script = UnicodeScript.of(c);
                if (script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA) kana++;
                else if (script == UnicodeScript.HANGUL) hangul++;
                else letters++;
            }
        }
        int unspaced = han + kana + hangul;
        if (unspaced * LETTERS < letters || unspaced == 0) return OTHER;
        if (kana * 100 > OWN * unspaced) return JAPANESE;
        return hangul * 100 > OWN * unspaced ? KOREAN : CHINESE;
    }
}
