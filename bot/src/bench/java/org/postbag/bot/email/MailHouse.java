package org.postbag.bot.email;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.postbag.bot.app.Application;
import org.postbag.bot.config.ConfigLoader;
import org.postbag.posts.collect.Progress;
import org.postbag.posts.collect.jekyll.JekyllSiteGenerator;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Change;

/** A folder with posts for a digest of about 50 KB, a number of inboxes that are due it tomorrow, and a mail server. */
record MailHouse(Path folder) {
    private static final int POSTS = 25;

    static MailHouse of(int inboxes, int port, int connections, String more) throws IOException {
        Path folder = Files.createTempDirectory("bench-mail");
        new JekyllSiteGenerator(2).write(folder, POSTS, 4_000, Instant.now());
        Path file = folder.resolve("postbag.yaml");
        Files.writeString(
                file,
                """
                sources: [{ id: bench, jekyll: ./_posts }]
                web: { port: 0 }
                url: https://news.example.org
                digest: { expire: 40h, per-tag: 40, max: 40, length: long }
                email:
                  from: 晨报 <news@example.org>
                  smtp: { host: 127.0.0.1, port: %d, tls: none, connections: %d, rate: 0 }
                %s
                """
                        .formatted(port, connections, more));
        try (Application application =
                Application.open(new ConfigLoader(Map.of()).load(file, true).config(), Clock.systemUTC())) {
            application.collector().collect(application.sources(), Duration.ofDays(7), Progress.none());
            for (int inbox = 1; inbox <= inboxes; inbox++)
                application
                        .subscriptions()
                        .add(Address.parse("email:reader" + inbox + "@example.net"), Change.none(), true);
        }
        return new MailHouse(folder);
    }
}
