package org.postbag.posts.collect.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.posts.Origin;
import org.postbag.posts.Post;
import org.postbag.posts.Source;
import org.postbag.posts.SourceReport;
import org.postbag.posts.collect.SourceReader;
import org.postbag.posts.collect.WebSourceTest;
import org.postbag.posts.collect.http.WebStub;
import org.postbag.posts.store.PostQuery;
import org.postbag.posts.store.TestDatabases.Engine;

/** Pages that list articles, on a real web server. */
class PageReaderTest extends WebSourceTest {
    @Override
    protected SourceReader reader() {
        RobotsBook robots = new RobotsBook(client, clock);
        return new PageReader(client, robots, new ArticleFetcher(client, robots), clock);
    }

    private SourceReport pass(String path, @Nullable String item, @Nullable String body) {
        Origin.Page page = new Origin.Page(web.at(path), item, null, null, null, body);
        return pass(new Source("city", page, HOUR, List.of(), ZoneOffset.UTC));
    }

    @ParameterizedTest
    @EnumSource
    void theArticlesBehindTheItemsAreReadOnce(Engine engine) {
        open(engine);
        html(
                "/news/",
                "<article class=item><a href='/news/lighthouse'>Lighthouse lit</a><time datetime='2026-11-20T07:00Z'>"
                        + "today</time></article>");
        html(
                "/news/lighthouse",
                "<title>Lighthouse lit again</title><body><article><h1>Lighthouse lit again</h1>" + BODY
                        + "</article>");
        SourceReport report = pass("/news/", "article.item", null);
        assertThat(report.failure()).isNull();
        assertThat(report.added()).isEqualTo(1);
        Post post = store.list(PostQuery.all()).get(0);
        assertThat(post.title()).isEqualTo("Lighthouse lit again");
        assertThat(post.date()).isEqualTo("2026-11-20T07:00:00Z");
        assertThat(post.url()).isEqualTo(web.at("/news/lighthouse").toString());
        assertThat(store.content(post.id()).orElseThrow().text()).contains("nineteen dark years");
        int asked = web.requests().size();
        assertThat(pass("/news/", "article.item", null).unchanged()).isEqualTo(1);
        assertThat(web.requests()).as("only the page itself").hasSize(asked + 1);
    }

    @ParameterizedTest
    @EnumSource
    void textsThatStandInThePageItselfNeedNoFurtherRequest(Engine engine) {
        open(engine);
        html("/notices", "<li><a href='#1'>Water off</a><p>On Friday from nine to noon.</p></li>");
        assertThat(pass("/notices", "li", "p").added()).isEqualTo(1);
        assertThat(store.content(store.list(PostQuery.all()).get(0).id())
                        .orElseThrow()
                        .text())
                .isEqualTo("On Friday from nine to noon.");
    }

    @ParameterizedTest
    @EnumSource
    void whatRobotsMayNotReadIsNotRead(Engine engine) {
        open(engine);
        web.on("/robots.txt", WebStub.page("User-agent: *\nDisallow: /private"));
        html("/private", "<article><a href=/x>x</a></article>");
        assertThat(pass("/private", "article", null).failure())
                .contains("robots.txt")
                .contains("remove the source");
        assertThat(web.requests()).extracting(WebStub.Request::path).containsExactly("/robots.txt");
    }

    @ParameterizedTest
    @EnumSource
    void aSelectorThatMatchesNothingIsToldWithItsKey(Engine engine) {
        open(engine);
        html("/news/", "<p>nothing</p>");
        assertThat(pass("/news/", "article.item", null).failure())
                .contains("item:")
                .contains("article.item");
        assertThat(pass("/news/", "article[", null).failure()).contains("item");
    }

    @ParameterizedTest
    @EnumSource
    void aSitemapIsAListOfLinksAndABrokenArticleIsTriedAgain(Engine engine) {
        open(engine);
        web.on(
                "/sitemap.xml",
                WebStub.page(
                        "application/xml",
                        ("<urlset><url><loc>" + web.at("/a") + "</loc><lastmod>2026-11-19</lastmod></url><url><loc>"
                                        + web.at("/b") + "</loc></url></urlset>")
                                .getBytes(StandardCharsets.UTF_8)));
        html("/a", "<title>A story of the sea</title><body><article><h1>A story of the sea</h1>" + BODY + "</article>");
        web.on("/b", WebStub.status(500));
        SourceReport report = pass("/sitemap.xml", null, null);
        assertThat(report.added()).isEqualTo(1);
        assertThat(report.failed()).isEqualTo(1);
        assertThat(report.errors())
                .extracting(SourceReport.Problem::where)
                .containsExactly(web.at("/b").toString());
        html("/b", "<title>B story of the sea</title><body><article><h1>B story of the sea</h1>" + BODY + "</article>");
        report = pass("/sitemap.xml", null, null);
        assertThat(report.added()).isEqualTo(1);
        assertThat(report.failed()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void anIndexThatNamesNonsenseStillLeadsToTheRest(Engine engine) {
        open(engine);
        web.on(
                "/sitemap.xml",
                WebStub.page(
                        "application/xml",
                        ("<sitemapindex><sitemap><loc>http://[nonsense/ x</loc></sitemap><sitemap><loc>"
                                        + web.at("/part.xml") + "</loc></sitemap></sitemapindex>")
                                .getBytes(StandardCharsets.UTF_8)));
        web.on(
                "/part.xml",
                WebStub.page(
                        "application/xml",
                        ("<urlset><url><loc>" + web.at("/a") + "</loc></url></urlset>")
                                .getBytes(StandardCharsets.UTF_8)));
        html("/a", "<title>A story of the sea</title><body><article><h1>A story of the sea</h1>" + BODY + "</article>");
        assertThat(pass("/sitemap.xml", null, null).added()).isEqualTo(1);
    }
}
