package org.postbag.posts.store;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.postbag.posts.text.SearchWords.Phrase;

/** The full-text index of current revisions; each engine has its own. The words come from {@code text.SearchWords}. */
sealed interface TextIndex permits SqliteTextIndex, PostgresTextIndex {

    /** @param score higher is better */
    record Found(long post, double score) {}

    static TextIndex of(Database db) {
        return db.isPostgres() ? new PostgresTextIndex() : new SqliteTextIndex();
    }

    /** Puts a post's words in, in place of those it had; both as {@code SearchWords.index} gives them. */
    void put(Handle handle, long post, boolean known, String title, String body);

    /** Posts that hold all phrases, best first; those that are gone or not yet due are left out. */
    List<Found> search(Handle handle, List<Phrase> phrases, int limit, int offset);

    /** Which of the posts numbered in (after, upTo] hold all phrases. */
    List<Long> numbered(Handle handle, List<Phrase> phrases, long after, long upTo);
}
