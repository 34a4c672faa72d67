package org.postbag.bot.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.postbag.bot.store.Broadcast.Progress;
import org.postbag.bot.store.Broadcast.State;
import org.postbag.posts.store.Database;
import org.postbag.subscriptions.TelegramAddress;

/** Keeps broadcasts from the draft to the end; their single messages are {@link BroadcastMessages}'. */
public final class Broadcasts {
    private static final RowMapper<Broadcast> BROADCAST = (row, context) -> {
        long started = row.getLong("started");
        return new Broadcast(
                row.getLong("id"),
                row.getLong("author"),
                row.getString("text"),
                Instant.ofEpochMilli(row.getLong("made")),
                started == 0 ? null : Instant.ofEpochMilli(started),
                State.valueOf(row.getString("status").toUpperCase(Locale.ROOT)));
    };

    private final Database db;

    public Broadcasts(Database db) {
        this.db = db;
    }

    /** Keeps a draft; the same text again is the same draft until it is confirmed or dropped. */
    public Broadcast draft(long author, String text, Instant now) {
        return db.write(handle -> handle.createQuery(
                        """
                        SELECT id, author, text, made, started, status FROM broadcast
                        WHERE author = :author AND text = :text AND status = 'draft'
                        ORDER BY id LIMIT 1
                        """)
                .bind("author", author)
                .bind("text", text)
                .map(BROADCAST)
                .findFirst()
                .orElseGet(() -> insert(handle, author, text, now)));
    }

    private static Broadcast insert(Handle handle, long author, String text, Instant now) {
        long id = handle.createQuery("SELECT COALESCE(MAX(id), 0) + 1 FROM broadcast")
                .mapTo(Long.class)
                .one();
        handle.createUpdate(
                        """
                        INSERT INTO broadcast (id, author, text, made, status)
                        VALUES (:id, :author, :text, :now, 'draft')
                        """)
                .bind("id", id)
                .bind("author", author)
                .bind("text", text)
                .bind("now", now.toEpochMilli())
                .execute();
        return find(handle, id).orElseThrow();
    }

    /**
     * Confirms a draft: from now on it has a message for each chat.
     *
     * @param chats asked in the same transaction, and only if this is the first confirmation
     * @return false when it is no draft any more
     */
    public boolean start(long id, Instant now, Supplier<? extends Collection<TelegramAddress>> chats) {
        return db.write(handle -> {
            int confirmed = handle.createUpdate(
                            "UPDATE broadcast SET status = 'running', started = :now WHERE id = :id AND status = 'draft'")
                    .bind("id", id)
                    .bind("now", now.toEpochMilli())
                    .execute();
            if (confirmed == 0) return false;
            PreparedBatch batch = handle.prepareBatch(
                    "INSERT INTO broadcast_message (broadcast, address, status) VALUES (:id, :address, 'waiting')");
            for (TelegramAddress chat : chats.get())
                batch.bind("id", id).bind("address", chat.toString()).add();
            if (batch.size() > 0) batch.execute();
            return true;
        });
    }

    /** Gives up a draft; false when it is none. */
    public boolean drop(long id) {
        return change(id, State.DRAFT, State.DROPPED);
    }

    /** Gives up a running one; what is under way may still arrive. False when it does not run. */
    public boolean stop(long id) {
        return change(id, State.RUNNING, State.STOPPED);
    }

    private boolean change(long id, State from, State to) {
        return db.write(
                handle -> handle.createUpdate("UPDATE broadcast SET status = :to WHERE id = :id AND status = :from")
                                .bind("id", id)
                                .bind("from", from.word())
                                .bind("to", to.word())
                                .execute()
                        == 1);
    }

    /** Ends a running one that has nothing left to send; true once. */
    public boolean finish(long id) {
        return db.write(handle -> handle.createUpdate(
                                """
                                UPDATE broadcast SET status = 'done'
                                WHERE id = :id AND status = 'running' AND NOT EXISTS (
                                    SELECT 1 FROM broadcast_message m
                                    WHERE m.broadcast = :id AND m.status IN ('waiting', 'sending'))
                                """)
                        .bind("id", id)
                        .execute()
                == 1);
    }

    public Optional<Broadcast> find(long id) {
        return db.read(handle -> find(handle, id));
    }

    private static Optional<Broadcast> find(Handle handle, long id) {
        return handle.createQuery("SELECT id, author, text, made, started, status FROM broadcast WHERE id = :id")
                .bind("id", id)
                .map(BROADCAST)
                .findOne();
    }

    /** Those that are being sent, oldest first. */
    public List<Broadcast> running() {
        return db.read(handle -> handle.createQuery(
                        """
                        SELECT id, author, text, made, started, status FROM broadcast
                        WHERE status = 'running' ORDER BY id
                        """)
                .map(BROADCAST)
                .list());
    }

    /** The newest first. */
    public List<Broadcast> newest(int count) {
        return db.read(handle -> handle.createQuery(
                        """
                        SELECT id, author, text, made, started, status FROM broadcast
                        ORDER BY id DESC LIMIT :count
                        """)
                .bind("count", count)
                .map(BROADCAST)
                .list());
    }

    public Progress progress(long id) {
        Map<String, Long> counts = db.read(handle -> handle.createQuery(
                        """
                        SELECT status, COUNT(*) AS messages FROM broadcast_message
                        WHERE broadcast = :id GROUP BY status
                        """)
                .bind("id", id)
                .reduceRows(new HashMap<String, Long>(), (all, row) -> {
                    all.put(row.getColumn("status", String.class), row.getColumn("messages", Long.class));
                    return all;
                }));
        return new Progress(
                counts.getOrDefault("waiting", 0L) + counts.getOrDefault("sending", 0L),
                counts.getOrDefault("sent", 0L),
                counts.getOrDefault("failed", 0L),
                counts.getOrDefault("gone", 0L),
                counts.getOrDefault("uncertain", 0L),
                counts.getOrDefault("skipped", 0L));
    }

    /** Forgets those made before {@code before} that are not being sent. */
    public int prune(Instant before) {
        return db.write(handle -> {
            handle.createUpdate(
                            """
                            DELETE FROM broadcast_message WHERE broadcast IN (
                                SELECT id FROM broadcast WHERE made < :before AND status <> 'running')
                            """)
                    .bind("before", before.toEpochMilli())
                    .execute();
            return handle.createUpdate("DELETE FROM broadcast WHERE made < :before AND status <> 'running'")
                    .bind("before", before.toEpochMilli())
                    .execute();
        });
    }
}
