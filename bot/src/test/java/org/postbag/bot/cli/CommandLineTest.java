package org.postbag.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The command line as scripts see it: documents on stdout, messages on stderr, exit codes. */
class CommandLineTest extends CommandTest {
    @BeforeEach
    void posts() throws IOException {
        Files.createDirectories(folder.resolve("_posts"));
        Files.writeString(
                folder.resolve("postbag.yaml"),
                "name: 晨报\nsources: [{ id: mine, jekyll: ./_posts }]\nweb: { port: 0 }\n");
        write(
                "2026-11-20-chips.md",
                "title: 芯片厂扩产\ndate: 2026-11-20T08:00:00Z\ntags: [科技]\nfrom: https://example.org/a\nmood: 高兴",
                "一家芯片厂宣布扩产，明年产能翻倍。\n\n第二段说的是用电。");
        write(
                "2026-11-19-river.md",
                "title: River cleaned up\ntags: [City]",
                "The river was cleaned by volunteers. They worked for a year.");
        write("2026-11-18-broken.md", "title: \"never closed\ntags: [", "x");
    }

    private void write(String name, String front, String body) throws IOException {
        Files.writeString(folder.resolve("_posts").resolve(name), "---\n" + front + "\n---\n" + body + "\n");
    }

    @Test
    @DisplayName("collect tells what it found; an unreadable post is listed and is no failure of the whole")
    void collect() throws IOException {
        assertThat(run("collect", "--json")).isZero();
        JsonNode source = json().path("sources").get(0);
        assertThat(source.path("new").asInt()).isEqualTo(2);
        assertThat(source.path("failed").asInt()).isEqualTo(1);
        assertThat(source.path("errors").get(0).path("where").asText()).contains("2026-11-18-broken.md");
        assertThat(source.path("errors").get(0).path("problem").asText()).isNotBlank();
        assertThat(run("collect", "--json")).isZero();
        assertThat(json().path("sources").get(0).path("unchanged").asInt()).isEqualTo(2);
        assertThat(run("collect", "nothing")).isEqualTo(2);
        assertThat(err).contains("known are mine");
    }

    @Test
    @DisplayName("a folder that is missing fails the source as a whole")
    void missingFolder() throws IOException {
        Files.writeString(folder.resolve("bad.yaml"), "sources: [{ id: gone, jekyll: ./nowhere }]\n");
        assertThat(run(
                        "collect",
                        "--json",
                        "--config",
                        folder.resolve("bad.yaml").toString()))
                .isEqualTo(1);
        assertThat(out).contains("does not exist");
    }

    @Test
    @DisplayName("posts are listed newest first with every field, shown whole, and found in either script")
    void posts_() throws IOException {
        run("collect");
        assertThat(run("post", "list", "--json")).isZero();
        List<JsonNode> posts = lines();
        assertThat(posts).hasSize(2);
        JsonNode chips = posts.get(0);
        for (String field : List.of(
                "id",
                "source",
                "path",
                "title",
                "date",
                "updated",
                "author",
                "url",
                "from",
                "lang",
                "tags",
                "categories",
                "summary",
                "words",
                "story",
                "meta")) assertThat(chips.has(field)).as(field).isTrue();
        assertThat(chips.path("title").asText()).isEqualTo("芯片厂扩产");
        assertThat(chips.path("meta").path("mood").asText()).isEqualTo("高兴");
        assertThat(chips.path("date").asText()).isEqualTo("2026-11-20T08:00:00Z");
        assertThat(posts.get(1).path("date").asText())
                .as("a file's date in the site's zone")
                .isEqualTo("2026-11-18T16:00:00Z");
        run("post", "list", "--tag", "City", "--json");
        assertThat(lines()).hasSize(1);
        run("post", "list", "--since", "12h", "--json");
        assertThat(lines()).hasSize(1);
        run("post", "show", chips.path("id").asText(), "--json");
        assertThat(json().path("text").asText()).startsWith("一家芯片厂").contains("第二段");
        assertThat(json().path("html").asText()).contains("<p>");
        run("post", "search", "擴產", "--json");
        assertThat(lines()).hasSize(1);
        assertThat(run("post", "show", "999")).isEqualTo(1);
        assertThat(err).contains("post list");
    }

    @Test
    @DisplayName("a preview needs no configuration, holds every form, and marks nothing")
    void preview() throws IOException {
        String dir = folder.resolve("_posts").toString();
        assertThat(run(
                        "digest",
                        "preview",
                        "--posts",
                        dir,
                        "--json",
                        "--config",
                        folder.resolve("postbag.yaml").toString()))
                .isZero();
        JsonNode digest = json();
        assertThat(digest.path("posts").asInt()).isEqualTo(2);
        assertThat(digest.path("sections")
                        .get(0)
                        .path("stories")
                        .get(0)
                        .path("lead")
                        .path("title")
                        .asText())
                .isNotBlank();
        run("digest", "preview", "--posts", dir, "--channel", "telegram");
        JsonNode call = json().get(0);
        assertThat(call.path("method").asText()).isEqualTo("sendMessage");
        assertThat(call.path("parse_mode").asText()).isEqualTo("HTML");
        assertThat(call.path("text").asText()).contains("芯片厂扩产");
        run("digest", "preview", "--posts", dir, "--channel", "email");
        assertThat(out).contains("MIME-Version: 1.0").contains("multipart/alternative");
        run("digest", "preview", "--posts", dir, "--channel", "text", "--lang", "en", "--tags", "City");
        assertThat(out).contains("River cleaned up").doesNotContain("芯片厂");
        run("digest", "preview", "--posts", dir, "--json", "--from", "2026-11-20T00:00:00Z");
        assertThat(json().path("posts").asInt()).isEqualTo(1);
        run(
                "digest",
                "preview",
                "--posts",
                dir,
                "--json",
                "--from",
                "2026-11-18T16:00:00Z",
                "--to",
                "2026-11-20T08:00:00Z");
        assertThat(json().path("posts").asInt()).as("half open").isEqualTo(1);
        assertThat(run("digest", "preview", "--posts", dir, "--channel", "fax")).isEqualTo(2);
        assertThat(run("digest", "preview", "--posts", folder.resolve("nowhere").toString()))
                .isEqualTo(2);
        assertThat(err).contains("does not exist");
    }

    @Test
    @DisplayName("subscribers are added, changed, paused and removed, and their next digests told")
    void subscribers() throws IOException {
        assertThat(run("subscriber", "add", "telegram:42", "--tags", "科技,City", "--at", "07:30", "--json"))
                .isZero();
        JsonNode added = json();
        assertThat(added.path("status").asText()).isEqualTo("active");
        assertThat(added.path("nextDue").asText()).isEqualTo("2026-11-20T23:30:00Z");
        assertThat(run("subscriber", "add", "email:me@example.org", "--lang", "en", "--json"))
                .isZero();
        assertThat(json().path("status").asText()).isEqualTo("pending");
        assertThat(Files.list(folder.resolve("data/outbox/email")))
                .as("the question was mailed")
                .hasSize(1);
        run(
                "subscriber",
                "set",
                "telegram:42",
                "--zone",
                "Europe/London",
                "--days",
                "mon,thu",
                "--quiet",
                "23:00-07:00",
                "--length",
                "long",
                "--mute",
                "足球",
                "--json");
        assertThat(json().path("days").asText()).isEqualTo("mon,thu");
        assertThat(json().path("quiet").asText()).isEqualTo("23:00-07:00");
        run("subscriber", "due", "telegram:42", "--count", "2", "--json");
        assertThat(out.strip()).isEqualTo("[\"2026-11-23T07:30:00Z\",\"2026-11-26T07:30:00Z\"]");
        run("subscriber", "list", "--json");
        assertThat(lines()).hasSize(2);
        assertThat(run("subscriber", "pause", "telegram:42", "--for", "3d", "--json"))
                .isZero();
        assertThat(json().path("pausedUntil").asText()).isEqualTo("2026-11-23T10:00:00Z");
        assertThat(run("subscriber", "resume", "telegram:42")).isZero();
        assertThat(run("subscriber", "resume", "telegram:42")).isEqualTo(1);
        assertThat(run("subscriber", "block", "telegram:42")).isZero();
        assertThat(run("subscriber", "approve", "telegram:42", "--json")).isZero();
        assertThat(run("subscriber", "erase", "telegram:42")).isZero();
        assertThat(run("subscriber", "show", "telegram:42")).isEqualTo(1);
    }

    @Test
    @DisplayName("what cannot be meant is refused with what to write instead")
    void wrongUsage() {
        assertThat(run("subscriber", "add", "pigeon:1")).isEqualTo(2);
        assertThat(err).contains("telegram:").contains("email:");
        assertThat(run("subscriber", "add", "telegram:1", "--zone", "Asia/Shangai"))
                .isEqualTo(2);
        assertThat(err).contains("did you mean Asia/Shanghai?");
        assertThat(run("subscriber", "add", "telegram:1", "--at", "25:00")).isEqualTo(2);
        assertThat(run("subscriber", "add", "telegram:1", "--days", "never")).isEqualTo(2);
        assertThat(run("colect")).isEqualTo(2);
        assertThat(err).contains("collect");
        assertThat(run("digest")).isEqualTo(2);
        assertThat(run("delivery", "list", "--status", "lost")).isEqualTo(2);
    }

    @Test
    @DisplayName("send counts what was due; the sum is exact; a dry run sends nothing; the ledger lists each")
    void send() throws IOException {
        run("subscriber", "add", "telegram:42", "--now", "2026-11-19T10:00:00Z");
        run("subscriber", "add", "email:me@example.org", "--confirmed", "--now", "2026-11-19T10:00:00Z");
        run("collect", "--now", "2026-11-20T08:30:00Z");
        assertThat(run("digest", "send", "--dry-run", "--json", "--now", "2026-11-20T23:31:00Z"))
                .isZero();
        assertThat(json().path("due").asInt()).isEqualTo(2);
        assertThat(Files.exists(folder.resolve("data/outbox/telegram"))).isFalse();
        assertThat(run("digest", "send", "--json", "--now", "2026-11-20T23:31:00Z"))
                .isZero();
        assertThat(json().path("sent").asInt()).isEqualTo(2);
        run("digest", "send", "--json", "--now", "2026-11-20T23:32:00Z");
        assertThat(json().path("due").asInt()).isZero();
        run("delivery", "list", "--status", "sent", "--json");
        assertThat(lines()).hasSize(2);
        for (String field : List.of(
                "id", "address", "due", "status", "attempts", "uncertain", "posts", "sentAt", "error", "messageIds"))
            assertThat(lines().get(0).has(field)).as(field).isTrue();
        assertThat(run("delivery", "show", lines().get(0).path("id").asText(), "--json"))
                .isZero();
        assertThat(run("delivery", "show", "999")).isEqualTo(1);
    }

    @Test
    @DisplayName("the configuration is written once, checked whole, and shown without secrets")
    void config() throws IOException {
        String fresh = folder.resolve("fresh.yaml").toString();
        assertThat(run("config", "init", "--config", fresh)).isZero();
        assertThat(run("config", "init", "--config", fresh)).isEqualTo(1);
        assertThat(run("config", "check", "--config", fresh)).isZero();
        Files.writeString(folder.resolve("wrong.yaml"), "nam: x\nzone: nowhere\n");
        assertThat(run(
                        "config",
                        "check",
                        "--json",
                        "--config",
                        folder.resolve("wrong.yaml").toString()))
                .isEqualTo(2);
        assertThat(json().path("problems")).hasSize(2);
        assertThat(run("collect", "--config", folder.resolve("wrong.yaml").toString()))
                .isEqualTo(2);
        assertThat(err).contains("line 1").contains("line 2");
        run("config", "show", "--json");
        assertThat(json().path("digest").path("per-tag").asInt()).isEqualTo(5);
        assertThat(runWith(Map.of("POSTBAG_TELEGRAM_TOKEN", "sesame"), "config", "show"))
                .isZero();
        assertThat(out).contains("token: '********'").doesNotContain("sesame");
    }

    @Test
    @DisplayName("a second serve on the same embedded database is refused, and a taken port is told in one line")
    void serve() throws Exception {
        Session session = new Session(System.out, System.err, Map.of(), Clock.systemUTC());
        session.use(folder.resolve("postbag.yaml"), null);
        try (org.postbag.bot.app.Service first = org.postbag.bot.app.Service.start(session.open())) {
            assertThat(run("serve")).isEqualTo(2);
            assertThat(err).contains("another 'serve' is running");
            String port = first.addresses().replaceAll(".*:", "");
            Files.writeString(folder.resolve("other.yaml"), "data: ./other\nweb: { port: " + port + " }\n");
            assertThat(run("serve", "--config", folder.resolve("other.yaml").toString()))
                    .isEqualTo(1);
            assertThat(err).contains("web.port").doesNotContain("\tat ");
        }
    }

    @Test
    @DisplayName("names that are not known are told with the nearest that is")
    void unknownNames() {
        run("collect");
        assertThat(run("post", "list", "--source", "mime")).isEqualTo(2);
        assertThat(err).contains("did you mean 'mine'?");
        assertThat(run("post", "list", "--tag", "Ciity")).isZero();
        assertThat(err).contains("did you mean 'City'?");
        assertThat(run("post", "list", "--now", "tomorrow")).isEqualTo(2);
        assertThat(err).contains("2026-11-20T07:30:00Z");
        assertThat(run("subscriber", "add", "telegram:1", "--days", "funday")).isEqualTo(2);
        assertThat(err).contains("--days: 'funday'");
    }

    @Test
    @DisplayName("an operator's own phrases, of digests and of the conversation, stand side by side")
    void ownPhrases() throws IOException {
        Path templates = Files.createDirectories(folder.resolve("templates"));
        Files.writeString(templates.resolve("conversation_zh.properties"), "tags.none=一篇也没有\n");
        Files.writeString(templates.resolve("wording_zh.properties"), "weekday.none=x\n");
        Files.writeString(folder.resolve("own.yaml"), "templates: ./templates\n");
        assertThat(run(
                        "subscriber",
                        "list",
                        "--config",
                        folder.resolve("own.yaml").toString()))
                .isEqualTo(2);
        assertThat(err).contains("wording_zh.properties").contains("weekday.none");
        assertThat(run("config", "check", "--config", folder.resolve("own.yaml").toString()))
                .isEqualTo(2);
        assertThat(err).contains("weekday.none");
        Files.delete(templates.resolve("wording_zh.properties"));
        assertThat(run(
                        "subscriber",
                        "list",
                        "--config",
                        folder.resolve("own.yaml").toString()))
                .isZero();
    }

    @Test
    @DisplayName(
            "the file that init writes is in order with every example in it put to use, and shows every kind of source")
    void initShowsAll() throws IOException {
        Path file = folder.resolve("all.yaml");
        run("config", "init", "--config", file.toString());
        String text = Files.readString(file);
        assertThat(text)
                .contains("weight:", "propose:", "user-agent:", "zone:", "feed:", "page:", "git:", "full-text:");
        String used = text.replaceAll("(?m)^# ( *(- )?[a-z-]+:.*)$", "$1");
        Files.writeString(file, used);
        Files.writeString(folder.resolve("dkim.pem"), "no key");
        Map<String, String> environment = Map.of("TELEGRAM_TOKEN", "1:a", "LLM_KEY", "k", "IMAP_PASSWORD", "p");
        assertThat(runWith(environment, "config", "check", "--config", file.toString()))
                .isEqualTo(2);
        assertThat(err.lines())
                .singleElement()
                .asString()
                .contains("email.dkim.key-file")
                .contains("no private key");
        Files.writeString(file, used.replaceAll("(?m)^ *dkim:.*$", ""));
        assertThat(runWith(environment, "config", "check", "--config", file.toString()))
                .as(err + used)
                .isZero();
    }
}
