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

    public Budget {
        if (maxChars < 0 || maxWords < 0 || sentences < 0)
            throw new IllegalArgumentException("a budget is 0 for no limit, or more");
    }

    /** A length in UTF-16 units that no text within the budget exceeds. */
    int reach() {
        if (maxChars > 0) return 2 * maxChars;
        return maxWords > 0 ? MAX_WORD * maxWords : Integer.MAX_VALUE;
    }

    boolean holds(String s) {
        return (maxChars == 0 || s.codePointCount(0, s.length()) <= maxChars)
                && (maxWords == 0 || ReadingLength.words(s) <= maxWords);
    }
}
