package org.postbag.bot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.postbag.bot.delivery.DigestBench;
import org.postbag.bot.telegram.TelegramBench;

/** Runs every benchmark and writes the table; {@code mvn -Pbench verify} calls it with the jar and the table's file. */
public final class Benchmarks {
    private Benchmarks() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path jar = Path.of(args[0]).toAbsolutePath();
        Path table = Path.of(args[1]).toAbsolutePath();
        Run.train(jar);
        List<Line> lines = new ArrayList<>();
        lines.addAll(new CollectBench(jar).run());
        lines.addAll(new FeedBench(jar).run());
        lines.addAll(new DigestBench().run());
        lines.addAll(new MailBench(jar, table.resolveSibling(".ci/tools")).run());
        lines.addAll(new ServeBench(jar).run());
        lines.addAll(new TelegramBench(Run.command(jar, List.of())).run());
        StringBuilder text = new StringBuilder();
        text.append("# Benchmarks\n\nWritten by `mvn -B -Pbench verify`, on ")
                .append(Runtime.getRuntime().availableProcessors())
                .append(" cores, Java ")
                .append(Runtime.version().feature())
                .append(".\n\n| what | measured | wanted | |\n| --- | --- | --- | --- |\n");
        for (Line line : lines)
            text.append("| ")
                    .append(line.what())
                    .append(" | ")
                    .append(line.measured())
                    .append(" | ")
                    .append(line.wanted())
                    .append(" | ")
                    .append(line.held() ? "held" : "**missed**")
                    .append(" |\n");
        Files.writeString(table, text);
        System.out.print(text);
        if (lines.stream().anyMatch(line -> !line.held())) System.exit(1);
    }
}
