package org.postbag.posts.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.Post;

/** Turns rows of {@code post} joined with {@code post_revision} into posts. */
final class PostRows {
    /** What every query for posts selects, from {@code post p} and {@code post_revision r}. */
    static final String COLUMNS =
            """
            p.id, r.revision, p.source, p.path, r.title, r.date, r.updated, r.author, r.url, r.taken_from, r.lang,
            r.tags, r.categories, r.summary, r.long_summary, r.words, p.story, r.meta, p.number, p.first_number,
            p.repeats, r.generated
            """;

    private PostRows() {}

    static Post post(ResultSet row, StatementContext context) throws SQLException {
        return new Post(
                row.getLong("id"),
                row.getInt("revision"),
                row.getString("source"),
                row.getString("path"),
                row.getString("title"),
                Instant.ofEpochMilli(row.getLong("date")),
                instant(row, "updated"),
                row.getString("author"),
                row.getString("url"),
                row.getString("taken_from"),
                row.getString("lang"),
                JsonColumn.words(row.getString("tags")),
                JsonColumn.words(row.getString("categories")),
                row.getString("summary"),
                row.getString("long_summary"),
                row.getInt("words"),
                row.getLong("story"),
                JsonColumn.fields(row.getString("meta")),
                row.getLong("number"),
                row.getLong("first_number"),
                row.getBoolean("repeats"),
                row.getBoolean("generated"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
