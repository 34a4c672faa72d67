package org.postbag.digest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.postbag.posts.Post;

/**
 * The posts that tell one story, earliest first, never none. Which of them leads is only worked out ({@link Medoid}) for
 * stories that are told.
 */
record Group(List<Post> posts) {

    private static final Comparator<Post> BY_DATE =
            Comparator.comparing(Post::date).thenComparing(Post::id);

    static Group of(List<Post> posts) {
        if (posts.size() == 1) return new Group(List.copyOf(posts));
        return new Group(posts.stream().sorted(BY_DATE).toList());
    }

    int size() {
        return posts.size();
    }

    Instant newest() {
        return posts.get(posts.size() - 1).date();
    }

    Post first() {
        return posts.get(0);
    }

    /** The post nearest to all others by its headline; of equals the earliest. */
    Post lead() {
        // Of two, each is as near to the other.
        if (posts.size() < 3) return first();
        return posts.get(Medoid.of(posts.stream().map(Post::title).toList()));
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
