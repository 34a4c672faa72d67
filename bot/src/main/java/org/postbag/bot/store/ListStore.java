package org.postbag.bot.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.PostRef;
import org.postbag.posts.store.Database;

/**
 * Numbered lists that were shown to somebody, so that a number answered later, after a restart too, means the same
 * post. Digests that were delivered are not here but in the ledger.
 */
public final class ListStore {
    private static final RowMapper<Kept> KEPT = (row, context) -> new Kept(
            Instant.ofEpochMilli(row.getLong("created")), numbers(row.getString("refs")), row.getString("manifest"));

    private final Database db;

    public ListStore(Database db) {
        this.db = db;
    }

    /**
     * A list and when it was shown.
     *
     * @param manifest of the digest it is part of; null for other lists
     */
    public record Kept(Instant created, SortedMap<Integer, PostRef> numbers, @Nullable String manifest) {}

    /** Keeps a list, or adds to the one the message showed before. */
    public void keep(
            String address,
            List<String> messageIds,
            SortedMap<Integer, PostRef> numbers,
            @Nullable String manifest,
            Instant now) {
        db.change(handle -> {
            for (String id : messageIds) {
                SortedMap<Integer, PostRef> all = new TreeMap<>(find(handle, address, id, Instant.EPOCH)
                        .map(Kept::numbers)
                        .orElseGet(TreeMap::new));
                all.putAll(numbers);
                handle.createUpdate(
                                """
                                INSERT INTO shown_list (address, message_id, created, refs, manifest)
                                VALUES (:address, :id, :created, :refs, :manifest)
                                ON CONFLICT (address, message_id) DO UPDATE
                                SET created = excluded.created, refs = excluded.refs, manifest = excluded.manifest
                                """)
                        .bind("address", address)
                        .bind("id", id)
                        .bind("created", now.toEpochMilli())
                        .bind("refs", text(all))
                        .bind("manifest", manifest)
                        .execute();
            }
        });
    }

    public Optional<Kept> byMessage(String address, String messageId, Instant since) {
        return db.read(handle -> find(handle, address, messageId, since));
    }

    /** What was shown at one address counts as shown at another. */
    public void move(String from, String to) {
        db.change(handle -> handle.createUpdate("UPDATE shown_list SET address = :to WHERE address = :from")
                .bind("from", from)
                .bind("to", to)
                .execute());
    }

    private static Optional<Kept> find(Handle handle, String address, String messageId, Instant since) {
        return handle.createQuery(
                        """
                        SELECT created, refs, manifest FROM shown_list
                        WHERE address = :address AND message_id = :id AND created >= :since
                        """)
                .bind("address", address)
                .bind("id", messageId)
                .bind("since", since.toEpochMilli())
                .map(KEPT)
                .findOne();
    }

    public Optional<Kept> newest(String address, Instant since) {
        return db.read(handle -> handle.createQuery(
                        """
                        SELECT created, refs, manifest FROM shown_list
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

    /** {@code NUMBER=POST.REVISION}, split by blanks. */
    private static String text(SortedMap<Integer, PostRef> numbers) {
        StringBuilder text = new StringBuilder();
        numbers.forEach((number, ref) -> text.append(text.isEmpty() ? "" : " ")
                .append(number)
                .append('=')
                .append(ref.id())
                .append('.')
                .append(ref.revision()));
        return text.toString();
    }

    /** Lists kept by earlier versions have no numbers; the first is 1. */
    private static SortedMap<Integer, PostRef> numbers(String text) {
        SortedMap<Integer, PostRef> numbers = new TreeMap<>();
        for (String one : text.split(" ", -1)) {
            int equals = one.indexOf('=');
            int dot = one.indexOf('.');
            if (dot <= equals) continue;
            int number = equals < 0 ? numbers.size() + 1 : Integer.parseInt(one.substring(0, equals));
            numbers.put(
                    number,
                    new PostRef(
                            Long.parseLong(one.substring(equals + 1, dot)), Integer.parseInt(one.substring(dot + 1))));
        }
        return numbers;
    }
}
