package org.postbag.posts.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the clusters that a cluster could join, by the features that say most about each. Of a feature that many have
 * the neighbours in time are looked at, so the cost grows with the number of posts, not with their pairs.
 */
final class Neighbours {
    /** Features looked up; 32 measure the same. */
    private static final int TELLING = 16;

    /** Clusters looked at on either side for one feature, and those of them compared as a whole; more gains nothing. */
    private static final int SIDE = 48;

    private static final int CANDIDATES = 16;

    private final List<Cluster> clusters;
    private final StoryVector[] telling;
    /** Numbers of the clusters that have a slot as a telling one: those of slot s from start[s] to start[s + 1]. */
    private final int[] start = new int[StoryFeatures.SLOTS + 1];

    private final int[] postings;
    private final float[] scores;
    private final int[] touched;

    /** @param clusters in order of their dates */
    Neighbours(List<Cluster> clusters) {
        this.clusters = clusters;
        telling = new StoryVector[clusters.size()];
        Arrays.parallelSetAll(telling, i -> clusters.get(i).sum().heaviest(TELLING));
        for (StoryVector one : telling) for (int k = 0; k < one.size(); k++) start[one.slot(k) + 1]++;
        for (int slot = 0; slot < StoryFeatures.SLOTS; slot++) start[slot + 1] += start[slot];
        postings = new int[start[StoryFeatures.SLOTS]];
        int[] next = start.clone();
        for (int i = 0; i < telling.length; i++)
            for (int k = 0; k < telling[i].size(); k++) postings[next[telling[i].slot(k)]++] = i;
        scores = new float[telling.length];
        touched = new int[telling.length];
    }

    /** Those before cluster {@code i}, or of a known story, that share most with it. */
    List<Cluster> of(int i) {
        int found = 0;
        for (int k = 0; k < telling[i].size(); k++) {
            int slot = telling[i].slot(k);
            int at = Arrays.binarySearch(postings, start[slot], start[slot + 1], i);
            int end = Math.min(start[slot + 1], at + SIDE + 1);
            for (int p = Math.max(start[slot], at - SIDE); p < end; p++) {
                int other = postings[p];
                if (other == i || (other > i && clusters.get(other).isOpen())) continue;
                if (scores[other] == 0) touched[found++] = other;
                scores[other] += telling[i].weight(k) * telling[i].weight(k);
            }
        }
        return best(found);
    }

    private List<Cluster> best(int found) {
        long[] order = new long[found];
        for (int n = 0; n < found; n++) {
            int other = touched[n];
            order[n] = (long) Float.floatToIntBits(scores[other]) << 32 | (Integer.MAX_VALUE - other);
            scores[other] = 0;
        }
        Arrays.sort(order);
        List<Cluster> best = new ArrayList<>();
        for (int n = found - 1; n >= Math.max(0, found - CANDIDATES); n--)
            best.add(clusters.get(Integer.MAX_VALUE - (int) order[n]));
        return best;
    }
}
