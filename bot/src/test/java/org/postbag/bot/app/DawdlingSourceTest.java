package org.postbag.bot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postbag.bot.TestBot;
import org.postbag.bot.TestClock;
import org.postbag.posts.collect.http.WebStub;
import org.postbag.posts.store.PostQuery;
import org.postbag.posts.store.SourceState;
import org.postbag.posts.store.TestDatabases.Engine;

/** A source that answers a byte at a time, beside one that answers at once, while {@code serve} runs. */
class DawdlingSourceTest {
    private static final byte[] FEED =
            "<rss version='2.0'><channel><title>F</title><item><title>Quick news</title><guid>q</guid><description>Text.</description></item></channel></rss>"
                    .getBytes(StandardCharsets.UTF_8);

    @Test
    @DisplayName("the other source is read again and again meanwhile, and stopping takes a moment")
    void others() throws Exception {
        CountDownLatch dripping = new CountDownLatch(1);
        CountDownLatch letGo = new CountDownLatch(1);
        CountDownLatch readThrice = new CountDownLatch(3);
        TestClock clock = new TestClock("2026-11-20T00:00:00Z");
        try (WebStub web = new WebStub()) {
            web.on("/drip.xml", (request, out) -> {
                try {
                    out.write(
                            "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n<rss>".getBytes(StandardCharsets.UTF_8));
                    while (web.runsAfter(50)) {
                        out.write(' ');
                        out.flush();
                        dripping.countDown();
                    }
                } finally {
                    letGo.countDown();
                }
            });
            web.on("/quick.xml", (request, out) -> {
                // Asked only while the other one drips, and due again at once.
                if (dripping.getCount() == 0) readThrice.countDown();
                clock.advance(Duration.ofHours(1));
                WebStub.page("application/rss+xml", FEED).answer(request, out);
            });
            TestBot bot = new TestBot(
                    Engine.SQLITE,
                    clock,
                    "http: { allow-private: true, timeout: 10m }",
                    "{ id: drip, feed: \"%s\" }".formatted(web.at("/drip.xml")),
                    "{ id: quick, feed: \"%s\" }".formatted(web.at("localhost", "/quick.xml")));
            Service service = Service.start(bot.application());
            long began;
            try {
                assertThat(dripping.await(30, TimeUnit.SECONDS)).isTrue();
                assertThat(readThrice.await(60, TimeUnit.SECONDS))
                        .as("read three times while the other drips")
                        .isTrue();
                assertThat(bot.application().posts().list(PostQuery.all()))
                        .extracting(post -> post.title())
                        .containsExactly("Quick news");
                assertThat(letGo.getCount()).as("it still drips").isEqualTo(1);
            } finally {
                began = System.nanoTime();
                service.close();
            }
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
            assertThat(letGo.await(5, TimeUnit.SECONDS))
                    .as("the connection is closed")
                    .isTrue();
            bot.restart();
            assertThat(bot.application().posts().sources())
                    .filteredOn(state -> state.id().equals("drip"))
                    .extracting(SourceState::failures)
                    .as("whoever stops the program has not broken the source")
                    .doesNotContain(1);
            bot.close();
        }
    }
}
