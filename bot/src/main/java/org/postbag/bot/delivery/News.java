package org.postbag.bot.delivery;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.postbag.posts.Post;

/**
 * What is new to one reader.
 *
 * @param posts in number order
 * @param told the stories that were told to this reader before
 * @param cursor of the reader: a post first numbered up to it has been told itself, and is here because it changed
 */
record News(List<Post> posts, Set<Long> told, long cursor) {
    News {
        posts = List.copyOf(posts);
        told = Set.copyOf(told);
    }

    /** Whether there is nothing but what the reader knows already. */
    boolean isEmpty() {
        return posts.stream().allMatch(this::isRetold);
    }

    /** Posts that tell a story again and add nothing of weight. */
    Set<Long> retold() {
        return ids(this::isRetold);
    }

    /** Posts that carry a story on. */
    Set<Long> followUps() {
        return ids(post -> told.contains(post.story()) && !isRetold(post));
    }

    private boolean isRetold(Post post) {
        return post.repeats() && post.firstNumber() > cursor && told.contains(post.story());
    }

    private Set<Long> ids(Predicate<Post> which) {
        if (told.isEmpty()) return Set.of();
        Set<Long> ids = new HashSet<>();
        for (Post post : posts) if (which.test(post)) ids.add(post.id());
        return ids;
    }
}
