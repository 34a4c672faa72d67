package org.postbag.posts.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** How passes over sources end, and when each source may be looked at again; the posts are {@link PostIntake}'s. */
public final class SourceStates {
    private static final Duration MOST_PATIENCE = Duration.ofDays(1);
    /** Failures after which doubling has reached a day from any sensible interval. */
    private static final int DOUBLINGS = 20;

    private final Database db;

    public SourceStates(Database db) {
        this.db = db;
    }

    /**
     * What follows a pass.
     *
     * @param pause how long the source asked to be left alone; a day at most is granted
     * @param whole whether all was read, so that the source's backlog is behind
     */
    public record Rest(Duration pause, boolean whole) {}

    /**
     * Ends a pass well.
     *
     * @param cursor where the next one goes on
     * @param note what the operator should know; null for nothing
     */
    public void succeeded(
            String source, String recipe, @Nullable String cursor, Instant now, Rest rest, @Nullable String note) {
        db.change(handle -> {
            lock(handle, source, recipe);
            handle.createUpdate(
                            """
                            UPDATE source_state
                            SET cursor = :cursor, recipe = :recipe, settled = settled OR :whole, last_read = :now, last_success = :now,
                                failures = 0, last_error = NULL, note = :note, not_before = :notBefore, ended = NULL
                            WHERE id = :source
                            """)
                    .bind("cursor", cursor)
                    .bind("recipe", recipe)
                    .bind("now", now.toEpochMilli())
                    .bind("note", note)
                    .bind("notBefore", now.plus(atMostADay(rest.pause())).toEpochMilli())
                    .bind("whole", rest.whole())
                    .bind("source", source)
                    .execute();
        });
    }

    /** Ends a pass that failed as a whole; the next one waits twice as long as the one before, up to a day. */
    public void failed(String source, String error, Instant now, Duration every) {
        db.change(handle -> {
            lock(handle, source, "");
            int before = handle.createQuery("SELECT failures FROM source_state WHERE id = :source")
                    .bind("source", source)
                    .mapTo(Integer.class)
                    .one();
            Duration patience = atMostADay(atMostADay(every).multipliedBy(1L << Math.min(before, DOUBLINGS)));
            fail(handle, source, error, now, now.plus(patience));
        });
    }

    /** As {@link #failed}, where the source said when to come again. */
    public void later(String source, String error, Instant now, Instant until) {
        db.change(handle -> {
            lock(handle, source, "");
            fail(handle, source, error, now, now.plus(atMostADay(Duration.between(now, until))));
        });
    }

    /** The publisher says that it is gone for good: it is no longer read unless told to. */
    public void ended(String source, String reason, Instant now) {
        db.change(handle -> {
            lock(handle, source, "");
            fail(handle, source, reason, now, now);
            handle.execute(
                    "UPDATE source_state SET ended = COALESCE(ended, ?) WHERE id = ?", now.toEpochMilli(), source);
        });
    }

    private static void fail(Handle handle, String source, String error, Instant now, Instant notBefore) {
        handle.createUpdate(
                        """
                        UPDATE source_state
                        SET last_read = :now, failures = failures + 1, last_error = :error, not_before = :notBefore
                        WHERE id = :source
                        """)
                .bind("now", now.toEpochMilli())
                .bind("error", error)
                .bind("notBefore", notBefore.toEpochMilli())
                .bind("source", source)
                .execute();
    }

    private static Duration atMostADay(Duration pause) {
        return pause.compareTo(MOST_PATIENCE) > 0 ? MOST_PATIENCE : pause;
    }

    /**
     * Two processes that read the same source take turns, a batch each. The recipe of a source that is known changes only
     * at the end of a pass: one that is killed before must read all again.
     */
    static void lock(Handle handle, String source, String recipe) {
        handle.createUpdate(
                        """
                        INSERT INTO source_state (id, recipe, settled, failures) VALUES (:source, :recipe, FALSE, 0)
                        ON CONFLICT (id) DO UPDATE SET id = EXCLUDED.id
                        """)
                .bind("source", source)
                .bind("recipe", recipe)
                .execute();
    }

    /** Every source ever read, its posts not counted: for asking often. */
    public List<SourceState> all() {
        return db.read(handle -> handle.createQuery(
                        """
                        SELECT id, last_read, last_success, failures, last_error, note, not_before, ended, 0 AS posts
                        FROM source_state
                        """)
                .map(SourceStates::state)
                .list());
    }

    /** Every source ever read, by id. */
    static List<SourceState> list(Handle handle) {
        return handle.createQuery(
                        """
                        SELECT s.id, s.last_read, s.last_success, s.failures, s.last_error, s.note, s.not_before, s.ended,
                               (SELECT COUNT(*) FROM post p WHERE p.source = s.id AND p.gone IS NULL) AS posts
                        FROM source_state s
                        ORDER BY s.id
                        """)
                .map(SourceStates::state)
                .list();
    }

    private static SourceState state(ResultSet row, StatementContext context) throws SQLException {
        return new SourceState(
                row.getString("id"),
                PostRows.instant(row, "last_read"),
                PostRows.instant(row, "last_success"),
                row.getInt("failures"),
                row.getString("last_error"),
                row.getString("note"),
                PostRows.instant(row, "not_before"),
                PostRows.instant(row, "ended"),
                row.getLong("posts"));
    }
}
