package org.postbag.posts.collect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.postbag.posts.Origin;
import org.postbag.posts.Post;
import org.postbag.posts.Source;
import org.postbag.posts.SourceReport;
import org.postbag.posts.collect.jekyll.JekyllReader;
import org.postbag.posts.store.Database;
import org.postbag.posts.store.PostQuery;
import org.postbag.posts.store.PostStore;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.posts.summary.ExtractiveSummarizer;

/** A folder of posts, a database and passes over the one into the other; what the tests of collecting share. */
abstract class CollectingTest {
    static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    static final Duration WEEK = Duration.ofDays(7);

    @TempDir
    Path folder;

    Database db;
    PostStore store;
    Instant now = NOW;
    Tagger tagger = Tagger.none();
    private int fileAge = 1000;

    void open(Engine engine) {
        db = engine.open();
        PostStore.migrate(db);
        store = new PostStore(db);
    }

    @AfterEach
    void close() {
        db.close();
    }

    Source source(String... tags) {
        return new Source(
                "news", new Origin.Jekyll(folder), Duration.ofMinutes(10), List.of(tags), ZoneId.of("Asia/Shanghai"));
    }

    SourceReport pass(Source source) {
        return collector().collect(List.of(source), WEEK, Progress.none()).get(0);
    }

    SourceReport pass() {
        return pass(source());
    }

    Collector collector() {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return new Collector(
                db, List.of(new JekyllReader(Clock.systemUTC())), tagger, new ExtractiveSummarizer(), clock);
    }

    /** Files get ages of their own, older than the moment in which a file's time cannot be trusted. */
    void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(fileAge--)));
    }

    static String post(String title, String body) {
        return "---\ntitle: " + title + "\n---\n" + body + "\n";
    }

    List<String> paths() {
        return store.list(PostQuery.all()).stream().map(Post::path).toList();
    }

    static String counts(SourceReport r) {
        return "found %d new %d updated %d unchanged %d failed %d"
                .formatted(r.found(), r.added(), r.updated(), r.unchanged(), r.failed());
    }
}
