package org.postbag.posts.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.postbag.posts.story.StoryClusterer;
import org.postbag.posts.story.StoryItem;

/**
 * Names the story of posts that have none yet, some days at a time, with {@link StoryClusterer}. A story goes by the id
 * of its first post and keeps it.
 */
public final class StoryIndex {
    private static final int PAGE = 2000;
    private static final int AROUND = 20_000;

    private final Database db;
    private final StoryClusterer clusterer = new StoryClusterer();

    public StoryIndex(Database db) {
        this.db = db;
    }

    /** Goes on until every post that is not gone has a story; how many were named. Safe to be killed and run again. */
    public int complete() {
        int named = 0;
        while (true) {
            List<StoryItem> items = db.read(StoryIndex::page);
            if (items.isEmpty()) return named;
            Map<Long, Long> stories = clusterer.assign(items);
            db.change(handle -> {
                PreparedBatch batch =
                        handle.prepareBatch("UPDATE post SET story = :story WHERE id = :id AND story = 0");
                stories.forEach(
                        (id, story) -> batch.bind("story", story).bind("id", id).add());
                batch.execute();
            });
            named += stories.size();
        }
    }

    /** The oldest open posts of one window, with the posts of known story around them; empty when none is open. */
    private static List<StoryItem> page(Handle handle) {
        Long first = handle.createQuery("SELECT MIN(date) FROM post WHERE story = 0 AND gone IS NULL")
                .mapTo(Long.class)
                .findOne()
                .orElse(null);
        if (first == null) return List.of();
        long window = StoryClusterer.WINDOW.toMillis();
        List<StoryItem> items = new ArrayList<>(select(
                handle,
                """
                SELECT p.id, p.date, r.title, SUBSTR(r.text, 1, 300) AS start, p.story
                FROM post p JOIN post_revision r ON r.post_id = p.id AND r.revision = p.revision
                WHERE p.story = 0 AND p.gone IS NULL AND p.date BETWEEN :from AND :to
                ORDER BY p.date, p.id
                LIMIT :limit
                """,
                first,
                first + window,
                PAGE));
        long last = items.get(items.size() - 1).date().toEpochMilli();
        items.addAll(select(
                handle,
                """
                SELECT p.id, p.date, r.title, SUBSTR(r.text, 1, 300) AS start, p.story
                FROM post p JOIN post_revision r ON r.post_id = p.id AND r.revision = p.revision
                WHERE p.story <> 0 AND p.date BETWEEN :from AND :to
                ORDER BY p.date DESC, p.id
                LIMIT :limit
                """,
                first - window,
                last + window,
                AROUND));
        return items;
    }

    private static List<StoryItem> select(Handle handle, String sql, long from, long to, int limit) {
        return handle.createQuery(sql)
                .bind("from", from)
                .bind("to", to)
                .bind("limit", limit)
                .map((row, context) -> new StoryItem(
                        row.getLong("id"),
                        Instant.ofEpochMilli(row.getLong("date")),
                        row.getString("title"),
                        row.getString("start"),
                        row.getLong("story")))
                .list();
    }
}
