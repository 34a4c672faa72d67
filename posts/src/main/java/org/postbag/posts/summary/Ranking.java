package org.postbag.posts.summary;

import java.util.ArrayList;
import java.util.List;

/**
 * Which sentence to take next: by place, by how much it has in common with the whole text, and without repeating those
 * taken before (maximal marginal relevance, Carbonell and Goldstein, SIGIR 1998).
 */
final class Ranking {
    private static final double RELEVANCE = 0.6;

    private final SentenceVectors vectors;
    private final double[] score;
    private final double[] nearest;
    private final boolean[] taken;
    private final List<Integer> ranked = new ArrayList<>();

    /** @param place how much place counts against centrality, 0 to 1 */
    Ranking(List<String> sentences, double place) {
        vectors = new SentenceVectors(sentences);
        int count = sentences.size();
        score = new double[count];
        nearest = new double[count];
        taken = new boolean[count];
        for (int i = 0; i < count; i++) score[i] = place / Math.sqrt(1 + i) + (1 - place) * vectors.centrality(i);
    }

    /** The sentence that is taken at this rank; ranks are worked out only as far as they are asked for. */
    int at(int rank) {
        while (ranked.size() <= rank) ranked.add(next());
        return ranked.get(rank);
    }

    private int next() {
        int best = -1;
        double most = 0;
        for (int i = 0; i < score.length; i++) {
            double relevance = RELEVANCE * score[i] - (1 - RELEVANCE) * nearest[i];
            if (!taken[i] && (best < 0 || relevance > most)) {
                best = i;
                most = relevance;
            }
        }
        taken[best] = true;
        for (int i = 0; i < score.length; i++)
            if (!taken[i]) nearest[i] = Math.max(nearest[i], vectors.similarity(i, best));
        return best;
    }
}
