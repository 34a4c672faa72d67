package org.postbag.posts.summary;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which sentence to take next: by place, by how much it has in common with the whole text and its title, and without
 * repeating those taken before (maximal marginal relevance, Carbonell and Goldstein, SIGIR 1998).
 */
final class Ranking {
    private final SentenceVectors vectors;
    private final Weights weights;
    private final double[] score;
    private final double[] nearest;
    private final boolean[] taken;
    private final List<Integer> ranked = new ArrayList<>();

    Ranking(List<String> sentences, @Nullable String title, Weights weights) {
        this.weights = weights;
        vectors = new SentenceVectors(sentences);
        int count = sentences.size();
        score = new double[count];
        nearest = new double[count];
        taken = new boolean[count];
        double[] likeness = title == null || weights.title() == 0 ? new double[count] : vectors.similarities(title);
        for (int i = 0; i < count; i++)
            score[i] = weights.place() / Math.sqrt(1 + i)
                    + (1 - weights.place()) * vectors.centrality(i)
                    + weights.title() * likeness[i];
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
            double relevance = weights.relevance() * score[i] - (1 - weights.relevance()) * nearest[i];
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
