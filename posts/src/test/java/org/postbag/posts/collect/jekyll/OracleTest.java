package org.postbag.posts.collect.jekyll;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postbag.posts.collect.RawPost;
import org.postbag.posts.collect.SharedFolder;

/** Compares with what Jekyll itself read from the real posts in {@code ../shared/posts}. */
class OracleTest {
    /** Path, and why Postbag reads it otherwise on purpose. */
    private static final Map<String, String> DELIBERATE = Map.of();

    private final JekyllParser parser = new JekyllParser();

    @Test
    void everyFileIsReadAsJekyllReadsIt() throws Exception {
        Path posts = SharedFolder.at("posts");
        List<String> differences = new ArrayList<>();
        int files = 0;
        for (String line : Files.readAllLines(SharedFolder.at("posts-oracle.jsonl"))) {
            JsonNode expected = new ObjectMapper().readTree(line);
            String file = expected.get("file").asText();
            files++;
            byte[] bytes = Files.readAllBytes(posts.resolve(file));
            Parsed utc = parser.parse(file, bytes, ZoneId.of("UTC"));
            Parsed shanghai = parser.parse(file, bytes, ZoneId.of("Asia/Shanghai"));
            String difference = difference(expected, utc, shanghai);
            if (!difference.isEmpty() && !DELIBERATE.containsKey(file)) differences.add(file + ": " + difference);
        }
        assertThat(differences).isEmpty();
        assertThat(files).isEqualTo(329);
    }

    private static String difference(JsonNode expected, Parsed utc, Parsed shanghai) {
        String status = expected.get("status").asText();
        if (utc instanceof Parsed.NotADocument) return status.startsWith("not a document") ? "" : "not a document";
        if (utc instanceof Parsed.Unreadable bad) return "unreadable: " + bad;
        RawPost post = post(utc);
        String is = utc instanceof Parsed.Published ? "post" : "unpublished";
        if (!is.equals(status)) return "is " + is + ", Jekyll: " + status;
        StringBuilder out = new StringBuilder();
        compare(out, "title", expected.get("title").asText(), post.title());
        compare(out, "tags", words(expected.get("tags")), post.tags());
        compare(out, "categories", words(expected.get("categories")), post.categories());
        compare(
                out,
                "author",
                expected.get("author").isNull() ? null : expected.get("author").asText(),
                post.author());
        compare(out, "date", Instant.parse(expected.get("date").asText()), post.date());
        compare(
                out,
                "date in Shanghai",
                Instant.parse(expected.get("date_if_site_tz_is_Asia/Shanghai").asText()),
                post(shanghai).date());
        return out.toString();
    }

    private static RawPost post(Parsed parsed) {
        return parsed instanceof Parsed.Published published ? published.post() : ((Parsed.Unpublished) parsed).post();
    }

    private static List<String> words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(word -> words.add(word.asText()));
        return words;
    }

    private static void compare(StringBuilder out, String what, Object expected, Object is) {
        if (!java.util.Objects.equals(expected, is))
            out.append(what)
                    .append(' ')
                    .append(is)
                    .append(", Jekyll: ")
                    .append(expected)
                    .append("; ");
    }
}
