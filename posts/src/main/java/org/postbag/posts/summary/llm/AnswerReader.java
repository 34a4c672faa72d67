package org.postbag.posts.summary.llm;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the two summaries in what a model wrote: the first JSON object after its thoughts, whatever fences or words
 * stand around it. Pure and thread safe.
 */
final class AnswerReader {
    private static final Pattern THOUGHTS =
            Pattern.compile("<(think|thinking|reasoning)>.*?</\\1>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    /** Templates that open the block themselves leave its end alone in the answer. */
    private static final Pattern END_OF_THOUGHT =
            Pattern.compile("^.*</(?:think|thinking|reasoning)>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private static final Pattern OPEN_THOUGHT =
            Pattern.compile("<(?:think|thinking|reasoning)>.*", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(20).build())
                    .build())
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** One line each, neither of them blank. */
    record Pair(String brief, String full) {}

    Optional<Pair> read(String content) {
        String said = THOUGHTS.matcher(content).replaceAll("");
        said = END_OF_THOUGHT.matcher(said).replaceFirst("");
        said = OPEN_THOUGHT.matcher(said).replaceFirst("");
        int start = said.indexOf('{');
        if (start < 0) return Optional.empty();
        JsonNode node;
        try {
            node = json.readTree(said.substring(start));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
        String brief = line(node.path("short"));
        String full = line(node.path("long"));
        return brief.isEmpty() || full.isEmpty() ? Optional.empty() : Optional.of(new Pair(brief, full));
    }

    private static String line(JsonNode node) {
        return node.isTextual()
                ? node.asText().replaceAll("[\\s\\u00a0\\u3000]+", " ").strip()
                : "";
    }
}
