package org.postbag.subscriptions.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.postbag.subscriptions.Address;

/** Turns rows of the ledger into deliveries. */
final class DeliveryRows {

    /** What every query for deliveries begins with. */
    private static final String SELECT =
            """
            SELECT d.id, s.address, d.subscription_id, d.due, d.status, d.waits_until, d.attempts, d.uncertain,
                   d.posts, d.manifest, d.upper_number, d.skip, d.problem, d.retried_at, d.finished_at,
                   (SELECT STRING_AGG(m.message_id, :separator ORDER BY m.part)
                    FROM delivery_message m WHERE m.delivery_id = d.id) AS message_ids
            FROM delivery d LEFT JOIN subscription s ON s.id = d.subscription_id
            """;

    private static final String SEPARATOR = "\n";

    private DeliveryRows() {}

    /** @param where the rest of the statement; rows are {@code d}, their subscriptions {@code s} */
    static Query select(Handle handle, String where) {
        return handle.createQuery(SELECT + where).bind("separator", SEPARATOR);
    }

    static Delivery delivery(ResultSet row, StatementContext context) throws SQLException {
        DeliveryStatus status = Columns.word(DeliveryStatus.class, row.getString("status"));
        String address = row.getString("address");
        String skip = row.getString("skip");
        String messageIds = row.getString("message_ids");
        return new Delivery(
                row.getLong("id"),
                address == null ? null : Address.parse(address),
                row.getLong("subscription_id"),
                Columns.instant(row, "due"),
                status,
                row.getInt("attempts"),
                row.getInt("uncertain"),
                row.getInt("posts"),
                status == DeliveryStatus.SENT ? Columns.instantOrNull(row, "finished_at") : null,
                skip == null ? row.getString("problem") : skip,
                messageIds == null ? List.of() : messageIds.lines().toList(),
                row.getString("manifest"),
                row.getLong("upper_number"),
                status == DeliveryStatus.PENDING ? Columns.instantOrNull(row, "waits_until") : null,
                skip(skip),
                Columns.instantOrNull(row, "retried_at"));
    }

    private static @Nullable Skip skip(@Nullable String word) {
        return word == null ? null : Columns.word(Skip.class, word);
    }
}
