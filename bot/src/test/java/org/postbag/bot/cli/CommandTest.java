package org.postbag.bot.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** Types commands in a folder of its own, and looks at what they print. */
abstract class CommandTest {
    private static final JsonMapper JSON = new JsonMapper();
    static final String NOW = "2026-11-20T10:00:00Z";

    @TempDir
    Path folder;

    String out = "";
    String err = "";

    final int run(String... args) {
        return runWith(Map.of(), args);
    }

    final int runWith(Map<String, String> environment, String... args) {
        ByteArrayOutputStream o = new ByteArrayOutputStream();
        ByteArrayOutputStream e = new ByteArrayOutputStream();
        PrintStream outStream = new PrintStream(o, true, StandardCharsets.UTF_8);
        PrintStream errStream = new PrintStream(e, true, StandardCharsets.UTF_8);
        List<String> all = new ArrayList<>(Arrays.asList(args));
        if (!all.contains("--config"))
            all.addAll(List.of("--config", folder.resolve("postbag.yaml").toString()));
        if (!all.contains("--now")) all.addAll(List.of("--now", NOW));
        Session session = new Session(outStream, errStream, environment, Clock.systemUTC());
        int exit = RootCommand.commandLine(session).execute(all.toArray(new String[0]));
        out = o.toString(StandardCharsets.UTF_8);
        err = e.toString(StandardCharsets.UTF_8);
        return exit;
    }

    final JsonNode json() throws IOException {
        return JSON.readTree(out);
    }

    final List<JsonNode> lines() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : out.lines().toList()) lines.add(JSON.readTree(line));
        return lines;
    }
}
