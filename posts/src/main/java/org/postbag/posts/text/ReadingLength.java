package org.postbag.posts.text;

/** Counts what a reader reads: each Han, kana or hangul character one, each other word one. */
public final class ReadingLength {
    private ReadingLength() {}

    public static int words(String text) {
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            int c = text.charAt(i);
            if (c >= 0xd800 && c < 0xdc00) c = text.codePointAt(i++);
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
