package org.postbag.digest;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which of several headlines is nearest to all the others: the medoid under the overlap of their tokens (Jaccard). Tokens
 * are words, and pairs of neighbouring characters where a script writes no spaces.
 */
final class Medoid {

    /** A story told by more posts than this is judged by its earliest ones; keeps the work square in a small number. */
    private static final int MOST = 40;

    private Medoid() {}

    /** The index of the medoid; the first of equals. */
    static int of(List<String> titles) {
        List<Set<String>> tokens =
                titles.stream().limit(MOST).map(Medoid::tokens).toList();
        int best = 0;
        double bestScore = -1;
        for (int i = 0; i < tokens.size(); i++) {
            double score = 0;
            for (int j = 0; j < tokens.size(); j++) if (i != j) score += overlap(tokens.get(i), tokens.get(j));
            // A sum of fractions is compared with a margin, so that equals stay equal whatever the order of adding.
            if (score > bestScore + 1e-9) {
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
