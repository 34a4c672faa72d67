package org.postbag.posts.text;

import java.lang.Character.UnicodeScript;

/** Which code points belong to which way of writing: what is cut into words, into pairs of characters, or not at all. */
public final class Scripts {
    private Scripts() {}

    /** A Han character. */
    public static boolean isHan(int c) {
        return c >= 0x2e80 && ((c >= 0x4e00 && c <= 0x9fff) || UnicodeScript.of(c) == UnicodeScript.HAN);
    }

    /** Han, kana or hangul: counted one each, whatever the words are. */
    public static boolean isCjk(int c) {
        if (c < 0x1100) return false;
        if (c >= 0x4e00 && c <= 0x9fff) return true;
        return switch (UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
            default -> c == 'ー';
        };
    }

    /** A letter of a script that does not put spaces between words: cut into pairs for searching. */
    public static boolean isUnspaced(int c) {
        if (c < 0x0e00) return false;
        if (c >= 0x4e00 && c <= 0x9fff) return true;
        if (!Character.isLetterOrDigit(c) && !isMark(c)) return false;
        return switch (UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, THAI, LAO, KHMER, MYANMAR -> true;
            default -> c == 'ー';
        };
    }

    /** Part of a word: a letter, a digit, or a mark set upon one. */
    public static boolean isWord(int c) {
        if (c >= 0x4e00 && c <= 0x9fff) return true;
        if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        return Character.isLetterOrDigit(c) || isMark(c);
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
