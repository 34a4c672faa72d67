package org.postbag.bot.store;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.postbag.posts.store.Database;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.EmailAddress;

/**
 * Changes that were asked for by mail without proof of who asks, until their address agrees or they are too old. Five at
 * most wait for one address, so that nobody can fill somebody's inbox with questions.
 */
public final class ChangeRequests {
    /** How long one can be agreed to. */
    public static final Duration VALID = Duration.ofDays(2);

    private static final int MOST = 5;
    private static final int LONGEST = 1000;

    private final Database db;
    private final SecureRandom random = new SecureRandom();

    public ChangeRequests(Database db) {
        this.db = db;
    }

    /** Keeps a change to be asked about; empty when as many wait already. */
    public Optional<ChangeRequest> ask(EmailAddress address, String command, Instant now) {
        String bounded = command.length() > LONGEST ? command.substring(0, LONGEST) : command;
        ChangeRequest request = new ChangeRequest(1 + random.nextLong(Long.MAX_VALUE), address, bounded, now, null);
        return db.write(handle -> {
            // Two that come at the same moment must not both be the fifth.
            if (db.isPostgres()) handle.execute("LOCK TABLE change_request IN SHARE ROW EXCLUSIVE MODE");
            int open = handle.createQuery(
                            """
                            SELECT COUNT(*) FROM change_request
                            WHERE LOWER(address) = :key AND asked > :since AND done IS NULL
                            """)
                    .bind("key", address.key())
                    .bind("since", now.minus(VALID).toEpochMilli())
                    .mapTo(Integer.class)
                    .one();
            if (open >= MOST) return Optional.<ChangeRequest>empty();
            handle.createUpdate(
                            """
                            INSERT INTO change_request (id, address, command, asked)
                            VALUES (:id, :address, :command, :asked)
                            """)
                    .bind("id", request.id())
                    .bind("address", address.toString())
                    .bind("command", bounded)
                    .bind("asked", now.toEpochMilli())
                    .execute();
            return Optional.of(request);
        });
    }

    public Optional<ChangeRequest> find(long id) {
        return db.read(handle -> handle.createQuery(
                        "SELECT id, address, command, asked, done FROM change_request WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> request(row))
                .findOne());
    }

    private static ChangeRequest request(ResultSet row) throws SQLException {
        long done = row.getLong("done");
        return new ChangeRequest(
                row.getLong("id"),
                (EmailAddress) Address.parse(row.getString("address")),
                row.getString("command"),
                Instant.ofEpochMilli(row.getLong("asked")),
                done == 0 ? null : Instant.ofEpochMilli(done));
    }

    /** Uses it up; false when it was used before or is not there. */
    public boolean use(long id, Instant now) {
        return db.write(
                handle -> handle.createUpdate("UPDATE change_request SET done = :now WHERE id = :id AND done IS NULL")
                                .bind("id", id)
                                .bind("now", now.toEpochMilli())
                                .execute()
                        == 1);
    }

    /** Forgets requests asked before {@code before}; how many there were. */
    public int prune(Instant before) {
        return db.write(handle -> handle.createUpdate("DELETE FROM change_request WHERE asked < :before")
                .bind("before", before.toEpochMilli())
                .execute());
    }
}
