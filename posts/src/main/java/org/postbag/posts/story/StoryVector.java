package org.postbag.posts.story;

import java.util.Arrays;

/** A post, or the sum of several, as a sparse vector: slots in rising order, and the weight of each. */
final class StoryVector {
    /** Flattens the weight of rare features: headlines are joined by middling ones as well. Tuned in steps of .2. */
    private static final double FLATTENING = 0.7;

    private final int[] slots;
    private final float[] weights;

    StoryVector(int[] slots, float[] weights) {
        this.slots = slots;
        this.weights = weights;
    }

    void countInto(int[] documents) {
        for (int slot : slots) documents[slot]++;
    }

    /** What a feature counts that so many of the documents have, for 0 to {@code most}. */
    static float[] rarities(int most, int total) {
        float[] rarities = new float[most + 1];
        for (int documents = 0; documents <= most; documents++)
            rarities[documents] = (float) Math.pow(Math.log((total + 1.0) / (documents + 0.5)), FLATTENING);
        return rarities;
    }

    /** Turns counts into TF-IDF weights of unit length; called once, when all document frequencies are known. */
    void weigh(int[] documents, float[] rarities) {
        for (int i = 0; i < slots.length; i++) {
            double count = weights[i] <= 1 ? weights[i] : 1 + Math.log(weights[i]);
            weights[i] = (float) (count * rarities[documents[slots[i]]]);
        }
        float length = (float) length();
        for (int i = 0; i < weights.length && length > 0; i++) weights[i] /= length;
    }

    int size() {
        return slots.length;
    }

    int slot(int i) {
        return slots[i];
    }

    float weight(int i) {
        return weights[i];
    }

    double length() {
        double sum = 0;
        for (float weight : weights) sum += (double) weight * weight;
        return Math.sqrt(sum);
    }

    double dot(StoryVector other) {
        double product = 0;
        int a = 0;
        int b = 0;
        while (a < slots.length && b < other.slots.length) {
            int order = Integer.compare(slots[a], other.slots[b]);
            if (order == 0) product += weights[a] * other.weights[b];
            if (order <= 0) a++;
            if (order >= 0) b++;
        }
        return product;
    }

    int shared(StoryVector other) {
        int shared = 0;
        for (int slot : slots) if (Arrays.binarySearch(other.slots, slot) >= 0) shared++;
        return shared;
    }

    StoryVector plus(StoryVector other) {
        int[] allSlots = new int[slots.length + other.slots.length];
        float[] all = new float[allSlots.length];
        int n = 0;
        int a = 0;
        int b = 0;
        while (a < slots.length || b < other.slots.length) {
            int left = a < slots.length ? slots[a] : Integer.MAX_VALUE;
            int right = b < other.slots.length ? other.slots[b] : Integer.MAX_VALUE;
            allSlots[n] = Math.min(left, right);
            if (left <= right) all[n] += weights[a++];
            if (right <= left) all[n] += other.weights[b++];
            n++;
        }
        return new StoryVector(Arrays.copyOf(allSlots, n), Arrays.copyOf(all, n));
    }

    /** Its {@code count} heaviest features, those of lower slots first among equals. */
    StoryVector heaviest(int count) {
        if (slots.length <= count) return this;
        float[] sorted = weights.clone();
        Arrays.sort(sorted);
        float least = sorted[sorted.length - count];
        int equals = 0;
        for (int i = sorted.length - count; i < sorted.length && sorted[i] == least; i++) equals++;
        int[] bestSlots = new int[count];
        float[] best = new float[count];
        int n = 0;
        for (int i = 0; i < slots.length; i++) {
            if (weights[i] < least || (weights[i] == least && equals-- <= 0)) continue;
            bestSlots[n] = slots[i];
            best[n++] = weights[i];
        }
        return new StoryVector(bestSlots, best);
    }
}
