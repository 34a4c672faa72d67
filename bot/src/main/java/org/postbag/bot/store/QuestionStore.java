package org.postbag.bot.store;

import java.time.Instant;
import java.util.Optional;
import org.postbag.posts.store.Database;

/** Questions put to readers: what they reply is given to a command. */
public final class QuestionStore {
    private final Database db;

    public QuestionStore(Database db) {
        this.db = db;
    }

    public void keep(String address, String messageId, String command, Instant now) {
        db.change(handle -> handle.createUpdate(
                        """
                        INSERT INTO question (address, message_id, command, asked)
                        VALUES (:address, :id, :command, :now)
                        ON CONFLICT (address, message_id) DO UPDATE
                        SET command = excluded.command, asked = excluded.asked
                        """)
                .bind("address", address)
                .bind("id", messageId)
                .bind("command", command)
                .bind("now", now.toEpochMilli())
                .execute());
    }

    /** The command that a reply to a message is meant for. */
    public Optional<String> command(String address, String messageId) {
        return db.read(handle -> handle.createQuery(
                        "SELECT command FROM question WHERE address = :address AND message_id = :id")
                .bind("address", address)
                .bind("id", messageId)
                .mapTo(String.class)
                .findOne());
    }

    /** Forgets questions asked before {@code before}. */
    public int prune(Instant before) {
        return db.write(handle -> handle.createUpdate("DELETE FROM question WHERE asked < :before")
                .bind("before", before.toEpochMilli())
                .execute());
    }
}
