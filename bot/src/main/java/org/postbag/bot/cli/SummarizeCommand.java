package org.postbag.bot.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.summary.Budget;
import org.postbag.posts.summary.Draft;
import org.postbag.posts.summary.ExtractiveSummarizer;
import org.postbag.posts.summary.Summarizer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code summarize}: JSON lines in, JSON lines out, nothing else touched. */
@Command(
        name = "summarize",
        description =
                "Reads JSON lines {\"id\",\"lang\"?,\"title\"?,\"text\"} from stdin and writes {\"id\",\"summary\"} in the same order.")
final class SummarizeCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--max-chars", paramLabel = "N", description = "at most so many code points, an ellipsis included")
    int maxChars;

    @Option(names = "--max-words", paramLabel = "N", description = "at most so many words")
    int maxWords;

    @Option(names = "--sentences", paramLabel = "N", description = "at most so many sentences")
    int sentences;

    SummarizeCommand(Session session) {
        this.session = session;
    }

    /** A line of the answer; {@code id} as it came. */
    record Summary(@Nullable JsonNode id, String summary) {}

    @Override
    public Integer call() throws IOException {
        if (maxChars < 0 || maxWords < 0 || sentences < 0) throw new WrongUsage("limits must be 1 or more");
        boolean unlimited = maxChars == 0 && maxWords == 0 && sentences == 0;
        Budget budget = unlimited ? new Budget(0, 0, 2) : new Budget(maxChars, maxWords, sentences);
        Summarizer summarizer = new ExtractiveSummarizer();
        boolean failed = false;
        int number = 0;
        StringBuilder out = new StringBuilder();
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8), 1 << 16)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                if (line.isBlank()) continue;
                try {
                    out.append(Json.text(summary(summarizer, line, budget))).append('\n');
                } catch (JsonProcessingException | WrongUsage e) {
                    failed = true;
                    session.err()
                            .println("line " + number + " is passed over: "
                                    + String.valueOf(e.getMessage())
                                            .lines()
                                            .findFirst()
                                            .orElse(""));
                }
                if (out.length() > 1 << 16) flush(out);
            }
        }
        flush(out);
        return failed ? Faults.FAILED : 0;
    }

    private void flush(StringBuilder out) {
        session.out().print(out);
        session.out().flush();
        out.setLength(0);
    }

    private static Summary summary(Summarizer summarizer, String line, Budget budget) throws JsonProcessingException {
        JsonNode item = Json.mapper().readTree(line);
        if (!item.path("text").isTextual()) throw new WrongUsage("it must be a JSON object with a \"text\"");
        Draft draft = new Draft(
                text(item, "lang"), text(item, "title"), item.path("text").asText());
        return new Summary(item.get("id"), summarizer.summarize(draft, budget));
    }

    private static @Nullable String text(JsonNode item, String key) {
        return item.path(key).isTextual() ? item.path(key).asText() : null;
    }
}
