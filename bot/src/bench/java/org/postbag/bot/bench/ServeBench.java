package org.postbag.bot.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Starts {@code serve}, waits for its ready line, lets it idle, and stops it. */
final class ServeBench {
    private static final int IDLE_SECONDS = 20;

    private final Path jar;

    ServeBench(Path jar) {
        this.jar = jar;
    }

    List<Line> run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("bench-serve");
        Files.createDirectories(folder.resolve("_posts"));
        Files.writeString(folder.resolve("postbag.yaml"), "sources: [{ id: bench, jekyll: ./_posts }]\nweb: { port: 0 }\n");
        serve(folder, 0); // the first start makes the database
        return serve(folder, IDLE_SECONDS);
    }

    private List<Line> serve(Path folder, int idleSeconds) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(Run.command(jar, List.of("serve")))
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            if (line == null || !line.startsWith("ready ")) throw new IllegalStateException("not ready: " + line);
            double ready = (System.nanoTime() - start) / 1e9;
            TimeUnit.SECONDS.sleep(idleSeconds);
            long idle = Run.kilobytes(process.pid(), "VmRSS") / 1024;
            long stop = System.nanoTime();
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) throw new IllegalStateException("serve did not stop");
            double stopped = (System.nanoTime() - stop) / 1e9;
            return List.of(
                    new Line("`serve` ready", String.format(Locale.ROOT, "%.2f s", ready), "≤ 3 s", ready <= 3),
                    new Line("`serve` idle, memory resident", idle + " MB", "≤ 250 MB", idle <= 250),
                    new Line("`serve` stopped after SIGTERM", String.format(Locale.ROOT, "%.2f s", stopped), "≤ 5 s", stopped <= 5));
        } finally {
            process.destroyForcibly();
        }
    }
}
