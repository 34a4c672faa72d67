package org.postbag.posts.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.Content;
import org.postbag.posts.Post;
import org.postbag.posts.PostRef;
import org.postbag.posts.text.Han;
import org.postbag.posts.text.SearchWords;
import org.postbag.posts.text.SearchWords.Phrase;
import org.postbag.posts.text.Snippet;

/** Reads the stored posts: by id, by list, by search, by number. {@link PostIntake} puts them in. Thread safe. */
public final class PostStore {
    private final Database db;
    private final TextIndex index;
    private final SearchWords words = new SearchWords();
    private final Han han = new Han();

    public PostStore(Database db) {
        this.db = db;
        index = TextIndex.of(db);
    }

    /** Makes or updates the tables of this module. */
    public static void migrate(Database db) {
        db.migrate("classpath:org/postbag/posts/migrations", "posts_schema_history");
    }

    /** The current revision, also of a post that is gone. */
    public Optional<Post> find(long id) {
        return db.read(handle -> handle.createQuery(
                        "SELECT " + PostRows.COLUMNS
                                + """
                                FROM post p JOIN post_revision r ON r.post_id = p.id AND r.revision = p.revision
                                WHERE p.id = :id
                                """)
                .bind("id", id)
                .map(PostRows::post)
                .findOne());
    }

    /** Exactly these revisions; one that is not stored has no entry. */
    public Map<PostRef, Post> find(Collection<PostRef> refs) {
        Map<PostRef, Post> found = new LinkedHashMap<>();
        if (refs.isEmpty()) return found;
        db.read(handle -> {
            Query query = handle.createQuery(
                    "SELECT " + PostRows.COLUMNS
                            + """
                            FROM post p JOIN post_revision r ON r.post_id = p.id
                            WHERE p.id = :id AND r.revision = :revision
                            """);
            try (query) {
                for (PostRef ref : new LinkedHashSet<>(refs))
                    query.bind("id", ref.id())
                            .bind("revision", ref.revision())
                            .map(PostRows::post)
                            .findOne()
                            .ifPresent(post -> found.put(ref, post));
            }
            return found;
        });
        return found;
    }

    /** The body of the current revision. */
    public Optional<Content> content(long id) {
        return db.read(handle -> handle.createQuery(
                        """
                        SELECT r.html, r.text
                        FROM post p JOIN post_revision r ON r.post_id = p.id AND r.revision = p.revision
                        WHERE p.id = :id
                        """)
                .bind("id", id)
                .map((row, context) -> new Content(row.getString("html"), row.getString("text")))
                .findOne());
    }

    /** The body of exactly this revision. */
    public Optional<Content> content(PostRef ref) {
        return db.read(handle -> handle.createQuery(
                        "SELECT html, text FROM post_revision WHERE post_id = :id AND revision = :revision")
                .bind("id", ref.id())
                .bind("revision", ref.revision())
                .map((row, context) -> new Content(row.getString("html"), row.getString("text")))
                .findOne());
    }

    /** Newest date first; without posts that are gone or still in the future. */
    public List<Post> list(PostQuery query) {
        List<Post> posts = new ArrayList<>();
        each(query, posts::add);
        return List.copyOf(posts);
    }

    /** As {@link #list}, one post at a time, however many there are. */
    public void each(PostQuery query, Consumer<Post> sink) {
        db.read(handle -> {
            try (Stream<Post> posts = handle
                    .createQuery(
                            "SELECT " + PostRows.COLUMNS
                                    + """
                                    FROM post p JOIN post_revision r ON r.post_id = p.id AND r.revision = p.revision
                                    WHERE p.gone IS NULL AND (p.number > 0 OR p.archived)
                                      AND (:topic = '' OR EXISTS (
                                          SELECT 1 FROM post_topic t WHERE t.post_id = p.id AND t.topic_key = :topic))
                                      AND (:source = '' OR p.source = :source)
                                      AND p.date >= :since AND p.date < :before
                                    ORDER BY p.date DESC, p.id DESC
                                    LIMIT :limit
                                    """)
                    .setFetchSize(500)
                    .bind("topic", query.tag() == null ? "" : han.fold(query.tag()))
                    .bind("source", query.source() == null ? "" : query.source())
                    .bind(
                            "since",
                            query.since() == null
                                    ? Long.MIN_VALUE
                                    : query.since().toEpochMilli())
                    .bind(
                            "before",
                            query.before() == null
                                    ? Long.MAX_VALUE
                                    : query.before().toEpochMilli())
                    .bind("limit", query.limit() == 0 ? Long.MAX_VALUE : query.limit())
                    .map(PostRows::post)
                    .stream()) {
                posts.forEach(sink);
            }
            return sink;
        });
    }

    /** Posts that hold every word of the query, best first; words of the title weigh more. Any text is a valid query. */
    public List<Hit> search(String query, int limit, int offset) {
        List<Phrase> phrases = words.query(query);
        if (phrases.isEmpty() || limit <= 0) return List.of();
        Snippet snippet = new Snippet(phrases);
        return db.read(handle -> {
            List<TextIndex.Found> found = index.search(handle, phrases, limit, Math.max(0, offset));
            Map<Long, Double> scores = found.stream()
                    .collect(Collectors.toMap(
                            TextIndex.Found::post, TextIndex.Found::score, (a, b) -> a, LinkedHashMap::new));
            List<Hit> hits = new ArrayList<>();
            scores.forEach((id, score) -> find(id).ifPresent(post -> hits.add(
                    new Hit(post, snippet.of(content(id).map(Content::text).orElse("")), score))));
            return List.copyOf(hits);
        });
    }

    /** Tags, or categories of posts without tags, with how many posts carry each or one below it; most first. */
    public List<TagCount> tags() {
        return db.read(handle -> handle.createQuery(
                        """
                        SELECT MIN(t.topic) AS topic, COUNT(*) AS posts
                        FROM post_topic t JOIN post p ON p.id = t.post_id
                        WHERE p.gone IS NULL AND (p.number > 0 OR p.archived)
                        GROUP BY t.topic_key
                        ORDER BY posts DESC, topic
                        """)
                .map((row, context) -> new TagCount(row.getString("topic"), row.getLong("posts")))
                .list());
    }

    /** The number given last; 0 when none was. Every post numbered up to it can be read already. */
    public long lastNumber() {
        return db.read(handle -> handle.createQuery("SELECT last FROM post_counter WHERE id = 1")
                .mapTo(Long.class)
                .one());
    }

    /** Whether some post has a number above this. */
    public boolean hasPostsAfter(long number) {
        return db.read(
                handle -> handle.createQuery("SELECT 1 FROM post WHERE number > :number AND gone IS NULL LIMIT 1")
                        .bind("number", number)
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent());
    }

    /** Posts numbered in (after, upTo], as they are now, without those that are gone. */
    public Window window(long after, long upTo) {
        List<Post> posts = db.read(handle -> handle.createQuery(
                        "SELECT " + PostRows.COLUMNS
                                + """
                                FROM post p JOIN post_revision r ON r.post_id = p.id AND r.revision = p.revision
                                WHERE p.number > :after AND p.number <= :upTo AND p.gone IS NULL
                                ORDER BY p.number
                                """)
                .bind("after", after)
                .bind("upTo", upTo)
                .map(PostRows::post)
                .list());
        return window(after, upTo, posts, earlier(after, upTo));
    }

    /** Posts up to {@code after} that tell a story of those behind it. */
    private @Nullable Window earlier(long after, long upTo) {
        List<Post> posts = db.read(handle -> handle.createQuery(
                        "SELECT " + PostRows.COLUMNS
                                + """
                                FROM post p JOIN post_revision r ON r.post_id = p.id AND r.revision = p.revision
                                WHERE p.number > 0 AND p.number <= :after AND p.gone IS NULL AND p.story IN (
                                    SELECT w.story FROM post w
                                    WHERE w.number > :after AND w.number <= :upTo AND w.gone IS NULL AND w.story <> 0)
                                ORDER BY p.number
                                """)
                .bind("after", after)
                .bind("upTo", upTo)
                .map(PostRows::post)
                .list());
        return posts.isEmpty() ? null : window(posts.get(0).number() - 1, after, posts, null);
    }

    /**
     * Posts dated in [from, to), archived ones too, for looking at a stretch of time rather than at what is new to
     * somebody: {@code select} with a cursor of -1.
     */
    public Window dated(Instant from, Instant to) {
        List<Post> posts = list(PostQuery.all().withSince(from).withBefore(to));
        return window(-1, Long.MAX_VALUE, posts, null);
    }

    private Window window(long after, long upTo, List<Post> posts, @Nullable Window before) {
        Map<String, List<Phrase>> cut = new HashMap<>();
        Function<String, List<Long>> said = word -> {
            List<Phrase> phrases = cut.computeIfAbsent(word, words::query);
            return phrases.isEmpty() ? List.of() : db.read(handle -> index.numbered(handle, phrases, after, upTo));
        };
        return new Window(after, upTo, posts, said, before);
    }

    /** The last number given to a post dated before {@code floor}, of those at the end: where a new reader starts. */
    public long numberBefore(Instant floor) {
        return db.read(handle -> handle.createQuery(
                        """
                        SELECT COALESCE(MIN(number) - 1, (SELECT last FROM post_counter WHERE id = 1)) FROM post
                        WHERE number > 0 AND date >= :floor
                        """)
                .bind("floor", floor.toEpochMilli())
                .mapTo(Long.class)
                .one());
    }

    /** Gives numbers to posts whose date has come, oldest first; how many there were. */
    public int numberDue(Instant now) {
        boolean any = db.read(handle -> !due(handle, now).isEmpty());
        if (!any) return 0;
        return db.write(handle -> {
            // Two processes that see the same posts due take turns, and the second finds none.
            Numbers.lock(handle);
            return Numbers.give(handle, due(handle, now));
        });
    }

    private static List<Long> due(Handle handle, Instant now) {
        return handle.createQuery(
                        """
                        SELECT id FROM post
                        WHERE number = 0 AND NOT archived AND gone IS NULL AND date <= :now
                        ORDER BY date, id
                        """)
                .bind("now", now.toEpochMilli())
                .mapTo(Long.class)
                .list();
    }

    /** Every source ever read, by id. */
    public List<SourceState> sources() {
        return db.read(SourceStates::list);
    }
}
