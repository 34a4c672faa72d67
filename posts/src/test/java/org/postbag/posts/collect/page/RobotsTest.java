package org.postbag.posts.collect.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RobotsTest {
    private static Robots parse(String text, int status) {
        return Robots.parse(text.getBytes(StandardCharsets.UTF_8), status, "Postbag");
    }

    private static URI page(String path) {
        return URI.create("https://a.example" + path);
    }

    @Test
    @DisplayName("Our own group counts before everybody's; the longest rule wins")
    void groups() {
        Robots robots = parse(
                """
                User-agent: *
                Disallow: /

                User-agent: postbag
                Disallow: /private/
                Allow: /private/news/
                Crawl-delay: 2
                Sitemap: https://a.example/sitemap.xml
                """,
                200);
        assertThat(robots.may(page("/news/1.html"))).isTrue();
        assertThat(robots.may(page("/private/x"))).isFalse();
        assertThat(robots.may(page("/private/news/x"))).isTrue();
        assertThat(robots.crawlDelay()).contains(Duration.ofSeconds(2));
        assertThat(robots.sitemaps()).containsExactly("https://a.example/sitemap.xml");
    }

    @Test
    @DisplayName("Without robots.txt everything may be read; while the server fails nothing")
    void status() {
        assertThat(parse("", 404).may(page("/x"))).isTrue();
        assertThat(parse("User-agent: *\nDisallow: /", 403).may(page("/x"))).isTrue();
        assertThat(parse("", 503).may(page("/x"))).isFalse();
        assertThat(parse("", 429).may(page("/x"))).isFalse();
        assertThat(parse("", 200).may(page("/x"))).isTrue();
    }

    @Test
    @DisplayName("A delay of a day is capped, not taken for a ban; rubbish forbids nothing")
    void bounded() {
        Robots slow = parse("User-agent: *\nCrawl-delay: 86400", 200);
        assertThat(slow.crawlDelay()).contains(Duration.ofSeconds(30));
        assertThat(slow.may(page("/x"))).isTrue();
        assertThat(parse("<html><body>Not found</body></html>", 200).may(page("/x")))
                .isTrue();
        assertThat(parse("Disallow: /*a*a*a*a*a*a*a*a*a*b\n".repeat(20_000), 200)
                        .may(page("/" + "a".repeat(200))))
                .isTrue();
    }
}
