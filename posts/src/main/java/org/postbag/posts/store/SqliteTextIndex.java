package org.postbag.posts.store;

import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.postbag.posts.text.SearchWords.Phrase;

/** {@link TextIndex} on FTS5, ranked by BM25. */
final class SqliteTextIndex implements TextIndex {

    @Override
    public void put(Handle handle, long post, boolean known, String title, String body) {
        if (known) handle.execute("DELETE FROM post_words WHERE rowid = ?", post);
        handle.execute("INSERT INTO post_words (rowid, title, body) VALUES (?, ?, ?)", post, title, body);
    }

    @Override
    public List<Found> search(Handle handle, List<Phrase> phrases, int limit, int offset) {
        return handle.createQuery(
                        """
                        SELECT p.id, -bm25(post_words, 8.0, 1.0) AS score
                        FROM post_words JOIN post p ON p.id = post_words.rowid
                        WHERE post_words MATCH :match AND p.gone IS NULL AND (p.number > 0 OR p.archived)
                        ORDER BY score DESC, p.date DESC, p.id
                        LIMIT :limit OFFSET :offset
                        """)
                .bind("match", match(phrases))
                .bind("limit", limit)
                .bind("offset", offset)
                .map((row, context) -> new Found(row.getLong(1), row.getDouble(2)))
                .list();
    }

    @Override
    public List<Long> numbered(Handle handle, List<Phrase> phrases, long after, long upTo) {
        return handle.createQuery(
                        """
                        SELECT p.id
                        FROM post p
                        WHERE p.number > :after AND p.number <= :upTo
                          AND p.id IN (SELECT rowid FROM post_words WHERE post_words MATCH :match)
                        """)
                .bind("match", match(phrases))
                .bind("after", after)
                .bind("upTo", upTo)
                .mapTo(Long.class)
                .list();
    }

    /** Words hold letters, digits and marks only, so quoting them is enough. */
    private static String match(List<Phrase> phrases) {
        return phrases.stream()
                .map(phrase -> '"' + String.join(" ", phrase.words()) + '"')
                .collect(Collectors.joining(" AND "));
    }
}
