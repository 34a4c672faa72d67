package org.postbag.posts.collect.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.posts.Origin;
import org.postbag.posts.Post;
import org.postbag.posts.Source;
import org.postbag.posts.SourceReport;
import org.postbag.posts.collect.Progress;
import org.postbag.posts.collect.SourceReader;
import org.postbag.posts.collect.WebSourceTest;
import org.postbag.posts.collect.http.WebStub;
import org.postbag.posts.collect.page.ArticleFetcher;
import org.postbag.posts.collect.page.RobotsBook;
import org.postbag.posts.store.PostQuery;
import org.postbag.posts.store.SourceState;
import org.postbag.posts.store.TestDatabases.Engine;

/** Feeds that live, on a real web server: whole passes into real databases. */
class FeedReaderTest extends WebSourceTest {
    @Override
    protected SourceReader reader() {
        return new FeedReader(client, new ArticleFetcher(client, new RobotsBook(client, clock)), clock);
    }

    private Source source(String path) {
        return source(path, false);
    }

    private Source source(String path, boolean fullText) {
        return new Source("feed", new Origin.Feed(web.at(path), fullText), HOUR, List.of(), ZoneOffset.UTC);
    }

    private List<SourceReport> due(Source source) {
        return collector.collectDue(List.of(source), WEEK, Progress.none());
    }

    private SourceState state() {
        return store.sources().get(0);
    }

    private static String counts(SourceReport r) {
        return r.found() + " found, " + r.added() + " new, " + r.updated() + " updated, " + r.unchanged() + " unchanged"
                + (r.failure() == null ? "" : ": " + r.failure());
    }

    private static WebStub.Handler xml(String text, String... headers) {
        return WebStub.page("application/rss+xml", text.getBytes(StandardCharsets.UTF_8), headers);
    }

    private static String rss(String... items) {
        return "<rss version='2.0'><channel><title>T</title><link>https://example.org/</link>" + String.join("", items)
                + "</channel></rss>";
    }

    private static String item(String guid, String title, String date, String text) {
        return "<item><guid isPermaLink='false'>" + guid + "</guid><title>" + title
                + "</title><link>https://example.org/"
                + guid + "</link>" + (date.isEmpty() ? "" : "<pubDate>" + date + "</pubDate>") + "<description>" + text
                + "</description></item>";
    }

    @ParameterizedTest
    @EnumSource
    void anUnchangedFeedCostsOne304(Engine engine) {
        open(engine);
        web.on("/feed", (request, out) -> {
            if ("\"1\"".equals(request.headers().get("if-none-match")))
                WebStub.status(304).answer(request, out);
            else xml(rss(item("a", "A", "", "Text")), "ETag: \"1\"").answer(request, out);
        });
        assertThat(counts(pass(source("/feed")))).isEqualTo("1 found, 1 new, 0 updated, 0 unchanged");
        assertThat(counts(pass(source("/feed")))).isEqualTo("1 found, 0 new, 0 updated, 1 unchanged");
        assertThat(web.requests()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void anEntryWithoutADateKeepsTheMomentItWasFirstSeen(Engine engine) {
        open(engine);
        web.on("/feed", xml(rss(item("a", "A", "", "Text of a"))));
        pass(source("/feed"));
        now = NOW.plus(HOUR);
        web.on("/feed", xml(rss(item("a", "A again", "", "Text of a"), item("b", "B", "", "Text of b"))));
        assertThat(counts(pass(source("/feed")))).isEqualTo("2 found, 1 new, 1 updated, 0 unchanged");
        assertThat(store.list(PostQuery.all()))
                .extracting(Post::title, Post::date)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("B", now),
                        org.assertj.core.groups.Tuple.tuple("A again", NOW));
    }

    @ParameterizedTest
    @EnumSource
    void datesThatCannotBeCountFromNowAndTheOperatorIsTold(Engine engine) {
        open(engine);
        web.on(
                "/feed",
                xml(rss(
                        item("a", "A", "Thu, 01 Jan 1970 00:00:00 GMT", "Text of a"),
                        item("b", "B", "Fri, 01 Jan 2099 00:00:00 GMT", "Text of b"),
                        item("c", "C", "Fri, 20 Nov 2026 07:00:00 GMT", "Text of c"))));
        SourceReport report = pass(source("/feed"));
        assertThat(counts(report)).isEqualTo("3 found, 3 new, 0 updated, 0 unchanged");
        assertThat(report.errors()).singleElement().satisfies(p -> assertThat(p.problem())
                .startsWith("2 entries are dated in 1970"));
        assertThat(state().note()).contains("2 entries are dated in 1970");
        assertThat(store.window(0, 9).posts())
                .as("the oldest first")
                .extracting(Post::title)
                .containsExactlyInAnyOrder("A", "B", "C")
                .first()
                .isEqualTo("C");
        assertThat(pass(source("/feed")).added()).as("not repeated").isZero();
    }

    @ParameterizedTest
    @EnumSource
    void entriesThatLeaveTheFeedStayAndNoneIsRepeated(Engine engine) {
        open(engine);
        web.on("/feed", xml(rss(item("a", "A", "", "Text of a"), item("a", "A", "", "Text of a"))));
        assertThat(pass(source("/feed")).added()).as("the same twice").isEqualTo(1);
        web.on("/feed", xml(rss(item("b", "B", "", "Text of b"))));
        pass(source("/feed"));
        web.on("/feed", xml(rss(item("a", "A", "", "Text of a"), item("b", "B", "", "Text of b"))));
        assertThat(counts(pass(source("/feed")))).isEqualTo("2 found, 0 new, 0 updated, 2 unchanged");
        assertThat(store.list(PostQuery.all())).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void aMoveForGoodIsRememberedAndAnEndIsTheEnd(Engine engine) {
        open(engine);
        web.on("/feed", WebStub.redirect(301, "/new")).on("/new", xml(rss(item("a", "A", "", "Text"))));
        pass(source("/feed"));
        pass(source("/feed"));
        assertThat(web.requests()).extracting(WebStub.Request::path).containsExactly("/feed", "/new", "/new");
        web.on("/new", WebStub.status(404)).on("/feed", xml(rss(item("b", "B", "", "Text"))));
        assertThat(pass(source("/feed")).added())
                .as("the address given is tried again")
                .isEqualTo(1);
        web.on("/feed", WebStub.status(410));
        assertThat(pass(source("/feed")).failure()).contains("410").contains("remove the source");
        now = NOW.plus(Duration.ofDays(30));
        assertThat(due(source("/feed"))).as("never again by itself").isEmpty();
        web.on("/feed", xml(rss(item("c", "C", "", "Text"))));
        assertThat(pass(source("/feed")).added()).as("when told to").isEqualTo(1);
        assertThat(state().ended()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void noMessageQuotesTheNameAndPasswordOfAnAddress(Engine engine) {
        open(engine);
        URI secret = URI.create(web.at("/feed").toString().replace("://", "://keeper:hunter2@"));
        Source source = new Source("feed", new Origin.Feed(secret, false), HOUR, List.of(), ZoneOffset.UTC);
        web.on("/feed", WebStub.page("text/html", "<p>Log in</p>".getBytes(StandardCharsets.UTF_8)));
        assertThat(pass(source).failure()).contains("neither RSS").doesNotContain("keeper", "hunter2");
        web.on("/feed", WebStub.status(410));
        assertThat(pass(source).failure()).contains("410", "://…@").doesNotContain("keeper", "hunter2");
    }

    @ParameterizedTest
    @EnumSource
    void itComesAgainWhenTheFeedWantsIt(Engine engine) {
        open(engine);
        web.on("/feed", xml(rss("<ttl>180</ttl>", item("a", "A", "", "Text"))));
        assertThat(due(source("/feed"))).hasSize(1);
        now = NOW.plus(Duration.ofMinutes(179));
        assertThat(due(source("/feed"))).isEmpty();
        now = NOW.plus(Duration.ofMinutes(180));
        web.on("/feed", WebStub.status(429, "Retry-After: 7200"));
        assertThat(due(source("/feed")).get(0).failure()).isNotNull();
        now = now.plus(Duration.ofMinutes(119));
        assertThat(due(source("/feed"))).isEmpty();
        now = now.plus(Duration.ofMinutes(1));
        web.on("/feed", xml(rss("<skipHours><hour>14</hour><hour>15</hour></skipHours>", item("a", "A", "", "Text"))));
        assertThat(due(source("/feed")).get(0).failure()).isNull();
        assertThat(now).isEqualTo("2026-11-20T13:00:00Z");
        assertThat(state().nextRead(HOUR)).isEqualTo("2026-11-20T16:00:00Z");
    }

    @ParameterizedTest
    @EnumSource
    void aLoginPageIsToldAndNothingIsLost(Engine engine) {
        open(engine);
        web.on("/feed", xml(rss(item("a", "A", "", "Text"))));
        pass(source("/feed"));
        web.on("/feed", WebStub.page("text/html", "<html><form>Log in</form></html>".getBytes(StandardCharsets.UTF_8)));
        SourceReport report = pass(source("/feed"));
        assertThat(report.failure()).isNotNull();
        assertThat(state().lastError())
                .contains(web.at("/feed").toString())
                .contains("not a feed")
                .contains("login");
        assertThat(store.list(PostQuery.all())).hasSize(1);
        web.on("/feed", xml(rss(item("a", "A", "", "Text"))));
        assertThat(counts(pass(source("/feed")))).isEqualTo("1 found, 0 new, 0 updated, 1 unchanged");
    }

    @ParameterizedTest
    @EnumSource
    void fullTextsAreTakenFromBehindTheLinksAndTheFeedsOwnStandIn(Engine engine) {
        open(engine);
        web.on("/robots.txt", WebStub.page("User-agent: *\nDisallow: /closed"));
        html(
                "/a",
                "<html><head><title>Long</title></head><body><nav>Menu</nav><article><h1>Long</h1>" + BODY
                        + "</article></body></html>");
        String items = "<item><title>Long</title><link>" + web.at("/a")
                + "</link><description>Short text.</description></item><item><title>Closed</title><link>"
                + web.at("/closed") + "</link><description>Its own text.</description></item>";
        web.on("/feed", xml(rss(items)));
        SourceReport report = pass(source("/feed", true));
        assertThat(counts(report)).isEqualTo("2 found, 2 new, 0 updated, 0 unchanged");
        assertThat(report.errors()).singleElement().satisfies(p -> assertThat(p.problem())
                .contains("the feed's own text is used")
                .contains("robots.txt"));
        assertThat(text("Long")).contains("nineteen dark years").doesNotContain("Menu");
        assertThat(text("Closed")).isEqualTo("Its own text.");
        int asked = web.requests().size();
        assertThat(counts(pass(source("/feed", true)))).isEqualTo("2 found, 0 new, 0 updated, 2 unchanged");
        assertThat(web.requests()).as("known articles are not asked for again").hasSize(asked + 1);
    }

    private String text(String title) {
        Post post = store.list(PostQuery.all()).stream()
                .filter(p -> p.title().equals(title))
                .findFirst()
                .orElseThrow();
        return store.content(post.id()).orElseThrow().text();
    }

    @ParameterizedTest
    @EnumSource
    void aFeedThatDripsDelaysNoOtherSource(Engine engine) {
        open(engine, Duration.ofMillis(700));
        web.on("/drip", (request, out) -> {
            out.write("HTTP/1.1 200 X\r\nContent-Type: text/xml\r\n\r\n<rss>".getBytes(StandardCharsets.UTF_8));
            while (web.runsAfter(50)) {
                out.write(' ');
                out.flush();
            }
        });
        web.on("/feed", xml(rss(item("a", "A", "", "Text"))));
        Source slow = new Source("slow", new Origin.Feed(web.at("/drip"), false), HOUR, List.of(), ZoneOffset.UTC);
        List<SourceReport> reports = collector.collect(List.of(slow, source("/feed")), WEEK, Progress.none());
        assertThat(reports.get(0).failure()).isNotNull();
        assertThat(reports.get(0).tookMillis()).as("bounded as a whole").isBetween(600L, 5_000L);
        assertThat(counts(reports.get(1))).isEqualTo("1 found, 1 new, 0 updated, 0 unchanged");
        assertThat(reports.get(1).tookMillis()).isLessThan(reports.get(0).tookMillis());
    }

    @ParameterizedTest
    @EnumSource
    void severalHundredEntriesAtOnceAreTakenWhole(Engine engine) {
        open(engine);
        String[] items = new String[900];
        for (int i = 0; i < items.length; i++) items[i] = item("g" + i, "Title " + i, "", "Text number " + i);
        web.on("/feed", xml(rss(items)));
        assertThat(pass(source("/feed")).added()).isEqualTo(900);
        assertThat(store.lastNumber()).isEqualTo(900);
    }
}
