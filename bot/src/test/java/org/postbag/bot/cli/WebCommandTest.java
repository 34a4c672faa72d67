package org.postbag.bot.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.postbag.posts.collect.http.WebStub;

/** Types commands beside a web server that has a feed and a page which names it. */
abstract class WebCommandTest extends CommandTest {
    static final String FEED =
            """
            <rss version="2.0"><channel><title>Harbour News</title><link>http://harbour.example.org/</link>
            <item><title>Bridge opens</title><link>http://harbour.example.org/bridge</link><guid>g1</guid>
            <author>ann@example.org (Ann)</author><category>city</category>
            <pubDate>Fri, 20 Nov 2026 08:00:00 GMT</pubDate>
            <description>The bridge opened. People walked.</description></item>
            </channel></rss>
            """;
    static final String PAGE =
            """
            <html><head><title>Harbour</title><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head>
            <body><article class="item"><a href="/bridge">The bridge has opened</a></article></body></html>
            """;

    WebStub web;

    @BeforeEach
    final void start() throws IOException {
        web = new WebStub().on("/feed.xml", xml(FEED)).on("/", html(PAGE)).on("/index", html(PAGE));
        config("");
    }

    @AfterEach
    final void stop() throws IOException {
        web.close();
    }

    static WebStub.Handler xml(String body) {
        return WebStub.page("application/rss+xml", body.getBytes(StandardCharsets.UTF_8));
    }

    static WebStub.Handler html(String body) {
        return WebStub.page("text/html; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
    }

    final void config(String lines) throws IOException {
        Files.writeString(folder.resolve("postbag.yaml"), "http: { allow-private: true }\nlang: en\n" + lines + "\n");
    }

    final String at(String path) {
        return web.at(path).toString();
    }

    final String file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text).toString();
    }
}
