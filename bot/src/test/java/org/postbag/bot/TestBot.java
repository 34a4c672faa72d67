package org.postbag.bot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.postbag.bot.app.Application;
import org.postbag.bot.config.ConfigLoader;
import org.postbag.posts.SourceReport;
import org.postbag.posts.collect.Progress;
import org.postbag.posts.store.TestDatabases.Engine;

/** A whole Postbag in a folder of its own, on a real database, at a time the test decides. */
public final class TestBot implements AutoCloseable {
    private final Path folder;
    private final TestClock clock;
    private String configuration;
    private final String databaseUrl;
    private final List<String> moreSources;
    private Application application;

    /**
     * @param configuration further lines of postbag.yaml
     * @param moreSources entries beside the folder's, in YAML
     */
    public TestBot(Engine engine, TestClock clock, String configuration, String... moreSources) {
        try {
            folder = Files.createTempDirectory("postbag-bot");
            Files.createDirectories(folder.resolve("_posts"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.clock = clock;
        this.configuration = configuration;
        this.databaseUrl = engine.url();
        this.moreSources = List.of(moreSources);
        start();
    }

    private void start() {
        try {
            Path file = folder.resolve("postbag.yaml");
            Files.writeString(
                    file,
                    """
                    name: 晨报
                    database: %s
                    sources: [{ id: test, jekyll: ./_posts }%s]
                    %s
                    %s
                    """
                            .formatted(
                                    databaseUrl,
                                    moreSources.isEmpty() ? "" : ", " + String.join(", ", moreSources),
                                    configuration.contains("web:") ? "" : "web: { port: 0 }",
                                    configuration));
            application =
                    Application.open(new ConfigLoader(Map.of()).load(file, true).config(), clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As after a crash: what was in memory is gone. */
    public void restart() {
        application.close();
        start();
    }

    /** The same with other lines of postbag.yaml from now on. */
    public void restart(String newConfiguration) {
        configuration = newConfiguration;
        restart();
    }

    /** Leaves the folder and the database to another process; {@link #restart} takes them back. */
    public void stop() {
        application.close();
    }

    public Path configuration() {
        return folder.resolve("postbag.yaml");
    }

    public Application application() {
        return application;
    }

    public TestClock clock() {
        return clock;
    }

    public Path folder() {
        return folder;
    }

    public Path outbox(String channel) {
        return folder.resolve("data/outbox").resolve(channel);
    }

    /** Writes a post, published at the given moment. */
    public void post(String name, Instant date, String title, String tags, String body) {
        try {
            Files.writeString(
                    folder.resolve("_posts").resolve(date.toString().substring(0, 10) + "-" + name + ".md"),
                    """
                    ---
                    title: "%s"
                    date: %s
                    author: 测试社
                    from: https://example.org/%s
                    tags: [%s]
                    ---
                    %s
                    """
                            .formatted(title, date, name, tags, body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A post of the last hour. */
    public void post(String name, String title, String tags, String body) {
        post(name, clock.instant().minus(Duration.ofHours(1)), title, tags, body);
    }

    public List<SourceReport> collect() {
        return application
                .collector()
                .collect(application.sources(), application.config().digest().backlog(), Progress.none());
    }

    @Override
    public void close() {
        application.close();
    }
}
