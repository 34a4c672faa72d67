package org.postbag.posts.summary;

import org.postbag.posts.text.Languages;
import org.postbag.posts.text.Scripts;

/**
 * What makes a sentence worth taking, measured by ROUGE-2 on 830 Chinese and 277 English news items with
 * human headlines or summaries.
 *
 * @param place how much place counts against centrality, 0 to 1; in news the first sentences are hard to beat
 * @param title how much likeness to the title counts beside that: 0.4 points in English, a loss in Chinese
 * @param relevance lambda of maximal marginal relevance: 1 does not mind repetition
 */
record Weights(double place, double title, double relevance) {
    private static final Weights CJK = new Weights(0.85, 0, 0.9);
    private static final Weights OTHER = new Weights(0.7, 1, 0.6);

    private static final int SAMPLE = 400;
    private static final int MOSTLY = 60;

    static Weights of(Draft draft) {
        return isCjk(draft) ? CJK : OTHER;
    }

    private static boolean isCjk(Draft draft) {
        if (draft.lang() != null) return Languages.isCjk(draft.lang());
        return draft.text().codePoints().limit(SAMPLE).filter(Scripts::isCjk).count() > MOSTLY;
    }
}
