package org.postbag.posts.summary;

import java.util.Arrays;
import java.util.List;
import org.postbag.posts.text.Scripts;

/**
 * What sentences are about, as counts of features: pairs of characters where a sentence has no spaces, words
 * elsewhere. Sorted arrays of hashes keep twenty thousand items cheap.
 */
final class SentenceVectors {
    private final int[][] features;
    /** The features of all sentences, sorted; one that is in several is there as often. */
    private final int[] centroid;

    private final double centroidLength;

    SentenceVectors(List<String> sentences) {
        features = new int[sentences.size()][];
        int total = 0;
        for (int i = 0; i < features.length; i++) {
            features[i] = features(sentences.get(i));
            total += features[i].length;
        }
        centroid = new int[total];
        int at = 0;
        for (int[] own : features) {
            System.arraycopy(own, 0, centroid, at, own.length);
            at += own.length;
        }
        Arrays.sort(centroid);
        centroidLength = length(centroid);
    }

    /** Length of the vector that counts equal features of a sorted list. */
    private static double length(int[] sorted) {
        double squares = 0;
        int same = 0;
        for (int i = 0; i < sorted.length; i++) {
            same++;
            if (i + 1 == sorted.length || sorted[i] != sorted[i + 1]) {
                squares += (double) same * same;
                same = 0;
            }
        }
        return Math.sqrt(squares);
    }

    /** Distinct features, sorted. */
    private static int[] features(String sentence) {
        int[] found = new int[sentence.length()];
        int n = 0;
        int last = 0;
        int word = 0;
        for (int i = 0; i < sentence.length(); ) {
            int c = Character.toLowerCase(sentence.codePointAt(i));
            i += Character.charCount(c);
            if (Scripts.isUnspaced(c)) {
                if (word != 0) found[n++] = word;
                word = 0;
                if (last != 0) found[n++] = last * 31 + c + 1;
                last = c;
            } else if (Scripts.isWord(c)) {
                word = word * 31 + c;
                last = 0;
            } else {
                if (word != 0) found[n++] = word;
                word = 0;
                last = 0;
            }
        }
        if (word != 0 && n < found.length) found[n++] = word;
        Arrays.sort(found, 0, n);
        int distinct = 0;
        for (int i = 0; i < n; i++) if (i == 0 || found[i] != found[i - 1]) found[distinct++] = found[i];
        return Arrays.copyOf(found, distinct);
    }

    /** Cosine of a sentence with the sum of all, 0 to 1. */
    double centrality(int i) {
        if (features[i].length == 0) return 0;
        return common(centroid, features[i]) / (Math.sqrt(features[i].length) * centroidLength);
    }

    /** Cosine of each sentence with another text, 0 to 1. */
    double[] similarities(String text) {
        int[] other = features(text);
        return Arrays.stream(features).mapToDouble(own -> cosine(own, other)).toArray();
    }

    /** Cosine of two sentences, 0 to 1. */
    double similarity(int i, int j) {
        return cosine(features[i], features[j]);
    }

    private static double cosine(int[] one, int[] two) {
        if (one.length == 0 || two.length == 0) return 0;
        return common(one, two) / Math.sqrt((double) one.length * two.length);
    }

    /** How many of the sorted {@code many}, equal ones counted each, are in the sorted, distinct {@code few}. */
    private static int common(int[] many, int[] few) {
        int common = 0;
        int b = 0;
        for (int feature : many) {
            while (b < few.length && few[b] < feature) b++;
            if (b == few.length) break;
            if (few[b] == feature) common++;
        }
        return common;
    }
}
