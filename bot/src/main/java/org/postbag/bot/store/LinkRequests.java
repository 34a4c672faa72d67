package org.postbag.bot.store;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.postbag.posts.store.Database;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.EmailAddress;

/**
 * Requests to link an inbox, until they are used up or too old. So that nobody's inbox is flooded, there are three an
 * hour for one who asks, and three a day for one inbox, whoever asks.
 */
public final class LinkRequests {
    private static final int MOST = 3;
    private static final Duration OF_ASKER = Duration.ofHours(1);
    private static final Duration OF_ADDRESS = Duration.ofDays(1);

    private final Database db;
    private final SecureRandom random = new SecureRandom();

    public LinkRequests(Database db) {
        this.db = db;
    }

    /** What came of asking. */
    public sealed interface Asked {
        record Kept(LinkRequest request) implements Asked {}

        /** @param often who was too often part of it */
        record TooOften(Often often) implements Asked {}
    }

    /** Whose measure is full. */
    public enum Often {
        ASKER,
        ADDRESS
    }

    public Asked ask(long subscription, EmailAddress address, Instant now) {
        LinkRequest request = new LinkRequest(1 + random.nextLong(Long.MAX_VALUE), subscription, address, now);
        return db.write(handle -> {
            // Two who ask at the same moment must not both be the third.
            if (db.isPostgres()) handle.execute("LOCK TABLE link_request IN SHARE ROW EXCLUSIVE MODE");
            if (ofAsker(handle, subscription, now.minus(OF_ASKER)) >= MOST) return new Asked.TooOften(Often.ASKER);
            if (ofAddress(handle, address, now.minus(OF_ADDRESS)) >= MOST) return new Asked.TooOften(Often.ADDRESS);
            insert(handle, request);
            return new Asked.Kept(request);
        });
    }

    private static int ofAsker(Handle handle, long subscription, Instant since) {
        return handle.createQuery(
                        "SELECT COUNT(*) FROM link_request WHERE subscription = :subscription AND asked > :since")
                .bind("subscription", subscription)
                .bind("since", since.toEpochMilli())
                .mapTo(Integer.class)
                .one();
    }

    private static int ofAddress(Handle handle, EmailAddress address, Instant since) {
        return handle.createQuery("SELECT COUNT(*) FROM link_request WHERE LOWER(address) = :key AND asked > :since")
                .bind("key", address.key())
                .bind("since", since.toEpochMilli())
                .mapTo(Integer.class)
                .one();
    }

    private static void insert(Handle handle, LinkRequest request) {
        handle.createUpdate(
                        """
                        INSERT INTO link_request (id, subscription, address, asked)
                        VALUES (:id, :subscription, :address, :asked)
                        """)
                .bind("id", request.id())
                .bind("subscription", request.subscription())
                .bind("address", request.address().toString())
                .bind("asked", request.asked().toEpochMilli())
                .execute();
    }

    public Optional<LinkRequest> find(long id) {
        return db.read(
                handle -> handle.createQuery("SELECT id, subscription, address, asked FROM link_request WHERE id = :id")
                        .bind("id", id)
                        .map((row, context) -> request(row))
                        .findOne());
    }

    private static LinkRequest request(ResultSet row) throws SQLException {
        return new LinkRequest(
                row.getLong("id"),
                row.getLong("subscription"),
                (EmailAddress) Address.parse(row.getString("address")),
                Instant.ofEpochMilli(row.getLong("asked")));
    }

    /** It is used up. */
    public void remove(long id) {
        db.change(handle -> handle.createUpdate("DELETE FROM link_request WHERE id = :id")
                .bind("id", id)
                .execute());
    }

    /** Forgets requests asked before {@code before}; how many there were. */
    public int prune(Instant before) {
        return db.write(handle -> handle.createUpdate("DELETE FROM link_request WHERE asked < :before")
                .bind("before", before.toEpochMilli())
                .execute());
    }
}
