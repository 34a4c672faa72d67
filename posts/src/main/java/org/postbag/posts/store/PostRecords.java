package org.postbag.posts.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.postbag.posts.Content;
import org.postbag.posts.TagPath;
import org.postbag.posts.store.Arrival.Published;
import org.postbag.posts.text.Han;

/** The rows of single posts within one transaction of {@link PostIntake}: the post, its revisions, topics and words. */
final class PostRecords {
    private final Handle handle;
    private final Instant now;
    private final Han han = new Han();
    private final List<Words> words = new ArrayList<>();

    PostRecords(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    private record Words(long post, boolean known, Published published) {}

    /**
     * Indexes the words of all that was added or revised; once, at the end. FTS5 writes out what it has gathered at every
     * statement that may have to be undone, so words are not to be put in between others.
     */
    void index(TextIndex index) {
        for (Words one : words)
            index.put(
                    handle,
                    one.post(),
                    one.known(),
                    one.published().titleWords(),
                    one.published().bodyWords());
        words.clear();
    }

    /** A post as it is stored. */
    record Stored(long id, int revision, long number, boolean archived, boolean gone, Article article) {}

    Optional<Stored> find(String source, String path) {
        return handle.createQuery(
                        """
                        SELECT p.id, p.revision, p.number, p.archived, p.gone, r.title, r.date, r.updated, r.author,
                               r.url, r.taken_from, r.lang, r.tags, r.categories, r.summary, r.long_summary, r.generated,
                               r.words, r.meta, r.html, r.text
                        FROM post p JOIN post_revision r ON r.post_id = p.id AND r.revision = p.revision
                        WHERE p.source = :source AND p.path = :path
                        """)
                .bind("source", source)
                .bind("path", path)
                .map((row, context) -> new Stored(
                        row.getLong("id"),
                        row.getInt("revision"),
                        row.getLong("number"),
                        row.getBoolean("archived"),
                        PostRows.instant(row, "gone") != null,
                        new Article(
                                row.getString("title"),
                                Instant.ofEpochMilli(row.getLong("date")),
                                PostRows.instant(row, "updated"),
                                row.getString("author"),
                                row.getString("url"),
                                row.getString("taken_from"),
                                row.getString("lang"),
                                JsonColumn.words(row.getString("tags")),
                                JsonColumn.words(row.getString("categories")),
                                row.getString("summary"),
                                row.getString("long_summary"),
                                row.getBoolean("generated"),
                                row.getInt("words"),
                                JsonColumn.fields(row.getString("meta")),
                                new Content(row.getString("html"), row.getString("text")))))
                .findOne();
    }

    /** Stores a post for the first time, without a number; its id. */
    long add(String source, String path, Published published, boolean archived) {
        Article article = published.article();
        long id = handle.createQuery(
                        """
                        INSERT INTO post (source, path, revision, date, archived, number, first_number, story)
                        VALUES (:source, :path, 1, :date, :archived, 0, 0, 0)
                        RETURNING id
                        """)
                .bind("source", source)
                .bind("path", path)
                .bind("date", article.date().toEpochMilli())
                .bind("archived", archived)
                .mapTo(Long.class)
                .one();
        write(id, 1, article);
        topics(id, article);
        words.add(new Words(id, false, published));
        return id;
    }

    /**
     * Stores the next revision; a post that moves into the future loses its number until its time comes.
     *
     * @param material whether the revision is news, and so no longer repeats another post
     */
    void revise(Stored before, Published published, boolean future, boolean material) {
        Article article = published.article();
        handle.createUpdate(
                        """
                        UPDATE post
                        SET revision = :revision, date = :date, gone = NULL, repeats = repeats AND NOT :material,
                            number = CASE WHEN :future THEN 0 ELSE number END
                        WHERE id = :id
                        """)
                .bind("revision", before.revision() + 1)
                .bind("date", article.date().toEpochMilli())
                .bind("future", future)
                .bind("material", material)
                .bind("id", before.id())
                .execute();
        write(before.id(), before.revision() + 1, article);
        handle.execute("DELETE FROM post_topic WHERE post_id = ?", before.id());
        topics(before.id(), article);
        words.add(new Words(before.id(), true, published));
    }

    void revive(long id) {
        handle.execute("UPDATE post SET gone = NULL WHERE id = ?", id);
    }

    void gone(String source, String path) {
        handle.execute(
                "UPDATE post SET gone = ? WHERE source = ? AND path = ? AND gone IS NULL",
                now.toEpochMilli(),
                source,
                path);
    }

    private void topics(long id, Article article) {
        if (article.topics().isEmpty()) return;
        PreparedBatch batch = handle.prepareBatch(
                """
                INSERT INTO post_topic (post_id, topic_key, topic) VALUES (:id, :key, :topic)
                ON CONFLICT (post_id, topic_key) DO NOTHING
                """);
        for (String topic : article.topics()) {
            topic(batch, id, topic);
            for (String above : TagPath.above(topic)) topic(batch, id, above);
        }
        batch.execute();
    }

    private void topic(PreparedBatch batch, long id, String topic) {
        batch.bind("id", id).bind("key", han.fold(topic)).bind("topic", topic).add();
    }

    private void write(long id, int revision, Article article) {
        handle.createUpdate(
                        """
                        INSERT INTO post_revision (post_id, revision, stored, title, date, updated, author, url, taken_from,
                            lang, tags, categories, summary, long_summary, generated, words, meta, html, text)
                        VALUES (:id, :revision, :stored, :title, :date, :updated, :author, :url, :from,
                            :lang, :tags, :categories, :summary, :longSummary, :generated, :words, :meta, :html, :text)
                        """)
                .bind("id", id)
                .bind("revision", revision)
                .bind("stored", now.toEpochMilli())
                .bind("title", article.title())
                .bind("date", article.date().toEpochMilli())
                .bind("updated", PostRows.millis(article.updated()))
                .bind("author", article.author())
                .bind("url", article.url())
                .bind("from", article.from())
                .bind("lang", article.lang())
                .bind("tags", JsonColumn.write(article.tags()))
                .bind("categories", JsonColumn.write(article.categories()))
                .bind("summary", article.summary())
                .bind("longSummary", article.longSummary())
                .bind("generated", article.generated())
                .bind("words", article.words())
                .bind("meta", JsonColumn.write(article.meta()))
                .bind("html", article.content().html())
                .bind("text", article.content().text())
                .execute();
    }
}
