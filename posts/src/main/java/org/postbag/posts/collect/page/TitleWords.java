package org.postbag.posts.collect.page;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Compares two titles by their words; of Chinese and Japanese each pair of characters is a word. */
final class TitleWords {
    private static final int MAX = 600;

    private TitleWords() {}

    /** The part of the first's words, 0 to 1, that the second has too. */
    static double overlap(String title, String other) {
        Set<String> words = words(title);
        if (words.isEmpty()) return 0;
        Set<String> others = words(other);
        int shared = 0;
        for (String word : words) if (others.contains(word)) shared++;
        return (double) shared / words.size();
    }

    private static Set<String> words(String title) {
        String s = title.substring(0, Math.min(MAX, title.length())).toLowerCase(Locale.ROOT);
        Set<String> words = new HashSet<>();
        int start = -1;
        for (int i = 0; i <= s.length(); i++) {
            char c = i < s.length() ? s.charAt(i) : ' ';
            boolean wide = Prose.isWide(c);
            boolean letter = !wide && (Character.isLetterOrDigit(c) || Character.isSurrogate(c));
            if (letter && start < 0) start = i;
            if (!letter && start >= 0) {
                words.add(s.substring(start, i));
                start = -1;
            }
            if (wide && i + 1 < s.length() && Prose.isWide(s.charAt(i + 1))) words.add(s.substring(i, i + 2));
        }
        return words;
    }
}
