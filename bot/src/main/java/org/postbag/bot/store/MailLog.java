package org.postbag.bot.store;

import java.time.Instant;
import org.postbag.posts.store.Database;

/** Which mails were answered already, by Message-ID, so that a crash or a second copy never brings a second answer. */
public final class MailLog {
    private final Database db;

    public MailLog(Database db) {
        this.db = db;
    }

    /** Notes the mail; false when it was noted before. */
    public boolean first(String messageId, Instant now) {
        return db.write(handle -> handle.createUpdate(
                                """
                                INSERT INTO answered_mail (message_id, answered) VALUES (:id, :now)
                                ON CONFLICT (message_id) DO NOTHING
                                """)
                        .bind("id", messageId)
                        .bind("now", now.toEpochMilli())
                        .execute()
                == 1);
    }

    /** Whether the mail was noted. */
    public boolean has(String messageId) {
        return db.read(handle -> handle.createQuery("SELECT 1 FROM answered_mail WHERE message_id = :id")
                .bind("id", messageId)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    /** Takes a note back: the answer has not left. */
    public void forget(String messageId) {
        db.change(handle -> handle.createUpdate("DELETE FROM answered_mail WHERE message_id = :id")
                .bind("id", messageId)
                .execute());
    }

    public int prune(Instant before) {
        return db.write(handle -> handle.createUpdate("DELETE FROM answered_mail WHERE answered < :before")
                .bind("before", before.toEpochMilli())
                .execute());
    }
}
