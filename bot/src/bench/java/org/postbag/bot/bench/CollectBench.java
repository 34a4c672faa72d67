package org.postbag.bot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postbag.posts.collect.jekyll.JekyllSiteGenerator;

/** Collects 5,000 generated posts of 20 KB in a process of its own, and then looks again at nothing new. */
final class CollectBench {
    private static final int POSTS = 5000;

    private final Path jar;

    CollectBench(Path jar) {
        this.jar = jar;
    }

    List<Line> run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("bench-collect");
        new JekyllSiteGenerator(1).write(folder, POSTS, 20_000, Instant.now());
        Files.writeString(folder.resolve("postbag.yaml"), "sources: [{ id: bench, jekyll: ./_posts }]\n");
        Run first = Run.of(jar, folder, List.of("collect", "--json"));
        Run second = Run.of(jar, folder, List.of("collect", "--json"));
        double rate = POSTS / first.seconds();
        long took = took(second.output());
        if (!first.output().contains("\"new\":" + POSTS)) throw new IllegalStateException(first.output());
        if (!second.output().contains("\"unchanged\":" + POSTS)) throw new IllegalStateException(second.output());
        return List.of(
                new Line("collect 5,000 posts of 20 KB, JVM start included", String.format(Locale.ROOT, "%.0f posts/s", rate), "≥ 500 posts/s", rate >= 500),
                new Line("the same, peak memory resident", first.peakMegabytes() + " MB", "≤ 512 MB", first.peakMegabytes() <= 512),
                new Line("second pass, nothing new (`tookMillis`)", took + " ms", "≤ 1000 ms", took <= 1000));
    }

    private static long took(String output) {
        Matcher matcher = Pattern.compile("\"tookMillis\":(\\d+)").matcher(output);
        if (!matcher.find()) throw new IllegalStateException(output);
        return Long.parseLong(matcher.group(1));
    }
}
