package org.postbag.posts.collect.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostilePageTest {
    private static final String PARAGRAPH =
            "<p>" + "Some words, and more words, that make a paragraph of text. ".repeat(6) + "</p>";

    private final ArticleExtractor extractor = new ArticleExtractor();

    private Extracted extract(String page) {
        return assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> extractor.extract(page.getBytes(StandardCharsets.UTF_8), null, "https://a.example/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>",
                "<span>",
                "<b>",
                "<blockquote>",
                "<table><tr><td>",
                "<article>",
                "<ul><li>",
                "<a href=x>"
            })
    @DisplayName("A hundred thousand nested elements neither overflow the stack nor take for ever")
    void nested(String tag) {
        assertThat(extract(tag.repeat(100_000) + PARAGRAPH)).isNotNull();
        assertThat(extract(PARAGRAPH + tag.repeat(100_000))).isNotNull();
    }

    @Test
    @DisplayName("Ten megabytes of paragraphs give the beginning of them")
    void large() {
        assertThat(extract(PARAGRAPH.repeat(10_000_000 / PARAGRAPH.length())).text())
                .startsWith("Some words");
    }

    @Test
    @DisplayName("Attributes of a megabyte are dropped, not matched against")
    void attributes() {
        String page = "<div class=\"" + "comment-".repeat(130_000) + "\" style=\"" + "a:b;".repeat(250_000) + "\">";
        assertThat(extract(page + PARAGRAPH.repeat(3)).text()).contains("Some words");
    }

    @Test
    @DisplayName("A title, heading or byline of a million separators is no riddle")
    void separators() {
        assertThat(extract("<title>" + " | a".repeat(250_000) + "</title><h1>" + "- ".repeat(250_000) + "</h1>"
                        + "<div class=byline>By " + "on ".repeat(100_000) + "</div>" + PARAGRAPH.repeat(3)))
                .isNotNull();
    }

    @Test
    @DisplayName("JSON-LD that nests for ever is ignored")
    void json() {
        String open = "{\"@type\":\"Article\",\"author\":".repeat(50_000);
        assertThat(extract("<script type=application/ld+json>" + open + "</script>" + PARAGRAPH.repeat(3))
                        .text())
                .contains("Some words");
    }

    @Test
    @DisplayName("Any soup of tags and any bytes have an answer")
    void soup() {
        Random random = new Random(20261122);
        String[] bits = {
            "<div>",
            "</div>",
            "<p>",
            "</p>",
            "<table>",
            "<tr>",
            "<td>",
            "</table>",
            "<b>",
            "</b>",
            "<a href='x'>",
            "</a>",
            "<select>",
            "<option>",
            "<svg>",
            "<math>",
            "<template>",
            "<noscript>",
            "</noscript>",
            "<img src='",
            ">",
            "\"",
            "<!--",
            "-->",
            "text, ",
            "中文，",
            "<h1>",
            "</h1>",
            "<form>",
            "<br>",
            "<article>",
            "<body>",
            "<frameset>"
        };
        for (int i = 0; i < 150; i++) {
            StringBuilder page = new StringBuilder();
            for (int n = random.nextInt(1500); n > 0; n--) page.append(bits[random.nextInt(bits.length)]);
            assertThat(extract(page.toString())).isNotNull();
            byte[] noise = new byte[random.nextInt(3000)];
            random.nextBytes(noise);
            assertThat(extractor.extract(noise, null, null)).isNotNull();
        }
    }
}
