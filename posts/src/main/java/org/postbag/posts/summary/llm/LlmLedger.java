package org.postbag.posts.summary.llm;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.store.Database;

/**
 * What generated summaries leave in the database: answers by the digest of what was asked, tokens by UTC day, and what
 * is wrong now. Every process on the database shares it; thread safe. Its tables are made by {@code PostStore.migrate}.
 */
public final class LlmLedger {
    private final Database db;

    public LlmLedger(Database db) {
        this.db = db;
    }

    /** @param texts empty when the answer was rejected */
    record Remembered(List<String> texts) {}

    Optional<Remembered> find(String digest) {
        return db.read(handle -> handle.createQuery(
                        """
                        SELECT short_summary, long_summary
                        FROM llm_answer
                        WHERE digest = :digest
                        """)
                .bind("digest", digest)
                .map((row, context) -> {
                    String brief = row.getString("short_summary");
                    String full = row.getString("long_summary");
                    return new Remembered(brief == null || full == null ? List.of() : List.of(brief, full));
                })
                .findOne());
    }

    void accepted(String digest, String brief, String full, Instant now) {
        remember(digest, brief, full, null, now);
    }

    void rejected(String digest, String reason, Instant now) {
        remember(digest, null, null, reason, now);
    }

    private void remember(
            String digest, @Nullable String brief, @Nullable String full, @Nullable String rejected, Instant now) {
        db.change(handle -> handle.createUpdate(
                        """
                        INSERT INTO llm_answer (digest, made, short_summary, long_summary, rejected)
                        VALUES (:digest, :made, :brief, :full, :rejected)
                        ON CONFLICT (digest) DO NOTHING
                        """)
                .bind("digest", digest)
                .bind("made", now.toEpochMilli())
                .bind("brief", brief)
                .bind("full", full)
                .bind("rejected", rejected)
                .execute());
    }

    /** Sets tokens aside for one request; false when the day would come to more than {@code limit}. */
    boolean reserve(LocalDate day, long tokens, long limit) {
        if (tokens > limit) return false;
        return db.write(handle -> handle.createUpdate(
                                """
                                INSERT INTO llm_usage (day, held, spent)
                                VALUES (:day, :tokens, 0)
                                ON CONFLICT (day) DO UPDATE SET held = llm_usage.held + excluded.held
                                WHERE llm_usage.held + excluded.held <= :limit
                                """)
                        .bind("day", day.toString())
                        .bind("tokens", tokens)
                        .bind("limit", limit)
                        .execute())
                == 1;
    }

    /** Puts what the request came to in the place of what was set aside for it. */
    void settle(LocalDate day, long reserved, long spent) {
        db.change(handle -> handle.createUpdate(
                        """
                        UPDATE llm_usage
                        SET held = held - :reserved + :spent, spent = spent + :spent
                        WHERE day = :day
                        """)
                .bind("day", day.toString())
                .bind("reserved", reserved)
                .bind("spent", spent)
                .execute());
    }

    /** Tokens that count against the day's limit, those of requests under way included. */
    public long tokensOn(LocalDate day) {
        return db.read(handle -> handle.createQuery("SELECT held FROM llm_usage WHERE day = :day")
                .bind("day", day.toString())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
    }

    /** Tokens of all days; it never falls, so it is a counter. */
    public long tokensTotal() {
        return db.read(handle -> handle.createQuery("SELECT COALESCE(SUM(spent), 0) FROM llm_usage")
                .mapTo(Long.class)
                .one());
    }

    /** Why summaries are extractive now, and what to do; empty when the last call succeeded. */
    public Optional<String> lastProblem() {
        return db.read(handle -> handle.createQuery("SELECT what FROM llm_problem WHERE id = 1")
                .mapTo(String.class)
                .findOne());
    }

    void problem(String what, Instant now) {
        db.change(handle -> handle.createUpdate(
                        """
                        INSERT INTO llm_problem (id, noticed, what)
                        VALUES (1, :noticed, :what)
                        ON CONFLICT (id) DO UPDATE SET noticed = excluded.noticed, what = excluded.what
                        """)
                .bind("noticed", now.toEpochMilli())
                .bind("what", what)
                .execute());
    }

    void solved() {
        db.change(handle -> handle.execute("DELETE FROM llm_problem"));
    }

    /** Forgets answers made before; their texts would be asked about again. Days stay: they are one row each. */
    public int prune(Instant before) {
        return db.write(handle -> handle.createUpdate("DELETE FROM llm_answer WHERE made < :before")
                .bind("before", before.toEpochMilli())
                .execute());
    }
}
