package org.postbag.posts.summary;

import org.postbag.posts.text.ReadingLength;

/**
 * How long a summary may be; 0 means no limit of that sort.
 *
 * @param maxChars code points, an ellipsis included
 * @param maxWords words as {@link ReadingLength} counts them
 * @param sentences whole sentences, or one that is cut
 */
public record Budget(int maxChars, int maxWords, int sentences) {

    private static final int MAX_WORD = 40;
    /** Code points past the budget by which the last word is told from the first half of a longer one. */
    private static final int AFTER = 8;

    public Budget {
        if (maxChars < 0 || maxWords < 0 || sentences < 0)
            throw new IllegalArgumentException("a budget is 0 for no limit, or more");
    }

    /** The beginning of a text beyond which nothing can be within the budget, and enough to see how it goes on. */
    String within(String s) {
        int most = maxChars + AFTER;
        if (maxChars > 0 && s.codePointCount(0, s.length()) > most)
            return s.substring(0, s.offsetByCodePoints(0, most));
        return maxWords > 0 && s.length() / MAX_WORD >= maxWords ? s.substring(0, MAX_WORD * maxWords) : s;
    }

    /** How much of it a text takes up: 1 is all, and any text is all of a budget that only counts sentences. */
    double filled(String s) {
        if (maxChars == 0 && maxWords == 0) return 1;
        double chars = maxChars == 0 ? 0 : (double) s.codePointCount(0, s.length()) / maxChars;
        double words = maxWords == 0 ? 0 : (double) ReadingLength.words(s) / maxWords;
        return Math.max(chars, words);
    }

    boolean holds(String s) {
        return (maxChars == 0 || s.codePointCount(0, s.length()) <= maxChars)
                && (maxWords == 0 || ReadingLength.words(s) <= maxWords);
    }
}
