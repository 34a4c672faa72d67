package org.postbag.bot;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code postbag serve} as a process of its own, which can be killed as hard as {@code kill -9} does. */
public final class Serving implements AutoCloseable {
    private final Process process;

    private Serving(Process process) {
        this.process = process;
    }

    /** Returns when it is ready. */
    public static Serving start(Path configuration, Instant now) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.postbag.bot.Main",
                        "serve",
                        "--config",
                        configuration.toString(),
                        "--now",
                        now.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Serving serving = new Serving(process);
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        if (line == null || !line.startsWith("ready ")) {
            serving.close();
            throw new IllegalStateException("serve is not ready: " + line);
        }
        return serving;
    }

    public void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(10, TimeUnit.SECONDS)) throw new IllegalStateException("serve cannot be killed");
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
