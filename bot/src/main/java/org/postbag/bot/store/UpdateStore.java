package org.postbag.bot.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.postbag.posts.store.Database;

/**
 * Updates that Telegram has handed over. They are kept before Telegram is told that they were taken, and forgotten when
 * they are done, so a crash loses none; what was begun in answer is counted, so a crash repeats nothing.
 */
public final class UpdateStore {
    private final Database db;

    public UpdateStore(Database db) {
        this.db = db;
    }

    /**
     * @param chat updates of one chat are handled in order
     * @param body as Telegram sent it
     */
    public record Kept(long id, String chat, String body) {}

    /** Keeps updates; those that were not known, in their order. */
    public List<Kept> keep(List<Kept> updates, Instant now) {
        if (updates.isEmpty()) return List.of();
        return db.write(handle -> {
            List<Kept> fresh = new ArrayList<>();
            for (Kept update : updates) {
                int added = handle.createUpdate(
                                """
                                INSERT INTO telegram_update (id, chat, body, received)
                                VALUES (:id, :chat, :body, :now)
                                ON CONFLICT (id) DO NOTHING
                                """)
                        .bind("id", update.id())
                        .bind("chat", update.chat())
                        .bind("body", update.body())
                        .bind("now", now.toEpochMilli())
                        .execute();
                if (added == 1) fresh.add(update);
            }
            return List.copyOf(fresh);
        });
    }

    /** What an earlier life did not finish, in order. */
    public List<Kept> open() {
        return db.read(handle -> handle.createQuery(
                        "SELECT id, chat, body FROM telegram_update WHERE done = 0 ORDER BY id")
                .map((row, context) -> new Kept(row.getLong("id"), row.getString("chat"), row.getString("body")))
                .list());
    }

    /** Notes that the {@code number}th message in answer is begun; false when it was begun in an earlier life. */
    public boolean begin(long id, int number) {
        return db.write(handle ->
                handle.createUpdate("UPDATE telegram_update SET answers = :number WHERE id = :id AND answers < :number")
                                .bind("id", id)
                                .bind("number", number)
                                .execute()
                        == 1);
    }

    /** Nothing more is to be done for it; what it said is forgotten. */
    public void done(long id) {
        db.change(handle -> handle.createUpdate("UPDATE telegram_update SET done = 1, body = '' WHERE id = :id")
                .bind("id", id)
                .execute());
    }

    /** Forgets updates that are done and came before {@code before}; Telegram hands nothing over after a day. */
    public int prune(Instant before) {
        return db.write(
                handle -> handle.createUpdate("DELETE FROM telegram_update WHERE done = 1 AND received < :before")
                        .bind("before", before.toEpochMilli())
                        .execute());
    }
}
