package org.postbag.bot.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.postbag.bot.app.Application;
import org.postbag.bot.config.Config;
import org.postbag.bot.config.ConfigLoader;
import org.postbag.bot.delivery.Pass;
import org.postbag.posts.SourceReport;
import org.postbag.posts.collect.Progress;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.Result;

/** The main job on embedded defaults: the same parts as in earnest, with the bundled posts as source. */
public final class Demo {
    private static final String CHAT = "telegram:10001";
    private static final String INBOX = "email:reader@example.org";

    private final Path folder;
    private final Clock clock;

    /**
     * @param folder emptied and filled anew
     */
    public Demo(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    public Path posts() {
        return folder.resolve("_posts");
    }

    /** Empties the folder, unpacks the posts and writes the configuration, which is read as any other. */
    public Config prepare(ConfigLoader loader) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
            }
        }
        Files.createDirectories(posts());
        new SamplePosts(clock.instant()).unpack(posts());
        Path file = folder.resolve("postbag.yaml");
        Files.writeString(
                file,
                """
                name: Postbag 晨报
                data: .
                sources:
                  - id: demo
                    jekyll: ./_posts
                tags:
                  aliases: { 科技: [Tech], 城市: [City], 科学: [Science], 文化: [Culture] }
                digest:
                  per-tag: 6
                """);
        return loader.load(file, true).config();
    }

    public List<SourceReport> collect(Application application, Progress progress) {
        return application
                .collector()
                .collect(application.sources(), application.config().digest().backlog(), progress);
    }

    /** Subscribes the two sample readers and sends each the digest of today. */
    public Pass deliver(Application application) {
        for (String address : List.of(CHAT, INBOX)) {
            Result added = application.subscriptions().add(Address.parse(address), Change.none(), true);
            added.subscription().ifPresent(s -> application.planner().planNow(s, clock.instant()));
        }
        return application.delivery().deliverDue(clock.instant(), null);
    }
}
