package org.postbag.digest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.postbag.posts.Post;

/**
 * The posts that tell one story, earliest first, never none. Which of them leads is only worked out ({@link Medoid}) for
 * stories that are told.
 *
 * @param news those that bring the reader something new, earliest first; none when the reader knows the story
 * @param sentBefore the reader has been sent the story before, by any post
 * @param followedTags how many of the reader's tags it has
 * @param score see {@link StoryRanking}
 */
record Group(List<Post> posts, List<Post> news, boolean sentBefore, int followedTags, double score) {

    private static final Comparator<Post> BY_DATE =
            Comparator.comparing(Post::date).thenComparing(Post::id);

    /** @param same posts of one story, in any order */
    static Group of(List<Post> same, DigestOptions o, TagChoice tags, StoryRanking ranking) {
        List<Post> posts = List.copyOf(same);
        if (posts.size() > 1) posts = posts.stream().sorted(BY_DATE).toList();
        List<Post> news = posts;
        boolean before = false;
        if (!o.retold().isEmpty() || !o.followUps().isEmpty()) {
            news = posts.stream().filter(p -> !retold(p, o)).toList();
            before = posts.stream().anyMatch(p -> sentBefore(p, o));
        }
        int followed = tags.followedTags(posts);
        return new Group(
                posts, news, before, followed, ranking.score(posts, newest(news.isEmpty() ? posts : news), followed));
    }

    private static boolean retold(Post post, DigestOptions o) {
        return o.retold().contains(post.id()) && !o.followUps().contains(post.id());
    }

    private static boolean sentBefore(Post post, DigestOptions o) {
        return o.retold().contains(post.id()) || o.followUps().contains(post.id());
    }

    private static Instant newest(List<Post> posts) {
        return posts.get(posts.size() - 1).date();
    }

    int size() {
        return posts.size();
    }

    /** Whether there is anything in it that the reader does not know. */
    boolean isNews() {
        return !news.isEmpty();
    }

    /** Date of the newest post that is told. */
    Instant newest() {
        return newest(news.isEmpty() ? posts : news);
    }

    Post first() {
        return posts.get(0);
    }

    /** The post with news that is nearest to all others with news by its headline; see {@link Medoid} for equals. */
    Post lead(StoryRanking ranking) {
        return news.size() == 1 ? news.get(0) : news.get(Medoid.of(news, ranking::weight));
    }

    /** All but the lead, earliest first. */
    List<Post> also(Post lead) {
        if (posts.size() == 1) return List.of();
        List<Post> also = new ArrayList<>(posts);
        also.remove(lead);
        return also;
    }

    long sources() {
        return posts.size() == 1
                ? 1
                : posts.stream().map(Post::source).distinct().count();
    }
}
