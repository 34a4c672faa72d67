package org.postbag.posts.collect;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.postbag.posts.Source;
import org.postbag.posts.SourceReport;
import org.postbag.posts.collect.http.WebClient;
import org.postbag.posts.collect.http.WebLimits;
import org.postbag.posts.collect.http.WebStub;
import org.postbag.posts.store.Database;
import org.postbag.posts.store.PostStore;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.posts.summary.ExtractiveSummarizer;

/** A real web server whose sources a reader collects, in whole passes, into a real database; time stands until moved. */
public abstract class WebSourceTest {
    protected static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    protected static final Duration WEEK = Duration.ofDays(7);
    protected static final Duration HOUR = Duration.ofHours(1);
    /** An article long enough to be taken for one. */
    protected static final String BODY =
            "<p>The keeper lit the old lighthouse again after nineteen dark years, and the whole village came to see it.</p>"
                    .repeat(8);

    protected Instant now = NOW;
    protected final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };
    protected WebStub web;
    protected WebClient client;
    protected PostStore store;
    protected Collector collector;
    private Database db;

    /** The reader that is tried. */
    protected abstract SourceReader reader();

    @BeforeEach
    void serve() throws IOException {
        web = new WebStub();
    }

    protected final void open(Engine engine) {
        open(engine, Duration.ofSeconds(5));
    }

    /** @param patience after which an answer has taken too long */
    protected final void open(Engine engine, Duration patience) {
        client = new WebClient(new WebLimits(true, 1 << 20, patience, "Postbag/test"), clock);
        db = engine.open();
        PostStore.migrate(db);
        store = new PostStore(db);
        collector = new Collector(db, List.of(reader()), Tagger.none(), new ExtractiveSummarizer(), clock);
    }

    @AfterEach
    void close() throws IOException {
        collector.close();
        client.close();
        web.close();
        db.close();
    }

    protected final SourceReport pass(Source source) {
        return collector.collect(List.of(source), WEEK, Progress.none()).get(0);
    }

    protected final void html(String path, String text) {
        web.on(path, WebStub.page("text/html; charset=utf-8", text.getBytes(StandardCharsets.UTF_8)));
    }
}
