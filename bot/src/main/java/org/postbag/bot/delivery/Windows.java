package org.postbag.bot.delivery;

import java.time.Instant;
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
    /** A first digest that reaches back to here, or less far, begins within the window. */
    private Instant reach = Instant.MAX;

    Windows(PostStore posts) {
        this.posts = posts;
    }

    /** Numbers above {@code upTo} wait for the next digest. */
    News newFor(Subscription subscription, long upTo) {
        Window loaded = window;
        if (loaded == null || loaded.upTo() != upTo || !covers(loaded, subscription)) {
            long start = start(subscription);
            if (loaded == null || loaded.upTo() != upTo || loaded.after() > start) {
                loaded = posts.window(start, upTo);
                window = loaded;
                reach = Instant.MAX;
            }
            if (start > subscription.cursor() && subscription.floor().isBefore(reach)) reach = subscription.floor();
        }
        Selection selection = subscription.settings().selection();
        List<Post> mine =
                loaded.select(selection, subscription.cursor(), subscription.startNumber(), subscription.floor());
        Set<Long> told = mine.isEmpty()
                ? Set.of()
                : loaded.told(selection, subscription.cursor(), subscription.startNumber(), subscription.floor());
        return new News(mine, told, subscription.cursor());
    }

    private boolean covers(Window loaded, Subscription s) {
        if (loaded.after() <= s.cursor()) return true;
        return isNew(s) && loaded.after() <= s.startNumber() && !s.floor().isBefore(reach);
    }

    private static boolean isNew(Subscription s) {
        return s.cursor() < s.startNumber();
    }

    /** The cursor, or for a new reader the later number before which all posts are older than its first digest reaches. */
    private long start(Subscription s) {
        if (!isNew(s)) return s.cursor();
        return Math.max(s.cursor(), Math.min(s.startNumber(), posts.numberBefore(s.floor())));
    }
}
