package org.postbag.posts.store;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.Origin;
import org.postbag.posts.Source;

/** The sources that were added by command, chat or page; the configuration's own are not here. */
public final class SourceStore {
    private final Database db;

    public SourceStore(Database db) {
        this.db = db;
    }

    /** Keeps a source; false when its id is taken. */
    public boolean add(Source source, Instant now) {
        Origin origin = source.origin();
        return db.write(handle -> handle.createUpdate(
                                """
                                INSERT INTO source (id, kind, address, options, every, tags, zone, weight, added)
                                VALUES (:id, :kind, :address, :options, :every, :tags, :zone, :weight, :added)
                                ON CONFLICT (id) DO NOTHING
                                """)
                        .bind("id", source.id())
                        .bind("kind", origin.kind())
                        .bind("address", origin.address())
                        .bind("options", JsonColumn.write(options(origin)))
                        .bind("every", source.every().toMillis())
                        .bind("tags", JsonColumn.write(source.tags()))
                        .bind("zone", source.zone().getId())
                        .bind("weight", source.weight())
                        .bind("added", now.toEpochMilli())
                        .execute()
                == 1);
    }

    /** Forgets a source; its posts stay. False when there is none of this id. */
    public boolean remove(String id) {
        return db.write(handle -> handle.execute("DELETE FROM source WHERE id = ?", id) == 1);
    }

    /** In the order in which they were added. */
    public List<Source> list() {
        return db.read(handle -> handle.createQuery(
                        """
                        SELECT id, kind, address, options, every, tags, zone, weight FROM source ORDER BY added, id
                        """)
                .map((row, context) -> new Source(
                        row.getString("id"),
                        origin(
                                row.getString("kind"),
                                row.getString("address"),
                                JsonColumn.fields(row.getString("options"))),
                        Duration.ofMillis(row.getLong("every")),
                        JsonColumn.words(row.getString("tags")),
                        ZoneId.of(row.getString("zone")),
                        row.getDouble("weight")))
                .list());
    }

    private static Map<String, Object> options(Origin origin) {
        Map<String, Object> options = new HashMap<>();
        if (origin instanceof Origin.Git git) options.put("path", git.path());
        if (origin instanceof Origin.Feed feed) options.put("full-text", feed.fullText());
        if (origin instanceof Origin.Page page) {
            put(options, "item", page.item());
            put(options, "link", page.link());
            put(options, "title", page.title());
            put(options, "date", page.date());
            put(options, "body", page.body());
        }
        return options;
    }

    private static void put(Map<String, Object> options, String key, @Nullable String value) {
        if (value != null) options.put(key, value);
    }

    private static Origin origin(String kind, String address, Map<String, Object> options) {
        return switch (kind) {
            case "jekyll" -> new Origin.Jekyll(Path.of(address));
            case "git" -> new Origin.Git(address, String.valueOf(options.getOrDefault("path", "")));
            case "feed" -> new Origin.Feed(URI.create(address), Boolean.TRUE.equals(options.get("full-text")));
            case "page" ->
                new Origin.Page(
                        URI.create(address),
                        text(options, "item"),
                        text(options, "link"),
                        text(options, "title"),
                        text(options, "date"),
                        text(options, "body"));
            default ->
                throw new IllegalStateException("a source of kind '" + kind
                        + "' is in the database, which this version does not know; use the version that added it");
        };
    }

    private static @Nullable String text(Map<String, Object> options, String key) {
        Object value = options.get(key);
        return value == null ? null : value.toString();
    }
}
