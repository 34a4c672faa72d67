package org.postbag.bot.store;

import java.util.Optional;
import org.postbag.posts.store.Database;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.TelegramAddress;

/** Which channel or group a person manages from the private chat; rights are asked for anew at each change. */
public final class ManagedChats {
    private final Database db;

    public ManagedChats(Database db) {
        this.db = db;
    }

    /** A chat and the name it had when it was chosen. */
    public record Managed(TelegramAddress address, String title) {}

    public void choose(long person, Managed managed) {
        db.change(handle -> handle.createUpdate(
                        """
                        INSERT INTO managed_chat (person, address, title) VALUES (:person, :address, :title)
                        ON CONFLICT (person) DO UPDATE SET address = excluded.address, title = excluded.title
                        """)
                .bind("person", person)
                .bind("address", managed.address().toString())
                .bind("title", managed.title())
                .execute());
    }

    public void leave(long person) {
        db.change(handle -> handle.createUpdate("DELETE FROM managed_chat WHERE person = :person")
                .bind("person", person)
                .execute());
    }

    public Optional<Managed> of(long person) {
        return db.read(handle -> handle.createQuery("SELECT address, title FROM managed_chat WHERE person = :person")
                .bind("person", person)
                .map((row, context) ->
                        new Managed((TelegramAddress) Address.parse(row.getString("address")), row.getString("title")))
                .findOne());
    }

    /** The chat has a new id. */
    public void move(TelegramAddress from, TelegramAddress to) {
        db.change(handle -> handle.createUpdate("UPDATE managed_chat SET address = :to WHERE address = :from")
                .bind("from", from.toString())
                .bind("to", to.toString())
                .execute());
    }
}
