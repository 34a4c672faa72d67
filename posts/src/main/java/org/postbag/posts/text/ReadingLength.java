package org.postbag.posts.text;

/** Counts what a reader reads: each Han, kana or hangul character one, each other word one. */
public final class ReadingLength {
    private ReadingLength() {}

    public static int words(String text) {
        int words = 0;
        boolean inside = false;
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            int c = chars[i];
            // Nearly all characters are one of these two; what follows is for the others.
            if (c >= 0x4e00 && c <= 0x9fff) {
                words++;
                inside = false;
                continue;
            }
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
                if (!inside) words++;
                inside = true;
                continue;
            }
            if (c >= 0xd800 && c < 0xdc00) {
                c = Character.codePointAt(chars, i);
                i += Character.charCount(c) - 1;
            }
            if (Scripts.isCjk(c)) {
                words++;
                inside = false;
            } else if (Scripts.isWord(c)) {
                if (!inside) words++;
                inside = true;
            } else if (c != '\'' && c != '’' && c != '-' && c != '.') {
                inside = false;
            }
        }
        return words;
    }
}
