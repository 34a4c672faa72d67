package org.postbag.posts.collect.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SitemapTest {
    private static final String ADDRESS = "https://a.example/sitemap.xml";
    private static final String NEWS =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
              <url><loc> https://a.example/1.html </loc><lastmod>2026-11-21</lastmod><news:news>
                <news:publication_date>2026-11-20T08:30:00+01:00</news:publication_date><news:title>桥 &amp; 渡船</news:title>
              </news:news></url>
              <url><loc>https://a.example/2.html?a=1&b=2</loc><lastmod>2026-11-21T10:00:00Z</lastmod></url>
              <url><loc>javascript:alert(1)</loc></url>
            </urlset>
            """;

    private static Sitemap parse(String text) {
        return Sitemap.parse(text.getBytes(StandardCharsets.UTF_8), null, ADDRESS);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    @Test
    @DisplayName("Pages come with the date and title of the news extension, or else their last change")
    void pages() throws IOException {
        Sitemap expected = new Sitemap(
                java.util.List.of(
                        new Sitemap.Link("https://a.example/1.html", "桥 & 渡船", Instant.parse("2026-11-20T07:30:00Z")),
                        new Sitemap.Link(
                                "https://a.example/2.html?a=1&b=2", null, Instant.parse("2026-11-21T10:00:00Z"))),
                java.util.List.of(),
                null);
        assertThat(parse(NEWS)).isEqualTo(expected);
        assertThat(Sitemap.parse(gzip(NEWS.getBytes(StandardCharsets.UTF_8)), "application/gzip", ADDRESS))
                .isEqualTo(expected);
    }

    @Test
    @DisplayName("An index names further sitemaps")
    void index() {
        Sitemap index = parse("<sitemapindex><sitemap><loc>/s/1.xml.gz</loc></sitemap></sitemapindex>");
        assertThat(index.pages()).isEmpty();
        assertThat(index.sitemaps()).extracting(Sitemap.Link::url).containsExactly("https://a.example/s/1.xml.gz");
    }

    @Test
    @DisplayName("A plain list of addresses is a sitemap too")
    void lines() {
        assertThat(parse("https://a.example/1\r\nnonsense\nhttps://a.example/2\n")
                        .pages())
                .extracting(Sitemap.Link::url)
                .contains("https://a.example/1", "https://a.example/2");
    }

    @Test
    @DisplayName("Entities of a document type are not expanded, and nothing is opened")
    void entities() {
        Sitemap sitemap = parse(
                """
                <!DOCTYPE urlset [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>
                <urlset><url><loc>https://a.example/&x;</loc></url><url><loc>https://a.example/&b;</loc></url></urlset>
                """);
        assertThat(sitemap.pages()).extracting(Sitemap.Link::url).allMatch(url -> url.contains("&"));
    }

    @Test
    @DisplayName("A zip bomb, an endless list and a login page are refused with the reason")
    void hostile() throws IOException {
        assertThat(Sitemap.parse(gzip(new byte[60 << 20]), null, ADDRESS).problem())
                .contains("50 MB");
        Sitemap many = parse("<urlset>" + "<url><loc>https://a.example/x</loc></url>".repeat(50_100) + "</urlset>");
        assertThat(many.pages()).hasSize(50_000);
        assertThat(many.problem()).contains("left out");
        assertThat(parse("<!doctype html><html><body>Log in</body></html>").problem())
                .contains("HTML page");
        assertThat(parse("<urlset>" + "<url>".repeat(50_000)).pages()).isEmpty();
        assertThat(Sitemap.parse(new byte[] {0x1f, (byte) 0x8b, 1, 2, 3}, null, ADDRESS)
                        .problem())
                .contains("gzip");
    }
}
