package org.postbag.posts.text;

/** Counts what a reader reads: each Han, kana or hangul character one, each other word one. */
public final class ReadingLength {
    private ReadingLength() {}

    public static int words(String text) {
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
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
