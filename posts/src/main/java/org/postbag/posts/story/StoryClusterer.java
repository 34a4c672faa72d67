package org.postbag.posts.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postbag.posts.text.Han;

/**
 * Finds posts that tell the same story: a single pass in order of date, each post joining the nearest cluster of the
 * days around it by the cosine of TF-IDF vectors, or beginning one. Candidates come from an index of each post's most
 * telling features, so the cost grows with the number of posts, not with their pairs.
 */
public final class StoryClusterer {
    /** Characters of a text that are compared. */
    public static final int TEXT = 300;

    /** Posts further apart than this tell different stories. */
    public static final Duration WINDOW = Duration.ofDays(3);

    private static final double SAME = 0.34;
    /** Documents of no content counted in, so that a few posts already have telling words. */
    private static final int BACKGROUND = 50;

    private static final int TELLING = 16;
    private static final int MAX_POSTINGS = 64;
    private static final int MAX_CANDIDATES = 24;
    private static final int MAX_MEMBERS = 40;

    private final Han han = new Han();

    private static final class Cluster {
        private final long story;
        private final List<StoryVector> members = new ArrayList<>();
        private double squared;
        private Instant first;
        private Instant last;

        Cluster(long story, Instant date) {
            this.story = story;
            first = date;
            last = date;
        }

        void add(StoryVector vector, Instant date) {
            if (date.isBefore(first)) first = date;
            if (date.isAfter(last)) last = date;
            if (members.size() == MAX_MEMBERS) return;
            squared += 1 + 2 * product(vector);
            members.add(vector);
        }

        private double product(StoryVector vector) {
            double sum = 0;
            for (StoryVector member : members) sum += member.similarity(vector);
            return sum;
        }

        /** Cosine with the centroid. */
        double similarity(StoryVector vector) {
            return squared == 0 ? 0 : product(vector) / Math.sqrt(squared);
        }

        boolean isNear(Instant date) {
            return !date.isBefore(first.minus(WINDOW)) && !date.isAfter(last.plus(WINDOW));
        }
    }

    /**
     * Names the story of every item whose story is open: one that a neighbour tells, or its own id.
     *
     * @param items those that are open, and the posts around them whose story is known
     */
    public Map<Long, Long> assign(List<StoryItem> items) {
        List<Weighed> weighed = weigh(items);
        Map<Integer, List<Cluster>> index = new HashMap<>();
        Map<Long, Cluster> clusters = new HashMap<>();
        for (Weighed one : weighed)
            if (one.item().story() != 0)
                join(
                        clusters.computeIfAbsent(
                                one.item().story(),
                                story -> new Cluster(story, one.item().date())),
                        one,
                        index);
        Map<Long, Long> stories = new LinkedHashMap<>();
        weighed.stream()
                .filter(one -> one.item().story() == 0)
                .sorted(Comparator.comparing((Weighed one) -> one.item().date())
                        .thenComparing(one -> one.item().id()))
                .forEach(one -> {
                    StoryItem item = one.item();
                    Cluster cluster = nearest(one, index).orElse(new Cluster(item.id(), item.date()));
                    join(cluster, one, index);
                    stories.put(item.id(), cluster.story);
                });
        return stories;
    }

    private record Weighed(StoryItem item, StoryVector vector) {}

    private List<Weighed> weigh(List<StoryItem> items) {
        List<Weighed> all = new ArrayList<>();
        int[] documents = new int[StoryVector.SLOTS];
        for (StoryItem item : items) {
            StoryVector vector = new StoryVector(han, item, TEXT);
            for (int slot : vector.slots()) documents[slot]++;
            all.add(new Weighed(item, vector));
        }
        for (Weighed one : all) one.vector().weigh(documents, items.size() + BACKGROUND);
        return all;
    }

    private static void join(Cluster cluster, Weighed one, Map<Integer, List<Cluster>> index) {
        cluster.add(one.vector(), one.item().date());
        for (int slot : one.vector().telling(TELLING)) {
            List<Cluster> postings = index.computeIfAbsent(slot, s -> new ArrayList<>());
            if (postings.isEmpty() || postings.get(postings.size() - 1) != cluster) postings.add(cluster);
        }
    }

    private static Optional<Cluster> nearest(Weighed one, Map<Integer, List<Cluster>> index) {
        StoryVector vector = one.vector();
        Instant date = one.item().date();
        Map<Cluster, Integer> shared = new LinkedHashMap<>();
        for (int slot : vector.telling(TELLING)) {
            List<Cluster> postings = index.getOrDefault(slot, List.of());
            // The latest ones: with a full index the others are of another day, or too common to tell.
            for (int i = Math.max(0, postings.size() - MAX_POSTINGS); i < postings.size(); i++)
                shared.merge(postings.get(i), 1, Integer::sum);
        }
        Optional<Cluster> best = Optional.empty();
        double most = SAME;
        for (Cluster cluster : shared.entrySet().stream()
                .sorted(Map.Entry.<Cluster, Integer>comparingByValue().reversed())
                .limit(MAX_CANDIDATES)
                .map(Map.Entry::getKey)
                .toList()) {
            if (!cluster.isNear(date) || cluster.members.get(0).namesOtherVersion(vector)) continue;
            double similarity = cluster.similarity(vector);
            if (similarity >= most) {
                best = Optional.of(cluster);
                most = similarity;
            }
        }
        return best;
    }
}
