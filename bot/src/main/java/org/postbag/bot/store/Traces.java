package org.postbag.bot.store;

import java.util.List;
import org.postbag.posts.store.Database;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.TelegramAddress;

/** What the bot's own tables hold of a person beside the subscription: lists shown, questions, requests, messages. */
public final class Traces {
    private static final List<String> BY_ADDRESS = List.of(
            "DELETE FROM shown_list WHERE address = :address",
            "DELETE FROM question WHERE address = :address",
            "DELETE FROM link_request WHERE LOWER(address) = LOWER(:address)",
            "DELETE FROM change_request WHERE LOWER(address) = LOWER(:address)",
            "DELETE FROM managed_chat WHERE address = :address",
            "DELETE FROM broadcast_message WHERE address = :address");

    private final Database db;

    public Traces(Database db) {
        this.db = db;
    }

    /** Forgets an address everywhere here, in one transaction. */
    public void erase(Address address) {
        db.change(handle -> {
            for (String statement : BY_ADDRESS)
                handle.createUpdate(statement)
                        .bind("address", address.toString())
                        .execute();
            if (!(address instanceof TelegramAddress telegram)) return;
            handle.createUpdate("DELETE FROM managed_chat WHERE person = :person")
                    .bind("person", telegram.chatId())
                    .execute();
            handle.createUpdate("UPDATE telegram_update SET body = '', chat = '' WHERE chat = :chat AND done = 1")
                    .bind("chat", Long.toString(telegram.chatId()))
                    .execute();
        });
    }
}
