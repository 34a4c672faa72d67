package org.postbag.digest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.postbag.posts.Post;

/** The posts that tell one story: the lead, chosen by {@link Medoid}, and the others, earliest first. */
record Group(Post lead, List<Post> also, Instant newest) {

    static Group of(List<Post> posts) {
        if (posts.size() == 1)
            return new Group(posts.get(0), List.of(), posts.get(0).date());
        List<Post> byDate = new ArrayList<>(posts);
        byDate.sort(Comparator.comparing(Post::date).thenComparing(Post::id));
        Post lead = byDate.get(Medoid.of(byDate.stream().map(Post::title).toList()));
        List<Post> also = new ArrayList<>(byDate);
        also.remove(lead);
        return new Group(lead, also, byDate.get(byDate.size() - 1).date());
    }

    int size() {
        return 1 + also.size();
    }

    /** Lead first. */
    List<Post> posts() {
        List<Post> all = new ArrayList<>();
        all.add(lead);
        all.addAll(also);
        return all;
    }

    long sources() {
        return posts().stream().map(Post::source).distinct().count();
    }
}
