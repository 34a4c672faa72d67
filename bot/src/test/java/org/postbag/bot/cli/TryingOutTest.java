package org.postbag.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Sources and articles tried out on the command line; nothing is kept. */
class TryingOutTest extends WebCommandTest {
    @Test
    @DisplayName(
            "a feed is tried out from a file, from an address and by its id, alike, every name as the contract has it")
    void tried() throws IOException {
        config("sources: [{ id: harbour, feed: \"" + at("/feed.xml") + "\" }]");
        assertThat(run("source", "test", "--json", file("feed.xml", FEED), at("/feed.xml"), "harbour"))
                .isZero();
        assertThat(lines()).hasSize(3);
        for (JsonNode line : lines()) {
            assertThat(line.fieldNames()).toIterable().containsExactly("input", "kind", "title", "url", "entries");
            assertThat(line.path("kind").asText()).isEqualTo("rss");
            assertThat(line.path("title").asText()).isEqualTo("Harbour News");
            JsonNode entry = line.path("entries").get(0);
            assertThat(entry.fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder(
                            "id", "title", "url", "published", "updated", "author", "tags", "summary", "content");
            assertThat(entry.path("published").asText()).isEqualTo("2026-11-20T08:00:00Z");
            assertThat(entry.path("author").asText()).contains("Ann");
            assertThat(entry.path("tags").get(0).asText()).isEqualTo("city");
        }
        assertThat(run("source", "test", "harbour")).isZero();
        assertThat(out).contains("Harbour News", "1 entries", "Bridge opens", "[city]");
    }

    @Test
    @DisplayName("a folder of posts, one post and a web page are tried out as what they are")
    void otherKinds() throws IOException {
        String post = file("_posts/2026-11-20-a.md", "---\ntitle: A\n---\nText of A.\n");
        String page = file(
                "page.html",
                "<html><body>"
                        + "<article><a href='/news/2026/first-headline'>A long enough headline of the first</a></article>"
                        + "<article><a href='/news/2026/second-headline'>A long enough headline of the second</a></article>"
                        + "<article><a href='/news/2026/third-headline'>A long enough headline of the third</a></article></body></html>");
        assertThat(run("source", "test", "--json", folder.resolve("_posts").toString(), post, page))
                .isZero();
        assertThat(lines()).extracting(line -> line.path("kind").asText()).containsExactly("jekyll", "jekyll", "page");
        assertThat(lines().get(2).path("entries")).hasSize(3);
    }

    @Test
    @DisplayName(
            "what cannot be read has an error in its line and the exit code says so; the others are read all the same")
    void errors() throws IOException {
        assertThat(run("source", "test", "--json", "nothing-here", at("/gone"), "http://", at("/feed.xml")))
                .isEqualTo(1);
        List<JsonNode> lines = lines();
        assertThat(lines.get(0).path("error").asText()).contains("no file or source of this name");
        assertThat(lines.get(1).path("error").asText()).contains("404");
        assertThat(lines.get(2).path("error").asText()).contains("not an address");
        for (int i = 0; i < 3; i++) assertThat(lines.get(i).has("entries")).isFalse();
        assertThat(lines.get(3).path("entries")).hasSize(1);
        assertThat(run("source", "test", "nothing-here")).isEqualTo(1);
        assertThat(err).contains("nothing-here: there is no file");
    }

    @Test
    @DisplayName("addresses of this machine are not read unless allowed, and the message names the setting")
    void privateAddresses() throws IOException {
        Files.writeString(folder.resolve("postbag.yaml"), "name: x\n");
        assertThat(run("source", "test", at("/feed.xml"))).isEqualTo(1);
        assertThat(err).contains("http.allow-private: true");
        assertThat(run("source", "add", at("/feed.xml"))).isEqualTo(1);
        assertThat(err).contains("http.allow-private: true");
        assertThat(run("post", "extract", at("/"))).isEqualTo(1);
        assertThat(err).contains("http.allow-private: true");
        assertThat(web.requests()).isEmpty();
    }

    @Test
    @DisplayName("articles are taken out of saved pages and of addresses, a line each")
    void extract() throws IOException {
        String sentence =
                "The old harbour bridge was opened to walkers on Friday after two years of repairs, and many came. ";
        String article = "<html lang=en><head><title>Bridge opens - Harbour News</title>"
                + "<meta name=author content='Ann Lee'>"
                + "<meta property='article:published_time' content='2026-11-20T08:00:00Z'></head><body><nav><a href=/>Home</a></nav>"
                + "<article><h1>Bridge opens</h1><p>" + sentence.repeat(3) + "</p><p>" + sentence.repeat(3)
                + "</p></article><footer>Imprint</footer></body></html>";
        web.on("/bridge", html(article));
        assertThat(run("post", "extract", "--json", file("bridge.html", article), at("/bridge")))
                .isZero();
        for (JsonNode line : lines()) {
            assertThat(line.fieldNames())
                    .toIterable()
                    .containsExactly("input", "title", "byline", "published", "lang", "text", "html");
            assertThat(line.path("title").asText()).isEqualTo("Bridge opens");
            assertThat(line.path("byline").asText()).isEqualTo("Ann Lee");
            assertThat(line.path("published").asText()).isEqualTo("2026-11-20T08:00:00Z");
            assertThat(line.path("text").asText()).startsWith("The old harbour").doesNotContain("Imprint");
            assertThat(line.path("html").asText()).contains("<p>");
        }
        assertThat(run("post", "extract", "--json", "no.html", at("/none"), file("empty.html", "<html></html>")))
                .isEqualTo(1);
        assertThat(lines().get(0).path("error").asText()).contains("no such file");
        assertThat(lines().get(1).path("error").asText()).contains("404");
        assertThat(lines().get(2).path("error").asText()).contains("no article");
    }
}
