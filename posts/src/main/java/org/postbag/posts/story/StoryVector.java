package org.postbag.posts.story;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postbag.posts.text.Han;
import org.postbag.posts.text.Scripts;

/**
 * A post as a vector of features: pairs of characters where writing has no spaces, words elsewhere, those of the title
 * three times. Features are hashed into a fixed number of slots, so that no dictionary has to be kept.
 */
final class StoryVector {
    static final int SLOTS = 1 << 20;

    private static final int TITLE_WEIGHT = 3;
    private static final Pattern VERSION = Pattern.compile("\\d+(?:\\.\\d+)+");
    private static final Set<String> COMMON = Set.of(
            "the", "of", "and", "to", "in", "is", "that", "for", "it", "with", "as", "was", "on", "be", "by", "this",
            "are", "at", "from", "not", "you", "have", "an", "will", "has", "his", "her", "he", "she", "they", "their",
            "its", "but", "or", "after", "over", "says", "said", "new", "us", "who", "which", "been", "were", "had",
            "more", "than", "up", "out", "about", "into", "we", "our", "can", "would", "could", "one", "two", "how",
            "why", "what", "when");

    /** Sorted slots, the frequency of each, and in the end its weight. */
    private final int[] slots;

    private final float[] weights;
    private final Set<String> versions = new HashSet<>();

    StoryVector(Han han, StoryItem item, int textLength) {
        String title = han.fold(item.title());
        Matcher version = VERSION.matcher(title);
        while (version.find()) versions.add(version.group());
        String text = item.text().substring(0, Math.min(textLength, item.text().length()));
        int[] inTitle = features(title);
        int[] inText = features(han.fold(text));
        int[] all = new int[inTitle.length * TITLE_WEIGHT + inText.length];
        for (int i = 0; i < TITLE_WEIGHT; i++) System.arraycopy(inTitle, 0, all, i * inTitle.length, inTitle.length);
        System.arraycopy(inText, 0, all, inTitle.length * TITLE_WEIGHT, inText.length);
        Arrays.sort(all);
        slots = Arrays.stream(all).distinct().toArray();
        weights = new float[slots.length];
        int at = -1;
        for (int i = 0; i < all.length; i++) {
            if (i == 0 || all[i] != all[i - 1]) at++;
            weights[at]++;
        }
    }

    private static int[] features(String folded) {
        int[] found = new int[folded.length()];
        int n = 0;
        int last = 0;
        for (int i = 0; i < folded.length(); ) {
            int c = folded.codePointAt(i);
            if (Scripts.isUnspaced(c)) {
                if (last != 0) found[n++] = slot(last * 0x9e3779b1 + c);
                last = c;
                i += Character.charCount(c);
            } else if (Scripts.isWord(c)) {
                int end = i;
                while (end < folded.length()
                        && Scripts.isWord(folded.codePointAt(end))
                        && !Scripts.isUnspaced(folded.codePointAt(end)))
                    end += Character.charCount(folded.codePointAt(end));
                String word = stem(folded.substring(i, end));
                if (word.length() > 1 && !COMMON.contains(word)) found[n++] = slot(word.hashCode());
                last = 0;
                i = end;
            } else {
                last = 0;
                i += Character.charCount(c);
            }
        }
        return Arrays.copyOf(found, n);
    }

    /** Enough of a stemmer for headlines: plurals and possessives. */
    private static String stem(String word) {
        if (word.length() > 4 && word.endsWith("ies")) return word.substring(0, word.length() - 3) + "y";
        if (word.length() > 3 && word.endsWith("s") && !word.endsWith("ss"))
            return word.substring(0, word.length() - 1);
        return word;
    }

    private static int slot(int hash) {
        int h = hash * 0x85ebca6b;
        return (h ^ (h >>> 15)) & (SLOTS - 1);
    }

    int[] slots() {
        return slots;
    }

    /** Turns frequencies into TF-IDF weights of unit length; called once, when all document frequencies are known. */
    void weigh(int[] documents, int total) {
        double sum = 0;
        for (int i = 0; i < slots.length; i++) {
            weights[i] = (float) ((1 + Math.log(weights[i])) * Math.log((total + 1.0) / (documents[slots[i]] + 0.5)));
            sum += weights[i] * weights[i];
        }
        float length = (float) Math.sqrt(sum);
        for (int i = 0; i < weights.length && length > 0; i++) weights[i] /= length;
    }

    /** The slots that say most about it, at most {@code count}. */
    int[] telling(int count) {
        Integer[] order = new Integer[slots.length];
        for (int i = 0; i < order.length; i++) order[i] = i;
        Arrays.sort(order, (a, b) -> Float.compare(weights[b], weights[a]));
        int[] best = new int[Math.min(count, order.length)];
        for (int i = 0; i < best.length; i++) best[i] = slots[order[i]];
        return best;
    }

    /** Cosine. */
    double similarity(StoryVector other) {
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

    /** Whether both titles name versions and none in common: two releases are two stories, however alike their notes. */
    boolean namesOtherVersion(StoryVector other) {
        if (versions.isEmpty() || other.versions.isEmpty()) return false;
        return versions.stream().noneMatch(other.versions::contains);
    }
}
