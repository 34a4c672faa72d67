package org.postbag.bot.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.postbag.posts.PostRef;
import org.postbag.posts.store.Database;

/**
 * Numbered lists that were shown to somebody, so that a number answered later, after a restart too, means the same
 * post. Digests that were delivered are not here but in the ledger.
 */
public final class ListStore {
    private static final RowMapper<Kept> KEPT =
            (row, context) -> new Kept(Instant.ofEpochMilli(row.getLong("created")), refs(row.getString("refs")));

    private final Database db;

    public ListStore(Database db) {
        this.db = db;
    }

    /** A list and when it was shown; the post of number n stands at n - 1. */
    public record Kept(Instant created, List<PostRef> refs) {}

    public void keep(String address, List<String> messageIds, List<PostRef> refs, Instant now) {
        String text = text(refs);
        db.change(handle -> {
            for (String id : messageIds)
                handle.createUpdate(
                                """
                                INSERT INTO shown_list (address, message_id, created, refs)
                                VALUES (:address, :id, :created, :refs)
                                ON CONFLICT (address, message_id) DO UPDATE
                                SET created = excluded.created, refs = excluded.refs
                                """)
                        .bind("address", address)
                        .bind("id", id)
                        .bind("created", now.toEpochMilli())
                        .bind("refs", text)
                        .execute();
        });
    }

    public Optional<List<PostRef>> byMessage(String address, String messageId, Instant since) {
        return db.read(handle -> handle.createQuery(
                        """
                        SELECT created, refs FROM shown_list
                        WHERE address = :address AND message_id = :id AND created >= :since
                        """)
                .bind("address", address)
                .bind("id", messageId)
                .bind("since", since.toEpochMilli())
                .map(KEPT)
                .findOne()
                .map(Kept::refs));
    }

    public Optional<Kept> newest(String address, Instant since) {
        return db.read(handle -> handle.createQuery(
                        """
                        SELECT created, refs FROM shown_list
                        WHERE address = :address AND created >= :since
                        ORDER BY created DESC
                        LIMIT 1
                        """)
                .bind("address", address)
                .bind("since", since.toEpochMilli())
                .map(KEPT)
                .findOne());
    }

    /** Forgets lists shown before {@code before}; how many. */
    public int prune(Instant before) {
        return db.write(handle -> handle.createUpdate("DELETE FROM shown_list WHERE created < :before")
                .bind("before", before.toEpochMilli())
                .execute());
    }

    private static String text(List<PostRef> refs) {
        StringBuilder text = new StringBuilder();
        for (PostRef ref : refs)
            text.append(text.isEmpty() ? "" : " ").append(ref.id()).append('.').append(ref.revision());
        return text.toString();
    }

    private static List<PostRef> refs(String text) {
        List<PostRef> refs = new ArrayList<>();
        for (String one : text.split(" ", -1)) {
            int dot = one.indexOf('.');
            if (dot > 0)
                refs.add(new PostRef(Long.parseLong(one.substring(0, dot)), Integer.parseInt(one.substring(dot + 1))));
        }
        return refs;
    }
}
