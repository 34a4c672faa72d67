package org.postbag.bot.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Collects a feed of 2,000 entries from a local server in a process of its own, and then asks for it again. */
final class FeedBench {
    private static final int ENTRIES = 2000;
    private static final String TAG = "\"1\"";
    private static final String[] WORDS =
            "keeper lit the old lighthouse again after dark years village came harbour council ferry library budget river bridge spring night train north school garden"
                    .split(" ");

    private final Path jar;
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger unchanged = new AtomicInteger();

    FeedBench(Path jar) {
        this.jar = jar;
    }

    List<Line> run() throws IOException, InterruptedException {
        byte[] feed = feed().getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/feed.xml", exchange -> answer(exchange, feed));
        server.start();
        try {
            Path folder = Files.createTempDirectory("bench-feed");
            Files.writeString(
                    folder.resolve("postbag.yaml"),
                    "http: { allow-private: true }\nsources: [{ id: bench, feed: \"http://127.0.0.1:"
                            + server.getAddress().getPort() + "/feed.xml\" }]\n");
            Run first = Run.of(jar, folder, List.of("collect", "--json"));
            if (!first.output().contains("\"new\":" + ENTRIES)) throw new IllegalStateException(first.output());
            Run second = Run.of(jar, folder, List.of("collect", "--json"));
            if (!second.output().contains("\"unchanged\":" + ENTRIES)) throw new IllegalStateException(second.output());
            boolean one = answered.get() == 1 && unchanged.get() == 1;
            return List.of(
                    new Line(
                            "2,000 entries of a local feed fetched, stored and summarised, JVM start included",
                            String.format(Locale.ROOT, "%.1f s", first.seconds()),
                            "–",
                            true),
                    new Line("the same feed unchanged", unchanged.get() + " × 304", "one 304", one));
        } finally {
            server.stop(0);
        }
    }

    private void answer(HttpExchange exchange, byte[] feed) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().add("ETag", TAG);
            if (TAG.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                unchanged.incrementAndGet();
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            answered.incrementAndGet();
            exchange.getResponseHeaders().add("Content-Type", "application/rss+xml");
            exchange.sendResponseHeaders(200, feed.length);
            exchange.getResponseBody().write(feed);
        }
    }

    private static String feed() {
        Random random = new Random(7);
        StringBuilder feed = new StringBuilder("<rss version=\"2.0\"><channel><title>Bench</title>");
        Instant start = Instant.now().minusSeconds(86_400);
        for (int i = 0; i < ENTRIES; i++) {
            feed.append("<item><title>").append(sentence(random)).append(' ').append(i);
            feed.append("</title><guid isPermaLink=\"false\">").append(i).append("</guid><pubDate>");
            feed.append(DateTimeFormatter.RFC_1123_DATE_TIME.format(
                    start.plusSeconds(i * 40L).atOffset(ZoneOffset.UTC)));
            feed.append("</pubDate><description>");
            for (int p = 0; p < 4; p++) {
                feed.append("&lt;p&gt;");
                for (int s = 0; s < 4; s++) feed.append(sentence(random)).append(". ");
                feed.append("&lt;/p&gt;");
            }
            feed.append("</description></item>");
        }
        return feed.append("</channel></rss>").toString();
    }

    private static String sentence(Random random) {
        StringBuilder sentence = new StringBuilder();
        for (int i = 8 + random.nextInt(10); i > 0; i--)
            sentence.append(sentence.isEmpty() ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        return sentence.toString();
    }
}
