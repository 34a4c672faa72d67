package org.postbag.posts.summary.llm;

import java.util.Optional;
import org.postbag.posts.summary.Budget;
import org.postbag.posts.text.ReadingLength;
import org.postbag.posts.text.Sentences;

/** Shortens an answer that is too long: to the first sentences that fit, else to the first clauses of the first one. */
final class Fitting {
    private static final String WIDE_ENDS = "，；：";
    private static final String NARROW_ENDS = ",;:";
    private static final String ELLIPSIS = "…";
    /** What is left must be worth reading. */
    private static final int LEAST_WORDS = 6;

    private final Sentences sentences = new Sentences();

    /** Empty when not even a clause fits. */
    Optional<String> fit(String text, Budget budget) {
        int end = 0;
        int count = 0;
        String first = "";
        for (String sentence : sentences.split(text)) {
            if (count == 0) first = sentence;
            if (budget.sentences() > 0 && count == budget.sentences()) break;
            int next = text.indexOf(sentence, end) + sentence.length();
            if (!holds(text.substring(0, next).strip(), budget)) break;
            end = next;
            count++;
        }
        if (count > 0) return Optional.of(text.substring(0, end).strip());
        return clauses(first, budget);
    }

    private static Optional<String> clauses(String sentence, Budget budget) {
        for (int end = sentence.length() - 1; end > 0; end--) {
            char c = sentence.charAt(end);
            boolean ends = WIDE_ENDS.indexOf(c) >= 0
                    || (NARROW_ENDS.indexOf(c) >= 0
                            && Character.isWhitespace(sentence.charAt(Math.min(end + 1, sentence.length() - 1))));
            if (!ends) continue;
            String cut = sentence.substring(0, end).strip() + ELLIPSIS;
            if (holds(cut, budget)) return ReadingLength.words(cut) < LEAST_WORDS ? Optional.empty() : Optional.of(cut);
        }
        return Optional.empty();
    }

    private static boolean holds(String s, Budget budget) {
        return (budget.maxChars() == 0 || s.codePointCount(0, s.length()) <= budget.maxChars())
                && (budget.maxWords() == 0 || ReadingLength.words(s) <= budget.maxWords());
    }
}
