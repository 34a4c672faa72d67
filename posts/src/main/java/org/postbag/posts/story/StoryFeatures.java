package org.postbag.posts.story;

import java.util.Arrays;
import java.util.Set;
import org.postbag.posts.text.Scripts;

/**
 * Cuts a post into features: pairs of characters where writing has no spaces, elsewhere words without their endings and
 * pairs of such words. Features are hashed into a fixed number of slots, so that no dictionary has to be kept.
 * {@link StoryVector} weighs them.
 */
final class StoryFeatures {
    /** Characters of a text that are compared: 600 gain one point of F1 over 300 and cost twice the time. */
    static final int TEXT = 600;

    static final int SLOTS = 1 << 20;

    private static final float TITLE = 3;
    /** A pair of words against a word; .15 to .5 measure alike. */
    private static final float PAIR = 0.3f;
    /** Numbers change while a story goes on. */
    private static final float NUMBER = 0.5f;

    private static final Set<String> COMMON = Set.of(
            "the", "of", "and", "to", "in", "is", "that", "for", "it", "with", "as", "was", "on", "be", "by", "this",
            "are", "at", "from", "not", "you", "have", "an", "will", "has", "his", "her", "he", "she", "they", "their",
            "its", "but", "or", "after", "over", "says", "said", "new", "us", "who", "which", "been", "were", "had",
            "more", "than", "up", "out", "about", "into", "we", "our", "can", "would", "could", "one", "two", "how",
            "why", "what", "when", "update", "say", "no", "do", "does", "just", "get", "may", "your", "my");

    /** Slot in the upper half, bits of the weight in the lower one. */
    private long[] found = new long[64];

    private int size;

    /**
     * Both texts are to be folded, and of the second one only the beginning is to be given.
     */
    static StoryVector of(String title, String text) {
        StoryFeatures features = new StoryFeatures();
        features.add(title, TITLE);
        features.add(text, 1);
        return features.vector();
    }

    private void add(String folded, float weight) {
        int last = 0;
        int lastWord = 0;
        for (int i = 0; i < folded.length(); ) {
            int c = folded.codePointAt(i);
            int end = i + Character.charCount(c);
            if (Scripts.isUnspaced(c)) {
                if (last != 0) put(last * 0x9e3779b1 + c, weight);
                last = c;
                lastWord = 0;
            } else {
                last = 0;
                if (Scripts.isWord(c)) {
                    end = wordEnd(folded, i);
                    lastWord = word(stem(folded.substring(i, end)), lastWord, weight);
                }
            }
            i = end;
        }
    }

    private static int wordEnd(String folded, int start) {
        int end = start;
        while (end < folded.length()) {
            int c = folded.codePointAt(end);
            if (!Scripts.isWord(c) || Scripts.isUnspaced(c)) break;
            end += Character.charCount(c);
        }
        return end;
    }

    private int word(String word, int last, float weight) {
        if (word.length() < 2 || COMMON.contains(word)) return last;
        int hash = word.hashCode();
        put(hash, Character.isDigit(word.charAt(0)) ? weight * NUMBER : weight);
        if (last != 0) put(last * 0x9e3779b1 + Integer.rotateLeft(hash * 0xc2b2ae35, 13), weight * PAIR);
        return hash;
    }

    /** Enough of a stemmer for headlines: plurals, possessives, and the endings of regular verbs. */
    private static String stem(String word) {
        String stem = word;
        if (stem.length() > 4 && stem.endsWith("ies")) return cut(stem, 3) + "y";
        if (stem.length() > 3 && stem.endsWith("s") && !stem.endsWith("ss")) stem = cut(stem, 1);
        if (stem.length() > 5 && stem.endsWith("ing")) stem = cut(stem, 3);
        else if (stem.length() > 4 && stem.endsWith("ed")) stem = cut(stem, 2);
        if (stem.length() > 4 && stem.charAt(stem.length() - 1) == stem.charAt(stem.length() - 2)) stem = cut(stem, 1);
        return stem.length() > 4 && stem.endsWith("e") ? cut(stem, 1) : stem;
    }

    private static String cut(String word, int letters) {
        return word.substring(0, word.length() - letters);
    }

    private void put(int hash, float weight) {
        if (size == found.length) found = Arrays.copyOf(found, 2 * size);
        int h = hash * 0x85ebca6b;
        int slot = (h ^ (h >>> 15)) & (SLOTS - 1);
        found[size++] = (long) slot << 32 | Float.floatToIntBits(weight);
    }

    private StoryVector vector() {
        Arrays.sort(found, 0, size);
        int[] slots = new int[size];
        float[] counts = new float[size];
        int n = 0;
        for (int i = 0; i < size; i++) {
            int slot = (int) (found[i] >>> 32);
            if (n == 0 || slots[n - 1] != slot) slots[n++] = slot;
            counts[n - 1] += Float.intBitsToFloat((int) found[i]);
        }
        return new StoryVector(Arrays.copyOf(slots, n), Arrays.copyOf(counts, n));
    }
}
