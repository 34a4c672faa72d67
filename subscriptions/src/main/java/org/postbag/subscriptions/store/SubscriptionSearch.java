package org.postbag.subscriptions.store;

import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.postbag.subscriptions.SubscriptionQuery;

/** Puts a {@link SubscriptionQuery} as SQL: only the conditions that are asked for, so that an index serves each. */
final class SubscriptionSearch {

    // Rows that the PostgreSQL driver holds at a time; without it, all of them.
    private static final int FETCH = 1000;

    private SubscriptionSearch() {}

    static Query select(Handle handle, SubscriptionQuery query) {
        Query select = handle.createQuery(
                        SubscriptionRows.SELECT
                                + """
                          WHERE 1 = 1 <status> <after> <text>
                          ORDER BY s.address_key
                          LIMIT :limit OFFSET :offset
                          """)
                .define("status", query.status() == null ? "" : "AND s.status = :status")
                .define("after", query.after() == null ? "" : "AND s.address_key > :after")
                .define(
                        "text",
                        query.text() == null ? "" : "AND (s.reader = :text OR s.address_key LIKE :part ESCAPE '!')")
                .bind("limit", query.limit() == 0 ? Long.MAX_VALUE : query.limit())
                .bind("offset", query.offset())
                .setFetchSize(FETCH);
        if (query.status() != null) select.bind("status", query.status().word());
        if (query.after() != null) select.bind("after", query.after());
        if (query.text() != null) {
            String text = query.text().strip().toLowerCase(Locale.ROOT);
            select.bind("text", text).bind("part", "%" + text.replaceAll("([!%_])", "!$1") + "%");
        }
        return select;
    }
}
