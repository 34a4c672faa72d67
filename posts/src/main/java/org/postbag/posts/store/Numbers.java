package org.postbag.posts.store;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Gives posts their place in the order of commits. The counter's row stays locked until the transaction ends, so it is
 * taken last, and whoever reads a number can read every post with a smaller one.
 */
final class Numbers {
    private Numbers() {}

    /** Waits for whoever is giving numbers; held until the transaction ends. */
    static void lock(Handle handle) {
        handle.execute("UPDATE post_counter SET last = last WHERE id = 1");
    }

    /** Numbers these posts in order, each where it has none yet or gets a new one for a material update. */
    static int give(Handle handle, List<Long> posts) {
        if (posts.isEmpty()) return 0;
        long last = handle.createQuery("UPDATE post_counter SET last = last + :count WHERE id = 1 RETURNING last")
                .bind("count", posts.size())
                .mapTo(Long.class)
                .one();
        long next = last - posts.size() + 1;
        PreparedBatch batch = handle.prepareBatch(
                """
                UPDATE post
                SET number = :number, first_number = CASE WHEN first_number = 0 THEN :number ELSE first_number END
                WHERE id = :id
                """);
        for (long post : posts) batch.bind("number", next++).bind("id", post).add();
        batch.execute();
        return posts.size();
    }
}
