package org.postbag.posts.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.postbag.posts.story.StoryClusterer;
import org.postbag.posts.story.StoryItem;

/**
 * Names the story of posts that have none yet, some days at a time, with {@link StoryClusterer}. Posts of the last day are
 * asked about again, for two that told different stories may turn out to tell one. {@link Retellings} then tells which
 * posts add nothing to their story.
 */
public final class StoryIndex {
    private static final int PAGE = 10_000;
    private static final int AROUND = 10_000;
    /** How far back posts are asked about again, and how many at most. */
    private static final Duration FRESH = Duration.ofDays(1);

    private static final int REOPENED = 2_000;

    private final Database db;
    private final StoryClusterer clusterer = new StoryClusterer();
    private final Retellings retellings = new Retellings();

    public StoryIndex(Database db) {
        this.db = db;
    }

    /** Goes on until every post that is not gone has a story; how many were named. Safe to be killed and run again. */
    public int complete() {
        int named = 0;
        while (true) {
            List<StoryItem> open = db.read(StoryIndex::open);
            if (open.isEmpty()) return named;
            name(open);
            named += open.size();
        }
    }

    private void name(List<StoryItem> open) {
        Instant first = open.get(0).date();
        Instant last = open.get(open.size() - 1).date();
        Map<Long, Long> before = new HashMap<>();
        List<StoryItem> items = new ArrayList<>(open);
        for (StoryItem known : db.read(handle -> around(handle, first, last))) {
            boolean fresh = before.size() < REOPENED && !known.date().isBefore(first.minus(FRESH));
            if (fresh) before.put(known.id(), known.story());
            items.add(fresh ? new StoryItem(known.id(), known.date(), known.title(), known.text(), 0) : known);
        }
        Map<Long, Long> stories = new HashMap<>(clusterer.assign(items));
        stories.entrySet().removeIf(one -> one.getValue().equals(before.get(one.getKey())));
        Set<Long> touched = new HashSet<>(stories.values());
        db.change(handle -> {
            PreparedBatch batch = handle.prepareBatch("UPDATE post SET story = :story WHERE id = :id");
            stories.forEach(
                    (id, story) -> batch.bind("story", story).bind("id", id).add());
            if (!stories.isEmpty()) batch.execute();
            retellings.mark(handle, touched);
        });
    }

    /** The oldest posts without a story, those of one stretch of days; empty when every post has one. */
    private static List<StoryItem> open(Handle handle) {
        Long first = handle.createQuery("SELECT MIN(date) FROM post WHERE story = 0 AND gone IS NULL")
                .mapTo(Long.class)
                .findOne()
                .orElse(null);
        if (first == null) return List.of();
        return select(
                handle,
                """
                SELECT p.id, p.date, r.title, SUBSTR(r.text, 1, 600) AS start, p.story
                FROM post p JOIN post_revision r ON r.post_id = p.id AND r.revision = p.revision
                WHERE p.story = 0 AND p.gone IS NULL AND p.date BETWEEN :from AND :to
                ORDER BY p.date, p.id
                LIMIT :limit
                """,
                first,
                first + StoryClusterer.WINDOW.toMillis(),
                PAGE);
    }

    /** Posts near these in time whose story is known, the newest first. */
    private static List<StoryItem> around(Handle handle, Instant first, Instant last) {
        return select(
                handle,
                """
                SELECT p.id, p.date, r.title, SUBSTR(r.text, 1, 600) AS start, p.story
                FROM post p JOIN post_revision r ON r.post_id = p.id AND r.revision = p.revision
                WHERE p.story <> 0 AND p.date BETWEEN :from AND :to
                ORDER BY p.date DESC, p.id
                LIMIT :limit
                """,
                first.minus(StoryClusterer.WINDOW).toEpochMilli(),
                last.plus(StoryClusterer.WINDOW).toEpochMilli(),
                AROUND);
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
