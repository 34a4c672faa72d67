package org.postbag.digest;

import java.util.List;

/** How long the titles and summaries of a digest take to read: 400 characters or 230 words a minute. */
final class ReadingTime {

    private static final double CHARACTERS_A_MINUTE = 400;
    private static final double WORDS_A_MINUTE = 230;

    /** No more of them is shown, in UTF-16 units. */
    private static final int TITLE = 200;

    private static final int SUMMARY = 1200;

    private ReadingTime() {}

    /** Minutes, rounded, at least 1. */
    static int minutes(List<Section> sections) {
        double minutes = 0;
        for (Section section : sections)
            for (Story story : section.stories())
                minutes += of(story.lead().title(), TITLE) + of(story.summary(), SUMMARY);
        return (int) Math.max(1, Math.round(minutes));
    }

    private static double of(String text, int most) {
        int characters = 0;
        int words = 0;
        boolean inWord = false;
        for (int i = 0; i < Math.min(text.length(), most); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            boolean alone = countsAlone(c);
            boolean letter = !alone && Character.isLetterOrDigit(c);
            if (alone) characters++;
            if (letter && !inWord) words++;
            inWord = letter;
        }
        return characters / CHARACTERS_A_MINUTE + words / WORDS_A_MINUTE;
    }

    /** Whether the character is of a script that is read character by character: Han, kana, hangul. */
    static boolean countsAlone(int c) {
        // By ranges rather than by UnicodeScript, whose search took a tenth of the time of building a digest.
        return Character.isIdeographic(c)
                || (c >= 0x3040 && c <= 0x30FF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0x1100 && c <= 0x11FF);
    }
}
