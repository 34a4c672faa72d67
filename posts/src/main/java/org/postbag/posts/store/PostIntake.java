package org.postbag.posts.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.store.Arrival.Hidden;
import org.postbag.posts.store.Arrival.Known;
import org.postbag.posts.store.Arrival.Published;
import org.postbag.posts.store.Arrival.Unreadable;
import org.postbag.posts.text.SearchWords;

/**
 * Stores what a pass over a source brings, a batch a transaction: posts, their words and what is known of the entries
 * always change together, so a pass that is killed goes on where it was. {@link SourceStates} keeps how passes end,
 * {@link PostStore} reads.
 */
public final class PostIntake {
    /** Share of words that two versions have in common below which a change is news. */
    private static final double MATERIAL = 0.7;

    private final Database db;
    private final TextIndex index;
    private final SearchWords words = new SearchWords();

    public PostIntake(Database db) {
        this.db = db;
        index = TextIndex.of(db);
    }

    /**
     * What is known of a source when a pass begins.
     *
     * @param entries by path; empty when the recipe has changed, so that all is read again
     * @param settled whether a pass has ever come to its end
     * @param cursor the reader's own, from the last pass that came to its end
     * @param lastRead when the last pass ended
     */
    public record Memory(
            Map<String, Known> entries, boolean settled, @Nullable String cursor, @Nullable Instant lastRead) {}

    /** How many posts of a batch were new, changed, or the same as before. */
    public record Counts(int added, int updated, int unchanged) {
        public Counts plus(Counts other) {
            return new Counts(added + other.added, updated + other.updated, unchanged + other.unchanged);
        }
    }

    /** @param recipe changes when the same entry would now be made into another post (tags, zone, version) */
    public Memory recall(String source, String recipe) {
        return db.read(handle -> {
            Optional<Memory> memory = handle.createQuery(
                            "SELECT settled, cursor, recipe, last_read FROM source_state WHERE id = :source")
                    .bind("source", source)
                    .map((row, context) -> {
                        boolean same = recipe.equals(row.getString("recipe"));
                        return new Memory(
                                same ? entries(handle, source) : Map.of(),
                                row.getBoolean("settled"),
                                same ? row.getString("cursor") : null,
                                PostRows.instant(row, "last_read"));
                    })
                    .findOne();
            return memory.orElse(new Memory(Map.of(), false, null, null));
        });
    }

    private static Map<String, Known> entries(Handle handle, String source) {
        Map<String, Known> entries = new HashMap<>();
        handle.createQuery("SELECT path, stamp, hash, problem, outcome FROM source_entry WHERE source = :source")
                .bind("source", source)
                .setFetchSize(1000)
                .map((row, context) -> entries.put(
                        row.getString("path"),
                        new Known(
                                row.getString("stamp"),
                                row.getString("hash"),
                                row.getString("problem"),
                                row.getString("outcome").equals("published"))))
                .list();
        return entries;
    }

    /**
     * Stores a batch in one transaction.
     *
     * @param archiveBefore new posts dated earlier are archived: found and read, in no digest; null for none
     */
    public Counts store(
            String source, String recipe, List<Arrival> batch, Instant now, @Nullable Instant archiveBefore) {
        return db.write(handle -> {
            SourceStates.lock(handle, source, recipe);
            PostRecords records = new PostRecords(handle, now);
            List<Long> news = new ArrayList<>();
            Counts counts = new Counts(0, 0, 0);
            for (Arrival arrival : batch) {
                if (arrival.outcome() instanceof Published published)
                    counts = counts.plus(keep(records, source, arrival.path(), published, archiveBefore, now, news));
                else if (arrival.outcome() instanceof Hidden) records.gone(source, arrival.path());
            }
            remember(handle, source, batch);
            records.index(index);
            Numbers.give(handle, news);
            return counts;
        });
    }

    private Counts keep(
            PostRecords records,
            String source,
            String path,
            Published published,
            @Nullable Instant archiveBefore,
            Instant now,
            List<Long> news) {
        PostRecords.Stored stored = records.find(source, path).orElse(null);
        Published settled = stored != null && published.undated()
                ? published.with(published.article().withDate(stored.article().date()))
                : published;
        Article article = settled.article();
        boolean future = article.date().isAfter(now);
        if (stored == null) {
            boolean archived = archiveBefore != null && article.date().isBefore(archiveBefore);
            long id = records.add(source, path, settled, archived);
            if (!archived && !future) news.add(id);
            return new Counts(1, 0, 0);
        }
        if (stored.article().equals(article)) {
            if (stored.gone()) records.revive(stored.id());
            return stored.gone() ? new Counts(0, 1, 0) : new Counts(0, 0, 1);
        }
        boolean material = material(stored.article(), article);
        records.revise(stored, settled, future, material);
        if (!future && !stored.archived() && (stored.number() == 0 || material)) news.add(stored.id());
        return new Counts(0, 1, 0);
    }

    private boolean material(Article before, Article after) {
        Set<String> old =
                words.distinct(before.title() + "\n" + before.content().text());
        Set<String> fresh =
                words.distinct(after.title() + "\n" + after.content().text());
        if (old.isEmpty() && fresh.isEmpty()) return false;
        long common = fresh.stream().filter(old::contains).count();
        return common < MATERIAL * (old.size() + fresh.size() - common);
    }

    /** Notes new stamps of entries that turned out unchanged. */
    public void touch(String source, Map<String, String> stamps) {
        if (stamps.isEmpty()) return;
        db.change(handle -> {
            PreparedBatch batch = handle.prepareBatch(
                    "UPDATE source_entry SET stamp = :stamp WHERE source = :source AND path = :path");
            stamps.forEach((path, stamp) -> batch.bind("stamp", stamp)
                    .bind("source", source)
                    .bind("path", path)
                    .add());
            batch.execute();
        });
    }

    /** Marks posts gone whose entries the source no longer has. */
    public void gone(String source, Collection<String> paths, Instant now) {
        if (paths.isEmpty()) return;
        db.change(handle -> {
            PostRecords records = new PostRecords(handle, now);
            PreparedBatch forget =
                    handle.prepareBatch("DELETE FROM source_entry WHERE source = :source AND path = :path");
            for (String path : paths) {
                records.gone(source, path);
                forget.bind("source", source).bind("path", path).add();
            }
            forget.execute();
        });
    }

    private static void remember(Handle handle, String source, List<Arrival> batch) {
        PreparedBatch entries = handle.prepareBatch(
                """
                INSERT INTO source_entry (source, path, stamp, hash, outcome, problem)
                VALUES (:source, :path, :stamp, :hash, :outcome, :problem)
                ON CONFLICT (source, path) DO UPDATE
                SET stamp = EXCLUDED.stamp, hash = EXCLUDED.hash, outcome = EXCLUDED.outcome,
                    problem = EXCLUDED.problem
                """);
        for (Arrival arrival : batch)
            entries.bind("source", source)
                    .bind("path", arrival.path())
                    .bind("stamp", arrival.stamp())
                    .bind("hash", arrival.hash())
                    .bind("outcome", arrival.outcome().word())
                    .bind("problem", arrival.outcome() instanceof Unreadable bad ? bad.problem() : null)
                    .add();
        entries.execute();
    }
}
