package org.postbag.posts.summary;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postbag.posts.text.Scripts;

/**
 * What sentences are about, as counts of features: pairs of characters where a sentence has no spaces, words
 * elsewhere. Sorted arrays of hashes keep twenty thousand items cheap.
 */
final class SentenceVectors {
    private final int[][] features;
    private final double[] lengths;
    private final Map<Integer, Integer> centroid = new HashMap<>();
    private final double centroidLength;

    SentenceVectors(List<String> sentences) {
        features = new int[sentences.size()][];
        lengths = new double[sentences.size()];
        for (int i = 0; i < features.length; i++) {
            features[i] = features(sentences.get(i));
            for (int f : features[i]) centroid.merge(f, 1, Integer::sum);
            lengths[i] = Math.sqrt(features[i].length);
        }
        double sum = 0;
        for (int count : centroid.values()) sum += (double) count * count;
        centroidLength = Math.sqrt(sum);
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
        return Arrays.stream(found, 0, n).sorted().distinct().toArray();
    }

    /** Cosine of a sentence with the sum of all, 0 to 1. */
    double centrality(int i) {
        if (lengths[i] == 0 || centroidLength == 0) return 0;
        double product = 0;
        for (int f : features[i]) product += centroid.getOrDefault(f, 0);
        return product / (lengths[i] * centroidLength);
    }

    /** Cosine of two sentences, 0 to 1. */
    double similarity(int i, int j) {
        if (lengths[i] == 0 || lengths[j] == 0) return 0;
        int common = 0;
        int a = 0;
        int b = 0;
        while (a < features[i].length && b < features[j].length) {
            int order = Integer.compare(features[i][a], features[j][b]);
            if (order == 0) common++;
            if (order <= 0) a++;
            if (order >= 0) b++;
        }
        return common / (lengths[i] * lengths[j]);
    }
}
