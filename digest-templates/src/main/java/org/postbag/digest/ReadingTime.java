package org.postbag.digest;

import java.lang.Character.UnicodeScript;
import java.util.List;

/** How long the titles and summaries of a digest take to read: 400 characters or 230 words a minute. */
final class ReadingTime {

    private static final double CHARACTERS_A_MINUTE = 400;
    private static final double WORDS_A_MINUTE = 230;

    private ReadingTime() {}

    /** Minutes, rounded, at least 1. */
    static int minutes(List<Section> sections) {
        double minutes = 0;
        for (Section section : sections)
            for (Story story : section.stories()) minutes += of(story.lead().title()) + of(story.summary());
        return (int) Math.max(1, Math.round(minutes));
    }

    private static double of(String text) {
        int characters = 0;
        int words = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); ) {
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
        if (c < 0x1100) return false;
        UnicodeScript script = UnicodeScript.of(c);
        return script == UnicodeScript.HAN
                || script == UnicodeScript.HIRAGANA
                || script == UnicodeScript.KATAKANA
                || script == UnicodeScript.HANGUL;
    }
}
