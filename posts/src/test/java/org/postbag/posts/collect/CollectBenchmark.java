package org.postbag.posts.collect;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.postbag.posts.Origin;
import org.postbag.posts.Source;
import org.postbag.posts.SourceReport;
import org.postbag.posts.collect.jekyll.JekyllReader;
import org.postbag.posts.collect.jekyll.JekyllSiteGenerator;
import org.postbag.posts.store.Database;
import org.postbag.posts.store.PostStore;
import org.postbag.posts.summary.ExtractiveSummarizer;

/**
 * Measures one pass, JVM start included: {@code generate FOLDER POSTS BYTES} makes a site, {@code collect FOLDER
 * JDBC_URL} reads it. Run each in a JVM of its own.
 */
public final class CollectBenchmark {
    private CollectBenchmark() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[1]);
        if (args[0].equals("generate")) {
            new JekyllSiteGenerator(1)
                    .write(
                            folder,
                            Integer.parseInt(args[2]),
                            Integer.parseInt(args[3]),
                            Instant.parse("2026-11-20T00:00:00Z"));
            return;
        }
        Source source =
                new Source("bench", new Origin.Jekyll(folder), Duration.ofMinutes(1), List.of(), ZoneOffset.UTC);
        try (Database db = Database.open(args[2])) {
            PostStore.migrate(db);
            Collector collector = new Collector(
                    db,
                    List.of(new JekyllReader(Clock.systemUTC())),
                    Tagger.none(),
                    new ExtractiveSummarizer(),
                    Clock.fixed(Instant.parse("2026-11-20T00:00:00Z"), ZoneOffset.UTC));
            long ready = System.currentTimeMillis()
                    - ManagementFactory.getRuntimeMXBean().getStartTime();
            SourceReport report = collector
                    .collect(List.of(source), Duration.ofDays(7), Progress.none())
                    .get(0);
            long all = System.currentTimeMillis()
                    - ManagementFactory.getRuntimeMXBean().getStartTime();
            System.out.printf(
                    "found %d new %d unchanged %d failed %d; pass %d ms, ready after %d ms, all %d ms; processor: storing %d ms, all %d ms; %s%n",
                    report.found(),
                    report.added(),
                    report.unchanged(),
                    report.failed(),
                    report.tookMillis(),
                    ready,
                    all,
                    ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000,
                    ProcessHandle.current()
                            .info()
                            .totalCpuDuration()
                            .orElse(Duration.ZERO)
                            .toMillis(),
                    Files.readAllLines(Path.of("/proc/self/status")).stream()
                            .filter(line -> line.startsWith("VmHWM"))
                            .findFirst()
                            .orElse("VmHWM unknown"));
        }
    }
}
