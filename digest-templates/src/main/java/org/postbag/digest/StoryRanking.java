package org.postbag.digest;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postbag.posts.Post;

/**
 * How much a story matters to one reader at one time; within a tag the higher score is told first, and under a cap it is told
 * at all. {@link StoryReason} says in words what went in. The score is
 *
 * <pre>{@code √mass · D / (D + age) · (1 + T · tags)}</pre>
 *
 * <ul>
 *   <li>{@code mass}: the weight of each source that tells it, and {@value #SAME_SOURCE} of it for each further post of a
 *       source; the root makes the tenth source count less than the second;
 *   <li>{@code age} of the newest post that is told, counted from the digest's end, never below 0; {@code D} is
 *       {@value #HALVED_AFTER_HOURS} hours, after which a story counts half. It falls as 1/age and not exponentially, so that a
 *       weekly digest still hears of what everyone wrote on its first day;
 *   <li>{@code tags}: how many of the reader's tags it has; {@code T} is {@value #PER_TAG}.
 * </ul>
 *
 * <p>All else equal, a story with more posts or sources, a heavier source, a newer post or more of the reader's tags never ranks
 * lower. Of equal scores the newer comes first, then the lower id.
 */
final class StoryRanking {

    static final double SAME_SOURCE = 0.2;
    static final int HALVED_AFTER_HOURS = 24;
    static final double PER_TAG = 0.25;

    private static final double HALVED_AFTER_SECONDS = HALVED_AFTER_HOURS * 3600.0;

    /** Best first; those with nothing new to the reader last. */
    static final Comparator<Group> ORDER = (a, b) -> {
        if (a.isNews() != b.isNews()) return a.isNews() ? -1 : 1;
        int byScore = Double.compare(b.score(), a.score());
        if (byScore != 0) return byScore;
        int byAge = b.newest().compareTo(a.newest());
        return byAge != 0 ? byAge : Long.compare(a.first().id(), b.first().id());
    };

    private final Map<String, Double> weights;
    private final Instant to;

    StoryRanking(Map<String, Double> weights, Instant to) {
        this.weights = weights;
        this.to = to;
    }

    double weight(Post post) {
        return weights.isEmpty() ? 1 : weights.getOrDefault(post.source(), 1.0);
    }

    /**
     * The score, 0 or more.
     *
     * @param posts all that tell the story
     * @param newest date of the newest that is told
     */
    double score(List<Post> posts, Instant newest, int followedTags) {
        double age = Math.max(0, to.getEpochSecond() - newest.getEpochSecond());
        return Math.sqrt(mass(posts))
                * HALVED_AFTER_SECONDS
                / (HALVED_AFTER_SECONDS + age)
                * (1 + PER_TAG * followedTags);
    }

    private double mass(List<Post> posts) {
        if (posts.size() == 1) return weight(posts.get(0));
        Set<String> sources = new HashSet<>();
        double mass = 0;
        for (Post post : posts) mass += sources.add(post.source()) ? weight(post) : SAME_SOURCE * weight(post);
        return mass;
    }
}
