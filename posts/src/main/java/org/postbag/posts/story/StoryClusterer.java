package org.postbag.posts.story;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.postbag.posts.text.Han;
import org.postbag.posts.text.Scripts;

/**
 * Finds posts that tell the same story: the nearest two clusters of posts join, again and again, until no two are near
 * enough. So the outcome does not depend on the order in which posts of a day came. {@link Neighbours} says which pairs
 * are worth comparing, {@link Cluster} how alike they are.
 */
public final class StoryClusterer {
    /** Posts further apart than this tell different stories. */
    public static final Duration WINDOW = Duration.ofDays(3);

    /** Documents of no content counted in, so that a few posts already have telling words. */
    private static final int BACKGROUND = 50;
    /** Among fewer posts than this nobody knows which words are common, so that posts have to be more alike. */
    private static final int ENOUGH = 500;

    /** Characters of a text that count as a full one. */
    private static final double BODY = 150;
    /** A pair is remembered from this share of what is needed: it may get there as its clusters grow. */
    private static final double PROMISING = 0.8;

    private static final Comparator<Cluster> BY_DATE =
            Comparator.comparing((Cluster cluster) -> cluster.date).thenComparingLong(cluster -> cluster.id);
    private static final Comparator<Pair> NEAREST_FIRST = Comparator.comparingDouble((Pair pair) -> -pair.similarity())
            .thenComparing(Pair::a, BY_DATE)
            .thenComparing(Pair::b, BY_DATE);

    private final Han han = new Han();

    /** Two clusters, and how alike they were when they had changed that often. */
    private record Pair(Cluster a, Cluster b, double similarity, int changes) {
        static Pair of(Cluster a, Cluster b) {
            return new Pair(a, b, a.similarity(b), a.changes() + b.changes());
        }

        boolean isCurrent() {
            return a.root() == a && b.root() == b && changes == a.changes() + b.changes();
        }

        boolean isNear(double share) {
            return similarity >= share * a.least(b);
        }
    }

    /**
     * Names the story of every item whose story is open: one that a neighbour tells, or the id of its first post. Known
     * stories keep their names and never become one.
     *
     * @param items those that are open, and the posts around them whose story is known
     */
    public Map<Long, Long> assign(List<StoryItem> items) {
        List<Cluster> posts = posts(items);
        gatherKnown(posts);
        gatherRepeats(posts);
        merge(pairs(posts.stream().filter(post -> post.root() == post).toList()));
        Map<Long, Long> stories = new LinkedHashMap<>();
        for (Cluster post : posts)
            if (post.isOpen()) stories.put(post.id, post.root().story());
        return stories;
    }

    /** Every post as a cluster of its own, weighed, in order of date; on all processors, for this is most of the work. */
    private List<Cluster> posts(List<StoryItem> items) {
        List<Cluster> posts =
                new ArrayList<>(items.parallelStream().map(this::post).toList());
        int[] documents = new int[StoryFeatures.SLOTS];
        for (Cluster post : posts) post.sum().countInto(documents);
        float[] rarities = StoryVector.rarities(items.size(), items.size() + BACKGROUND);
        double doubt = doubt(items.size());
        posts.parallelStream().forEach(post -> {
            post.sum().weigh(documents, rarities);
            post.weighed(doubt);
        });
        posts.sort(BY_DATE);
        return posts;
    }

    private Cluster post(StoryItem item) {
        String title = han.fold(item.title());
        String text = han.fold(beginning(item.text()));
        if (text.equals(title)) text = "";
        double body = Math.min(1, text.length() / BODY);
        return new Cluster(
                item,
                words(title, text),
                StoryFeatures.of(title, text),
                Serial.of(title, item.date()),
                Script.of(title + text),
                body);
    }

    /** How little is known of which words are common, 0 to 1. */
    private static double doubt(int posts) {
        return Math.max(0, 1 - Math.log(Math.max(1, posts)) / Math.log(ENOUGH));
    }

    /** All letters and digits of a post: two posts that have the same are one, whatever their signs and spaces. */
    private static String words(String title, String text) {
        StringBuilder words = new StringBuilder();
        title.codePoints().filter(Scripts::isWord).forEach(words::appendCodePoint);
        if (words.length() > 0) text.codePoints().filter(Scripts::isWord).forEach(words.append(' ')::appendCodePoint);
        return words.toString();
    }

    private static String beginning(String text) {
        return text.length() <= StoryFeatures.TEXT ? text : text.substring(0, StoryFeatures.TEXT);
    }

    private static void gatherKnown(List<Cluster> posts) {
        Map<Long, Cluster> known = new HashMap<>();
        for (Cluster post : posts) {
            if (post.isOpen()) continue;
            Cluster story = known.putIfAbsent(post.story(), post);
            if (story != null) story.root().join(post);
        }
    }

    /** The same post seen again, known ones first: under another address, in other capitals, or taken over by others. */
    private static void gatherRepeats(List<Cluster> posts) {
        Map<String, Cluster> seen = new HashMap<>();
        for (Cluster post : posts) if (!post.isOpen()) seen.putIfAbsent(post.words, post);
        for (Cluster post : posts) {
            if (!post.isOpen() || post.words.isEmpty()) continue;
            Cluster earlier = seen.get(post.words);
            if (earlier != null && post.repeats(earlier)) earlier.root().repeat(post);
            else seen.put(post.words, post);
        }
    }

    private static PriorityQueue<Pair> pairs(List<Cluster> clusters) {
        PriorityQueue<Pair> pairs = new PriorityQueue<>(NEAREST_FIRST);
        Neighbours neighbours = new Neighbours(clusters);
        for (int i = 0; i < clusters.size(); i++) {
            Cluster cluster = clusters.get(i);
            if (!cluster.isOpen()) continue;
            for (Cluster other : neighbours.of(i)) {
                if (!cluster.suits(other)) continue;
                Pair pair = Pair.of(other, cluster);
                if (pair.isNear(PROMISING)) pairs.add(pair);
            }
        }
        return pairs;
    }

    private static void merge(PriorityQueue<Pair> pairs) {
        while (!pairs.isEmpty()) {
            Pair pair = pairs.remove();
            Cluster a = pair.a().root();
            Cluster b = pair.b().root();
            if (a == b || !a.suits(b) || !a.sharesEnough(b)) continue;
            if (!pair.isCurrent()) {
                pair = Pair.of(a, b);
                Pair next = pairs.peek();
                if (pair.isNear(1) && next != null && next.similarity() > pair.similarity()) {
                    pairs.add(pair);
                    continue;
                }
            }
            if (pair.isNear(1)) a.join(b);
        }
    }
}
