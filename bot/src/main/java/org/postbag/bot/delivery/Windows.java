package org.postbag.bot.delivery;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.Post;
import org.postbag.posts.Selection;
import org.postbag.posts.store.PostStore;
import org.postbag.posts.store.Window;
import org.postbag.subscriptions.Subscription;

/**
 * The posts that are new to a subscription. Readers served in one pass mostly stand at the same cursor, so the stretch
 * of posts is loaded once and reused; it is loaded anew when posts were added or somebody stands further back. Used by
 * one thread.
 */
final class Windows {
    private final PostStore posts;
    private @Nullable Window window;

    Windows(PostStore posts) {
        this.posts = posts;
    }

    /** Numbers above {@code upTo} wait for the next digest. */
    News newFor(Subscription subscription, long upTo) {
        Window loaded = window;
        if (loaded == null || loaded.upTo() != upTo || loaded.after() > subscription.cursor()) {
            long start = start(subscription);
            if (loaded == null || loaded.upTo() != upTo || loaded.after() > start) {
                loaded = posts.window(start, upTo);
                window = loaded;
            }
        }
        Selection selection = subscription.settings().selection();
        List<Post> mine =
                loaded.select(selection, subscription.cursor(), subscription.startNumber(), subscription.floor());
        Set<Long> told = mine.isEmpty()
                ? Set.of()
                : loaded.told(selection, subscription.cursor(), subscription.startNumber(), subscription.floor());
        return new News(mine, told, subscription.cursor());
    }

    /** The cursor, or for a new reader the later number before which all posts are older than its first digest reaches. */
    private long start(Subscription s) {
        if (s.cursor() >= s.startNumber()) return s.cursor();
        return Math.max(s.cursor(), Math.min(s.startNumber(), posts.numberBefore(s.floor())));
    }
}
