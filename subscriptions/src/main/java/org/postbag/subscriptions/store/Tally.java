package org.postbag.subscriptions.store;

import org.jdbi.v3.core.Handle;

/**
 * Counts closed rows as they close, so that counting needs no look at the history and pruning loses no count. Open rows
 * are few and are counted where they are.
 */
final class Tally {

    // Two deliveries that finish at once rarely share a shard, so neither waits for the other's commit.
    private static final int SHARDS = 16;

    private Tally() {}

    static void closed(Handle handle, String channel, DeliveryStatus status, long delivery) {
        add(handle, channel, status, delivery, 1);
    }

    static void reopened(Handle handle, String channel, DeliveryStatus status, long delivery) {
        add(handle, channel, status, delivery, -1);
    }

    static void add(Handle handle, String channel, DeliveryStatus status, long delivery, long rows) {
        handle.createUpdate(
                        """
                        INSERT INTO delivery_count (channel, status, shard, closed) VALUES (:channel, :status, :shard, :rows)
                        ON CONFLICT (channel, status, shard) DO UPDATE SET closed = delivery_count.closed + excluded.closed
                        """)
                .bind("channel", channel)
                .bind("status", status.word())
                .bind("shard", delivery % SHARDS)
                .bind("rows", rows)
                .execute();
    }
}
