package org.postbag.subscriptions.store;

import org.jdbi.v3.core.Handle;

/** Gives out ids. Whoever took some is alone in giving out ids of that kind until the transaction ends. */
enum Sequence {
    TIMETABLE("timetable"),
    SUBSCRIPTION("subscription"),
    DELIVERY("delivery");

    private final String key;

    Sequence(String key) {
        this.key = key;
    }

    /** Takes the next id. */
    long next(Handle handle) {
        return take(handle, 1);
    }

    /** Takes {@code count} ids in a row and returns the last; with 0 it only waits for its turn. */
    long take(Handle handle, long count) {
        return handle.createQuery(
                        """
                        UPDATE subscriptions_sequence SET value = value + :count WHERE name = :name RETURNING value
                        """)
                .bind("count", count)
                .bind("name", key)
                .mapTo(Long.class)
                .one();
    }
}
