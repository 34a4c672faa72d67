package org.postbag.posts.summary;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Pattern;

/** Shortens a sentence to its first clauses. */
final class Clauses {
    private static final String WIDE = "，；：。！？";
    private static final String NARROW = ",;:";

    /** Clauses that only announce what somebody says, and would be left hanging. */
    private static final Pattern ANNOUNCES =
            Pattern.compile("(?:说|說|称|稱|表示|指出|认为|認為|强调|強調|透露|介绍|介紹|报道|報道|報導|消息|信息|写道|宣布|提出|显示|顯示|获悉|时候?|後|后)$"
                    + "|\\b(?:said|says|that|according to \\w+)$");

    private static final String ELLIPSIS = "…";

    private Clauses() {}

    /**
     * The longest beginning that ends with a clause and still fits behind {@code before}, with an ellipsis.
     *
     * @param force where not even one clause fits, cut between words
     * @return empty when nothing fits
     */
    static String cut(String before, String sentence, Budget budget, boolean force) {
        for (int end = Math.min(sentence.length() - 1, budget.reach()); end > 0; end--) {
            if (!isBoundary(sentence, end)) continue;
            String clauses = sentence.substring(0, end).strip();
            if (budget.holds(before + clauses + ELLIPSIS)
                    && !ANNOUNCES.matcher(clauses).find()) return clauses + ELLIPSIS;
        }
        return force ? words(before, sentence, budget) : "";
    }

    private static boolean isBoundary(String s, int i) {
        char c = s.charAt(i);
        if (WIDE.indexOf(c) >= 0) return true;
        return NARROW.indexOf(c) >= 0 && i + 1 < s.length() && Character.isWhitespace(s.charAt(i + 1));
    }

    private static String words(String before, String sentence, Budget budget) {
        BreakIterator words = BreakIterator.getLineInstance(Locale.ROOT);
        words.setText(sentence);
        String best = "";
        for (int end = words.next(); end != BreakIterator.DONE; end = words.next()) {
            String cut = sentence.substring(0, end).strip() + ELLIPSIS;
            if (!budget.holds(before + cut)) break;
            best = cut;
        }
        return best.isEmpty() ? characters(before, sentence, budget) : best;
    }

    private static String characters(String before, String sentence, Budget budget) {
        int end = sentence.length();
        while (end > 0) {
            end = sentence.offsetByCodePoints(end, -1);
            String cut = sentence.substring(0, end) + ELLIPSIS;
            if (end > 0 && budget.holds(before + cut)) return cut;
        }
        return "";
    }
}
