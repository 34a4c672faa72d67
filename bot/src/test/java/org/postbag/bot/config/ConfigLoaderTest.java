package org.postbag.bot.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postbag.posts.Origin;

class ConfigLoaderTest {
    @TempDir
    Path folder;

    private Config load(String yaml, Map<String, String> environment) throws IOException {
        Path file = folder.resolve("postbag.yaml");
        Files.writeString(file, yaml);
        return new ConfigLoader(environment).load(file, true).config();
    }

    private List<ConfigProblem> problems(String yaml) {
        return catchThrowableOfType(ConfigException.class, () -> load(yaml, Map.of()))
                .problems();
    }

    @Test
    @DisplayName("without a file everything has its default")
    void defaults() {
        Config config = new ConfigLoader(Map.of())
                .load(folder.resolve("absent.yaml"), false)
                .config();
        assertThat(config.digest().perTag()).isEqualTo(5);
        assertThat(config.zone().getId()).isEqualTo("Asia/Shanghai");
        assertThat(config.database()).startsWith("jdbc:sqlite:").contains(folder.toString());
        assertThat(config.email().smtp()).isEmpty();
    }

    @Test
    @DisplayName("every mistake is told at once, with its line, its key and the nearest key there is")
    void allMistakes() {
        List<ConfigProblem> problems = problems(
                """
                name: x
                zone: Asia/Shangai
                digets: {}
                digest:
                  per-tag: many
                  at: 25:00
                telegram: { tokn: a }
                sources:
                  - id: a
                    jekyll: ./a
                  - id: a
                    jekyll: ./b
                """);
        assertThat(problems).extracting(ConfigProblem::line).containsExactlyInAnyOrder(2, 3, 5, 6, 7, 11);
        assertThat(problems.toString())
                .contains("did you mean Asia/Shanghai")
                .contains("did you mean 'digest'")
                .contains("did you mean 'token'")
                .contains("used twice");
    }

    @Test
    @DisplayName("any key comes from the environment too, from a file where it says so, and ${…} inside a value")
    void environment() throws IOException {
        Path secret = folder.resolve("secret");
        Files.writeString(secret, "hidden\n");
        Config config = load(
                "email: { smtp: [{ host: \"${MAIL_HOST}\" }] }",
                Map.of(
                        "MAIL_HOST", "mail.example.org",
                        "POSTBAG_SMTP_PASSWORD_FILE", secret.toString(),
                        "POSTBAG_DIGEST_PER_TAG", "9",
                        "POSTBAG_TELEGRAM_ADMINS", "1,2"));
        assertThat(config.email().smtp().get(0).host()).isEqualTo("mail.example.org");
        assertThat(config.email().smtp().get(0).password()).isEqualTo("hidden");
        assertThat(config.digest().perTag()).isEqualTo(9);
        assertThat(config.telegram().admins()).containsExactly(1L, 2L);
    }

    @Test
    @DisplayName("secrets are masked when shown and absent from messages")
    void secrets() throws IOException {
        Path file = folder.resolve("postbag.yaml");
        Files.writeString(file, "telegram: { token: sesame }\nemail: { smtp: { password: sesame } }\n");
        ConfigLoader.Loaded loaded = new ConfigLoader(Map.of()).load(file, true);
        assertThat(loaded.shown().toString()).doesNotContain("sesame").contains("********");
        assertThat(loaded.config().toString()).doesNotContain("sesame");
    }

    @Test
    @DisplayName("relative paths are below the file's folder; durations and sizes are read as written")
    void values() throws IOException {
        Config config = load(
                """
                sources: [{ id: s, jekyll: ./posts, every: 90s }]
                http: { max-bytes: 2MB, timeout: 5s }
                """,
                Map.of());
        assertThat(config.sources().get(0).origin()).isEqualTo(new Origin.Jekyll(folder.resolve("posts")));
        assertThat(config.sources().get(0).every()).isEqualTo(Duration.ofSeconds(90));
        assertThat(config.http().maxBytes()).isEqualTo(2L << 20);
    }

    @Test
    @DisplayName("what is no YAML, a bomb or too deep is refused with its line")
    void notYaml() {
        assertThat(problems("name: [x\nzone: y").get(0).problem()).contains("not YAML");
        String bomb = "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n"
                + "c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n";
        assertThat(problems(bomb.repeat(3))).isNotEmpty();
        assertThat(problems("name: " + "[".repeat(5000))).isNotEmpty();
    }

    @Test
    @DisplayName("a source's weight and zone, proposed tags and the name that servers see are read as written")
    void newKeys() throws IOException {
        Config config = load(
                """
                url: http://postbag.example.org/新闻
                sources: [{ id: s, feed: "https://example.org/f", weight: 2.5, zone: Europe/London }, { id: t, jekyll: ./t }]
                tags: { propose: true }
                """,
                Map.of());
        assertThat(config.sources().get(0).weight()).isEqualTo(2.5);
        assertThat(config.sources().get(0).zone().getId()).isEqualTo("Europe/London");
        assertThat(config.sources().get(1).weight()).isEqualTo(1);
        assertThat(config.tags().propose()).isTrue();
        assertThat(config.http().userAgent())
                .as("names where to ask, in ASCII")
                .isEqualTo("Postbag/0.1 (+http://postbag.example.org/%E6%96%B0%E9%97%BB)");
        assertThat(load("http: { user-agent: \"Mine/1 (+https://me.example.org)\" }", Map.of())
                        .http()
                        .userAgent())
                .isEqualTo("Mine/1 (+https://me.example.org)");
    }

    @Test
    @DisplayName("values that would break a request or a pass are refused under their own key")
    void valuesOutOfRange() {
        assertThat(
                        problems(
                                """
                        sources: [{ id: s, jekyll: ./s, weight: 50, every: 0s }]
                        tags: { propose: maybe }
                        http: { user-agent: "阅读器/1", max-bytes: 2GB, timeout: 0s }
                        """))
                .extracting(ConfigProblem::key)
                .containsExactlyInAnyOrder(
                        "sources[0].weight",
                        "sources[0].every",
                        "tags.propose",
                        "http.user-agent",
                        "http.max-bytes",
                        "http.timeout");
        assertThat(problems("http: { user-agent: \"Mine/1\\r\\nHost: evil.example.org\" }"))
                .extracting(ConfigProblem::key)
                .containsExactly("http.user-agent");
    }

    @Test
    @DisplayName("mistakes in a page's selectors are told under the selector's key")
    void selectors() {
        List<ConfigProblem> problems = problems(
                """
                sources:
                  - id: city
                    page: https://example.org/news/
                    item: "article["
                    link: "a@"
                    title: h2
                """);
        assertThat(problems).extracting(ConfigProblem::key).containsExactly("sources[0].item", "sources[0].link");
        assertThat(problems).extracting(ConfigProblem::line).containsExactly(4, 5);
    }

    @Test
    @DisplayName("two sources that read the same place are a mistake; one page may be read by two selectors")
    void samePlace() throws IOException {
        List<ConfigProblem> problems = problems(
                """
                sources:
                  - { id: a, feed: "https://example.org/f" }
                  - { id: b, feed: "https://example.org/f", full-text: true }
                  - { id: c, jekyll: ./x }
                  - { id: d, jekyll: ./x/ }
                """);
        assertThat(problems).extracting(ConfigProblem::key).containsExactly("sources[1].feed", "sources[3].jekyll");
        assertThat(problems.get(0).problem()).contains("'a'");
        assertThat(load(
                                """
                                sources:
                                  - { id: a, page: "https://example.org/", item: .news }
                                  - { id: b, page: "https://example.org/", item: .sport }
                                  - { id: c, git: "https://example.org/s.git", path: zh }
                                  - { id: d, git: "https://example.org/s.git", path: en }
                                """,
                                Map.of())
                        .sources())
                .hasSize(4);
    }
}
