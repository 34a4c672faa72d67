package org.postbag.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postbag.posts.collect.http.WebStub;

/** Sources added, removed, exchanged and looked after on the command line. */
class SourceCommandsTest extends WebCommandTest {
    private JsonNode listed(String id) throws IOException {
        assertThat(run("source", "list", "--json")).isZero();
        return lines().stream()
                .filter(line -> line.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
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
}
