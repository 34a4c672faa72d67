package org.postbag.bot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postbag.bot.TestBot;
import org.postbag.bot.TestClock;
import org.postbag.bot.app.Service;
import org.postbag.posts.Content;
import org.postbag.posts.Length;
import org.postbag.posts.Post;
import org.postbag.posts.collect.http.WebStub;
import org.postbag.posts.store.PostQuery;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Change;

/** A post that came in by a feed, with a picture, an author written as feeds write them, and markup that must not run. */
class FeedPostTest {
    private static final String FEED =
            """
            <rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Harbour</title>
            <item><title>Bridge &amp;lt;b&amp;gt;opens&amp;lt;/b&amp;gt; again</title><guid isPermaLink="false">g1</guid>
            <link>http://news.example.org/bridge?utm_source=rss</link><author>ann@example.org (Ann Lee)</author>
            <category>City</category><pubDate>Fri, 20 Nov 2026 08:00:00 GMT</pubDate>
            <media:content url="http://img.example.org/bridge.jpg" medium="image"/>
            <description><![CDATA[<p onclick="x()">The old bridge opened on Friday.</p><script>alert(1)</script>
            <p>Many people walked over it. The mayor came as well.</p>]]></description></item></channel></rss>
            """;

    @Test
    @DisplayName("on the web and in a digest it reads like any other post")
    void everywhere() throws Exception {
        try (WebStub web =
                new WebStub().on("/f", WebStub.page("application/rss+xml", FEED.getBytes(StandardCharsets.UTF_8)))) {
            TestBot bot = new TestBot(
                    Engine.SQLITE,
                    new TestClock("2026-11-20T10:00:00Z"),
                    "http: { allow-private: true }",
                    "{ id: harbour, feed: \"%s\" }".formatted(web.at("/f")));
            bot.application()
                    .subscriptions()
                    .add(Address.parse("telegram:42"), Change.none().withLength(Length.LONG), true);
            bot.collect();
            Post post = bot.application().posts().list(PostQuery.all()).get(0);
            assertThat(post.author()).isEqualTo("Ann Lee");
            assertThat(post.url()).isEqualTo("http://news.example.org/bridge");
            Content content = bot.application().posts().content(post.ref()).orElseThrow();
            assertThat(content.html())
                    .startsWith("<figure><img src=\"http://img.example.org/bridge.jpg\"")
                    .doesNotContain("script", "onclick");
            assertThat(content.text()).startsWith("The old bridge").doesNotContain("img.example.org");
            bot.clock().advance(Duration.ofHours(14));
            bot.application().delivery().deliverDue(bot.clock().instant(), null);
            try (Stream<Path> files = Files.list(bot.outbox("telegram"))) {
                assertThat(Files.readString(files.findFirst().orElseThrow()))
                        .contains("harbour · Ann Lee", "Bridge &lt;b&gt;opens&lt;/b&gt; again", "The mayor came")
                        .doesNotContain("figure", "img.example.org", "utm_source");
            }
            Service service = Service.start(bot.application());
            try {
                HttpResponse<String> page = HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(service.addresses() + "/posts/" + post.id()))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
                assertThat(page.statusCode()).isEqualTo(200);
                assertThat(page.body())
                        .as("readers' browsers ask no stranger's server for pictures unless told to")
                        .contains("<a href=\"http://img.example.org/bridge.jpg\"")
                        .doesNotContain("<img")
                        .contains("<h1>Bridge &lt;b&gt;opens&lt;/b&gt; again</h1>", "harbour · Ann Lee")
                        .contains("href=\"http://news.example.org/bridge\"")
                        .doesNotContain("alert(1)", "onclick", "ann@example.org");
            } finally {
                service.close();
            }
        }
    }
}
