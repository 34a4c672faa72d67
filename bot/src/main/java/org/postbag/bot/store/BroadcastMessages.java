package org.postbag.bot.store;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.postbag.posts.store.Database;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.TelegramAddress;

/**
 * The messages of broadcasts, one a chat. A message is marked as being sent when its request leaves and settled after, so that
 * a process that dies leaves no doubt, or leaves it on record; nothing that may have arrived is sent again.
 */
public final class BroadcastMessages {
    private final Database db;

    public BroadcastMessages(Database db) {
        this.db = db;
    }

    /** How a message ended. */
    public enum End {
        SENT,
        FAILED,
        /** The chat cannot be reached any more. */
        GONE,
        /** It may have arrived. */
        UNCERTAIN;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Chats whose turn it is. */
    public List<TelegramAddress> waiting(long broadcast, Instant now, int most) {
        return db.read(handle -> handle.createQuery(
                        """
                        SELECT address FROM broadcast_message
                        WHERE broadcast = :broadcast AND status = 'waiting' AND not_before <= :now
                        ORDER BY address LIMIT :most
                        """)
                .bind("broadcast", broadcast)
                .bind("now", now.toEpochMilli())
                .bind("most", most)
                .map((row, context) -> (TelegramAddress) Address.parse(row.getString("address")))
                .list());
    }

    /** Marks a message as being sent; false when somebody else has it, or the broadcast was stopped. */
    public boolean sending(long broadcast, TelegramAddress chat) {
        return db.write(handle -> handle.createUpdate(
                                """
                                UPDATE broadcast_message SET status = 'sending'
                                WHERE broadcast = :broadcast AND address = :chat AND status = 'waiting'
                                  AND EXISTS (SELECT 1 FROM broadcast b WHERE b.id = :broadcast AND b.status = 'running')
                                """)
                        .bind("broadcast", broadcast)
                        .bind("chat", chat.toString())
                        .execute()
                == 1);
    }

    /** Notes how a message that was marked ended; an answer that came late settles a doubt. */
    public void settle(long broadcast, TelegramAddress chat, End end) {
        db.change(handle -> handle.createUpdate(
                        """
                        UPDATE broadcast_message SET status = :end
                        WHERE broadcast = :broadcast AND address = :chat AND status IN ('sending', 'uncertain')
                        """)
                .bind("broadcast", broadcast)
                .bind("chat", chat.toString())
                .bind("end", end.word())
                .execute());
    }

    /** The message was surely not taken: it waits again. */
    public void later(long broadcast, TelegramAddress chat, Instant notBefore) {
        db.change(handle -> handle.createUpdate(
                        """
                        UPDATE broadcast_message SET status = 'waiting', not_before = :notBefore
                        WHERE broadcast = :broadcast AND address = :chat AND status IN ('sending', 'uncertain')
                        """)
                .bind("broadcast", broadcast)
                .bind("chat", chat.toString())
                .bind("notBefore", notBefore.toEpochMilli())
                .execute());
    }

    /** The same for one that was not even marked. */
    public void hold(long broadcast, TelegramAddress chat, Instant notBefore) {
        db.change(handle -> handle.createUpdate(
                        """
                        UPDATE broadcast_message SET not_before = :notBefore
                        WHERE broadcast = :broadcast AND address = :chat AND status = 'waiting'
                        """)
                .bind("broadcast", broadcast)
                .bind("chat", chat.toString())
                .bind("notBefore", notBefore.toEpochMilli())
                .execute());
    }

    /** The chat left before its turn. */
    public void skip(long broadcast, TelegramAddress chat) {
        db.change(handle -> handle.createUpdate(
                        """
                        UPDATE broadcast_message SET status = 'skipped'
                        WHERE broadcast = :broadcast AND address = :chat AND status = 'waiting'
                        """)
                .bind("broadcast", broadcast)
                .bind("chat", chat.toString())
                .execute());
    }

    /** The chat has a new id: its message waits there, unless that one has a message of its own. */
    public void move(long broadcast, TelegramAddress from, TelegramAddress to) {
        db.change(handle -> {
            handle.createUpdate(
                            """
                            UPDATE broadcast_message SET address = :to, status = 'waiting'
                            WHERE broadcast = :broadcast AND address = :from AND NOT EXISTS (
                                SELECT 1 FROM broadcast_message m WHERE m.broadcast = :broadcast AND m.address = :to)
                            """)
                    .bind("broadcast", broadcast)
                    .bind("from", from.toString())
                    .bind("to", to.toString())
                    .execute();
            handle.createUpdate("DELETE FROM broadcast_message WHERE broadcast = :broadcast AND address = :from")
                    .bind("broadcast", broadcast)
                    .bind("from", from.toString())
                    .execute();
        });
    }

    /** What a dead process left half done may have arrived; to be asked before anything is sent. How many there were. */
    public int abandoned() {
        return db.write(handle -> handle.createUpdate(
                        "UPDATE broadcast_message SET status = 'uncertain' WHERE status = 'sending'")
                .execute());
    }
}
