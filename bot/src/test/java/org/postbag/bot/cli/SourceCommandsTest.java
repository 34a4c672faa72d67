package org.postbag.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postbag.posts.collect.http.WebStub;

/** Sources tried out, added, removed, exchanged and looked after on the command line, with a web server to read from. */
class SourceCommandsTest extends CommandTest {
    private static final String FEED =
            """
            <rss version="2.0"><channel><title>Harbour News</title><link>http://harbour.example.org/</link>
            <item><title>Bridge opens</title><link>http://harbour.example.org/bridge</link><guid>g1</guid>
            <author>ann@example.org (Ann)</author><category>city</category>
            <pubDate>Fri, 20 Nov 2026 08:00:00 GMT</pubDate>
            <description>The bridge opened. People walked.</description></item>
            </channel></rss>
            """;
    private static final String PAGE =
            """
            <html><head><title>Harbour</title><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head>
            <body><article class="item"><a href="/bridge">The bridge has opened</a></article></body></html>
            """;

    private WebStub web;

    @BeforeEach
    void start() throws IOException {
        web = new WebStub().on("/feed.xml", xml(FEED)).on("/", html(PAGE)).on("/index", html(PAGE));
        config("");
    }

    @AfterEach
    void stop() throws IOException {
        web.close();
    }

    private static WebStub.Handler xml(String body) {
        return WebStub.page("application/rss+xml", body.getBytes(StandardCharsets.UTF_8));
    }

    private static WebStub.Handler html(String body) {
        return WebStub.page("text/html; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
    }

    private void config(String lines) throws IOException {
        Files.writeString(folder.resolve("postbag.yaml"), "http: { allow-private: true }\nlang: en\n" + lines + "\n");
    }

    private String at(String path) {
        return web.at(path).toString();
    }

    private String file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text).toString();
    }

    private JsonNode listed(String id) throws IOException {
        assertThat(run("source", "list", "--json")).isZero();
        return lines().stream()
                .filter(line -> line.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

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
    @DisplayName("of a web page its feed is added, named by its title, read by the next pass, and removed again")
    void added() throws IOException {
        assertThat(run("source", "add", at("/"), "--tags", "local, news", "--weight", "2", "--json"))
                .isZero();
        assertThat(json().path("id").asText()).isEqualTo("harbour-news");
        assertThat(json().path("kind").asText()).isEqualTo("feed");
        assertThat(json().path("address").asText()).isEqualTo(at("/feed.xml"));
        JsonNode fresh = listed("harbour-news");
        assertThat(fresh.path("lastRead").isNull()).isTrue();
        assertThat(fresh.path("configured").asBoolean()).isFalse();
        assertThat(run("collect", "--json")).isZero();
        assertThat(json().path("sources").get(0).path("new").asInt()).isEqualTo(1);
        JsonNode read = listed("harbour-news");
        assertThat(read.path("posts").asInt()).isEqualTo(1);
        assertThat(read.path("lastSuccess").asText()).isEqualTo(NOW);
        assertThat(read.path("nextRead").asText()).isEqualTo("2026-11-20T10:10:00Z");
        assertThat(read.path("tags")).hasSize(2);
        assertThat(run("source", "remove", "harbour-news")).isZero();
        assertThat(run("source", "remove", "harbour-news")).isEqualTo(1);
        assertThat(err).contains("source list");
        run("post", "list", "--json");
        assertThat(lines()).as("its posts stay").hasSize(1);
        assertThat(run("source", "list")).isZero();
        assertThat(err).contains("postbag source add");
    }

    @Test
    @DisplayName("an id or address in use is refused, and what the configuration lists is removed there only")
    void refused() throws IOException {
        file("_posts/2026-11-20-a.md", "---\ntitle: A\n---\nText.\n");
        config("sources: [{ id: harbour-news, jekyll: ./_posts }]");
        assertThat(run("source", "add", at("/feed.xml"), "--json")).isZero();
        assertThat(json().path("id").asText()).isEqualTo("harbour-news-2");
        assertThat(run("source", "add", at("/"))).isEqualTo(1);
        assertThat(err).contains("'harbour-news-2' reads " + at("/feed.xml") + " already");
        assertThat(run("source", "add", folder.resolve("_posts").toString(), "--id", "b"))
                .isEqualTo(1);
        assertThat(err).contains("'harbour-news' reads");
        web.on("/other.xml", xml(FEED));
        assertThat(run("source", "add", at("/other.xml"), "--id", "harbour-news"))
                .isEqualTo(1);
        assertThat(err).contains("--id");
        assertThat(run("source", "remove", "harbour-news")).isEqualTo(1);
        assertThat(err).contains("configuration file");
    }

    @Test
    @DisplayName("pages with selectors, folders and repositories are added once they can be read")
    void addedKinds() throws Exception {
        file("site/_posts/2026-11-20-a.md", "---\ntitle: A\n---\nText.\n");
        String site = folder.resolve("site").toString();
        assertThat(run("source", "add", at("/"), "--id", "page", "--item", "article.item", "--link", "a@href"))
                .isZero();
        assertThat(run("source", "add", site, "--id", "folder")).isZero();
        assertThat(listed("page").path("kind").asText()).isEqualTo("page");
        assertThat(listed("folder").path("kind").asText()).isEqualTo("jekyll");
        assertThat(run("collect"))
                .as("single posts that are unreadable are no failure")
                .isZero();
        assertThat(err).as("the page's link leads nowhere").contains("/bridge");
        assertThat(run("source", "add", at("/"), "--item", "article[", "--kind", "page"))
                .isEqualTo(2);
        assertThat(err).contains("--item:").contains("no CSS selector");
        assertThat(run("source", "add", at("/index"), "--item", "p.none")).isEqualTo(1);
        assertThat(err).contains("nothing on the page matches");
        assertThat(run("source", "add", folder.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(err).contains("no such folder").contains("https://");
        assertThat(run("source", "add", at("/none.git"))).isEqualTo(1);
        assertThat(err).contains("none.git");
    }

    @Test
    @DisplayName("a password in an address is used and never shown")
    void passwords() throws IOException {
        String address = at("/feed.xml").replace("http://", "http://ann:sesame@");
        assertThat(run("source", "add", address)).isZero();
        assertThat(web.lastRequest().headers()).containsKey("authorization");
        assertThat(out).doesNotContain("sesame").contains("ann:********@");
        run("source", "add", address);
        assertThat(err).contains("already").doesNotContain("sesame");
        run("source", "list", "--json");
        assertThat(out).doesNotContain("sesame");
        web.on("/feed.xml", WebStub.status(410));
        run("collect", "--json");
        assertThat(out).contains("410").doesNotContain("sesame");
        run("source", "list", "--json");
        assertThat(out).contains("410").doesNotContain("sesame");
        config("sources: [{ id: a, feed: \"" + address
                + "\" }]\ndatabase: jdbc:postgresql://h/d?user=u&password=sesame");
        assertThat(run("config", "show")).isZero();
        assertThat(out).doesNotContain("sesame").contains("ann:********@");
    }

    @Test
    @DisplayName("options that cannot be meant are refused with what to write")
    void wrongUsage() throws IOException {
        assertThat(run("source", "add", at("/"), "--kind", "zip")).isEqualTo(2);
        assertThat(err).contains("feed, page, git or jekyll");
        assertThat(run("source", "add", at("/"), "--every", "soon")).isEqualTo(2);
        assertThat(err).contains("--every").contains("10m");
        assertThat(run("source", "add", at("/"), "--weight", "50")).isEqualTo(2);
        assertThat(err).contains("0.1 to 10");
        assertThat(run("source", "import", file("a.opml", "<opml/>"), "--every", "soon"))
                .isEqualTo(2);
        assertThat(err).contains("--every");
        assertThat(run("source", "import", folder.resolve("no.opml").toString()))
                .isEqualTo(2);
        assertThat(err).contains("There is no file").doesNotContain("Exception");
        assertThat(run("source", "import", file("b.opml", FEED))).isEqualTo(2);
        assertThat(err).contains("lists no feeds");
    }

    @Test
    @DisplayName(
            "OPML comes in with folders as tags; a bad line is told and the rest applied; again changes nothing; out again")
    void opml() throws IOException {
        String list = file(
                "list.opml",
                """
                <opml version="2.0"><body>
                <outline text="Tech"><outline text="A" type="rss" xmlUrl="https://a.example.org/feed"/></outline>
                <outline text="A" type="rss" xmlUrl="https://b.example.org/feed"/>
                <outline text="Bad" type="rss" xmlUrl="https://no host/feed"/>
                </body></opml>
                """);
        assertThat(run("source", "import", list, "--json")).isEqualTo(1);
        assertThat(json().path("feeds").asInt()).isEqualTo(3);
        assertThat(json().path("added").asInt()).isEqualTo(2);
        assertThat(json().path("rejected").get(0).path("address").asText()).isEqualTo("https://no host/feed");
        assertThat(json().path("rejected").get(0).path("problem").asText()).contains("not an address");
        run("source", "import", list, "--json");
        assertThat(json().path("added").asInt()).isZero();
        assertThat(json().path("unchanged").asInt()).isEqualTo(2);
        run("source", "list", "--json");
        assertThat(lines()).extracting(line -> line.path("id").asText()).containsExactlyInAnyOrder("a", "a-2");
        assertThat(listed("a").path("tags").get(0).asText()).isEqualTo("Tech");
        assertThat(run("source", "export")).isZero();
        String exported = file("exported.opml", out);
        assertThat(exported).isNotNull();
        assertThat(run("source", "import", exported, "--json")).isZero();
        assertThat(json().path("unchanged").asInt()).isEqualTo(2);
    }

    @Test
    @DisplayName("a list of thousands of feeds is taken in one go")
    void manyFeeds() throws IOException {
        StringBuilder list = new StringBuilder("<opml version='2.0'><body>");
        for (int i = 0; i < 2000; i++)
            list.append("<outline text='Same name' type='rss' xmlUrl='https://example.org/feed/")
                    .append(i)
                    .append("'/>");
        String many = file("many.opml", list.append("</body></opml>").toString());
        assertThat(run("source", "import", many, "--json")).isZero();
        assertThat(json().path("added").asInt()).isEqualTo(2000);
    }

    @Test
    @DisplayName("the list tells how a source fails, what to do, and when it is tried again")
    void health() throws IOException {
        config("sources: [{ id: broken, feed: \"" + at("/none.xml") + "\", every: 1h }]");
        assertThat(run("collect")).isEqualTo(1);
        JsonNode line = listed("broken");
        assertThat(line.path("failures").asInt()).isEqualTo(1);
        assertThat(line.path("error").asText()).contains("404").contains("look on the site");
        assertThat(line.path("nextRead").asText()).isEqualTo("2026-11-20T11:00:00Z");
        assertThat(run("source", "list")).isZero();
        assertThat(out).contains("failed").contains("next try 2026-11-20T11:00:00Z");
        web.on("/none.xml", WebStub.status(410));
        run("collect");
        assertThat(listed("broken").path("nextRead").isNull()).isTrue();
        run("source", "list");
        assertThat(out).contains("not tried again by itself").contains("410");
        web.on("/none.xml", xml(FEED));
        assertThat(run("collect"))
                .as("a source that has ended is read when told to")
                .isZero();
        assertThat(listed("broken").path("error").isNull()).isTrue();
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
