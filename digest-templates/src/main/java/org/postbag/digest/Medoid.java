package org.postbag.digest;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.postbag.posts.Post;

/**
 * Which of several posts has the headline nearest to all the others: the medoid under the overlap of their tokens (Jaccard).
 * Tokens are words, and pairs of neighbouring characters where a script writes no spaces.
 */
final class Medoid {

    /** A story told by more posts than this is judged by its earliest ones; keeps the work square in a small number. */
    private static final int MOST = 40;

    private static final double NEARLY_THE_SAME = 0.7;

    private static final double MARGIN = 1e-9;

    private Medoid() {}

    /**
     * The index of the medoid. Of equally central ones the post of the heavier source, then the earlier one; of two that are
     * nearly the same the earlier, who is likely to be the one that was copied.
     *
     * @param posts earliest first, at least two
     */
    static int of(List<Post> posts, ToDoubleFunction<Post> weight) {
        if (posts.size() == 2 && weight.applyAsDouble(posts.get(0)) >= weight.applyAsDouble(posts.get(1))) return 0;
        List<Set<String>> tokens =
                posts.stream().limit(MOST).map(p -> tokens(p.title())).toList();
        if (posts.size() == 2) return overlap(tokens.get(0), tokens.get(1)) >= NEARLY_THE_SAME ? 0 : 1;
        int best = 0;
        double bestScore = -1;
        for (int i = 0; i < tokens.size(); i++) {
            double score = 0;
            for (int j = 0; j < tokens.size(); j++) if (i != j) score += overlap(tokens.get(i), tokens.get(j));
            // A sum of fractions is compared with a margin, so that equals stay equal whatever the order of adding.
            boolean equal = Math.abs(score - bestScore) <= MARGIN;
            boolean heavier = weight.applyAsDouble(posts.get(i)) > weight.applyAsDouble(posts.get(best));
            if (equal ? heavier : score > bestScore) {
                best = i;
                bestScore = score;
            }
        }
        return best;
    }

    private static double overlap(Set<String> a, Set<String> b) {
        if (a.isEmpty() || b.isEmpty()) return 0;
        int common = 0;
        for (String token : a) if (b.contains(token)) common++;
        return (double) common / (a.size() + b.size() - common);
    }

    static Set<String> tokens(String title) {
        String text = Normalizer.normalize(title, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        Set<String> tokens = new HashSet<>();
        StringBuilder word = new StringBuilder();
        int previous = 0;
        for (int c : text.codePoints().toArray()) {
            boolean ideographic = ReadingTime.countsAlone(c);
            if (ideographic && previous != 0) tokens.add(new String(new int[] {previous, c}, 0, 2));
            previous = ideographic ? c : 0;
            if (!ideographic && Character.isLetterOrDigit(c)) {
                word.appendCodePoint(c);
            } else if (!word.isEmpty()) {
                tokens.add(word.toString());
                word.setLength(0);
            }
        }
        if (!word.isEmpty()) tokens.add(word.toString());
        return tokens;
    }
}
