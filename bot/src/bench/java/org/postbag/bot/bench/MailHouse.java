package org.postbag.bot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.postbag.bot.app.Application;
import org.postbag.bot.config.ConfigLoader;
import org.postbag.posts.collect.Progress;
import org.postbag.posts.collect.jekyll.JekyllSiteGenerator;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Change;

/** A folder with posts for a digest of about 50 KB, a number of inboxes that are due it tomorrow, and a mail server. */
record MailHouse(Path folder) {
    private static final int POSTS = 16;
    private static final int POST_LENGTH = 4_000;

    /** @param more further lines under {@code email} */
    static MailHouse of(int inboxes, int port, int connections, String more) throws IOException {
        Path folder = Files.createTempDirectory("bench-mail");
        new JekyllSiteGenerator(2).write(folder, POSTS, POST_LENGTH, Instant.now());
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

    /** One of its mails. */
    byte[] sample(Path jar) throws IOException, InterruptedException {
        List<String> args = List.of(
                "digest", "preview", "--channel", "email", "--for", "email:reader1@example.net", "--now", tomorrow());
        Run.of(jar, folder, Stream.concat(args.stream(), Stream.of("--out", "sample.eml")).toList());
        return Files.readAllBytes(folder.resolve("sample.eml"));
    }

    /** Sends all of them; what is due is due a day after the inboxes were added. */
    Run send(Path jar, int inboxes) throws IOException, InterruptedException {
        Run run = Run.of(jar, folder, List.of("digest", "send", "--json", "--now", tomorrow()));
        if (!run.output().contains("\"sent\":" + inboxes + ",")) throw new IllegalStateException(run.output());
        return run;
    }

    private static String tomorrow() {
        return Instant.now().plus(Duration.ofDays(1)).toString();
    }
}
