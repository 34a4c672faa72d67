package org.postbag.bot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One run of the product as its own process, with the launcher's settings, timed from outside.
 *
 * @param seconds from start to exit
 * @param peakMegabytes most memory resident at once
 * @param output what it wrote to stdout
 */
record Run(double seconds, long peakMegabytes, String output) {
    /** As in the launcher {@code postbag}. */
    static final List<String> SETTINGS = List.of(
            "-Xms192m", "-Xmx384m", "-Xmn96m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    /** Makes the class archive that the launcher makes after a build. */
    static void train(Path jar) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(command(jar, List.of("demo", "--once")));
        command.removeIf(word -> word.startsWith("-XX:SharedArchiveFile"));
        command.add(1, "-XX:ArchiveClassesAtExit=" + jar.resolveSibling("postbag.jsa"));
        Process process = new ProcessBuilder(command)
                .directory(Files.createTempDirectory("bench-train").toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) throw new IllegalStateException("the demo failed");
    }

    static List<String> command(Path jar, List<String> args) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SETTINGS);
        Path archive = jar.resolveSibling("postbag.jsa");
        if (Files.exists(archive)) command.add("-XX:SharedArchiveFile=" + archive);
        command.add("-jar");
        command.add(jar.toString());
        command.addAll(args);
        return command;
    }

    static Run of(Path jar, Path folder, List<String> args) throws IOException, InterruptedException {
        Path out = Files.createTempFile("bench", ".out");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command(jar, args))
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long peak = 0;
        while (process.isAlive()) {
            peak = Math.max(peak, kilobytes(process.pid(), "VmHWM"));
            process.waitFor(20, java.util.concurrent.TimeUnit.MILLISECONDS);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        String output = Files.readString(out);
        Files.delete(out);
        if (process.exitValue() != 0) throw new IllegalStateException(args + " ended with " + process.exitValue());
        return new Run(seconds, peak / 1024, output);
    }

    /** A figure of {@code /proc/PID/status}; 0 when the process is gone. */
    static long kilobytes(long pid, String figure) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith(figure + ":"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0; // gone between two looks
        }
    }
}
