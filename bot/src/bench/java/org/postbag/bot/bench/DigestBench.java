package org.postbag.bot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.postbag.bot.app.Application;
import org.postbag.bot.bench.Benchmarks.Line;
import org.postbag.bot.config.Config;
import org.postbag.bot.config.ConfigLoader;
import org.postbag.bot.delivery.DeliveryChannel;
import org.postbag.bot.delivery.DeliveryRules;
import org.postbag.bot.delivery.DigestDelivery;
import org.postbag.bot.delivery.Outcome;
import org.postbag.bot.delivery.Parcel;
import org.postbag.bot.delivery.Pass;
import org.postbag.digest.Digest;
import org.postbag.digest.DigestBuilder;
import org.postbag.digest.Templates;
import org.postbag.digest.telegram.TelegramRenderer;
import org.postbag.posts.collect.Progress;
import org.postbag.posts.collect.jekyll.JekyllSiteGenerator;
import org.postbag.posts.store.TagCount;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Change;

/** Plans, chooses, renders and records a digest for each of 10,000 subscriptions with selections of their own. */
final class DigestBench {
    private static final int READERS = 10_000;

    /** Renders everything, as Telegram would get it, and hands it to nobody. */
    private static final class Rendering implements DeliveryChannel {
        private final TelegramRenderer renderer = new TelegramRenderer(new Templates(null));

        @Override
        public String name() {
            return "telegram";
        }

        @Override
        public int parallelism() {
            return 16;
        }

        @Override
        public List<List<Integer>> paginate(Digest digest, Address address) {
            return renderer.paginate(digest);
        }

        @Override
        public int messages(Parcel parcel) {
            return 1;
        }

        @Override
        public Outcome send(Parcel parcel, int message) {
            return new Outcome.Accepted(Integer.toString(renderer.render(parcel.digest(), parcel.pages()).size()));
        }
    }

    List<Line> run() throws IOException {
        Path folder = Files.createTempDirectory("bench-digest");
        new JekyllSiteGenerator(2).write(folder, 500, 4_000, Instant.now());
        Files.writeString(folder.resolve("postbag.yaml"), "sources: [{ id: bench, jekyll: ./_posts }]\ndigest: { first: 600h }\n");
        Config config = new ConfigLoader(Map.of()).load(folder.resolve("postbag.yaml"), true).config();
        Instant now = Instant.now();
        try (Application application = Application.open(config, Clock.fixed(now, ZoneOffset.UTC))) {
            application.collector().collect(application.sources(), Duration.ofDays(36500), Progress.none());
            subscribe(application);
            Instant due = now.plus(Duration.ofHours(24));
            DeliveryRules rules = new DeliveryRules("Bench", 5, 30, false, Duration.ofDays(2), 5, Duration.ofSeconds(20), false, true);
            try (DigestDelivery delivery = new DigestDelivery(
                    application.planner(),
                    application.ledger(),
                    application.subscriptions(),
                    application.posts(),
                    new DigestBuilder(),
                    List.of(new Rendering()),
                    rules,
                    Clock.fixed(due, ZoneOffset.UTC))) {
                long start = System.nanoTime();
                Pass pass = delivery.deliverDue(due, null);
                double seconds = (System.nanoTime() - start) / 1e9;
                if (pass.sent() + pass.skipped() != READERS) throw new IllegalStateException(pass.toString());
                double rate = READERS / seconds;
                return List.of(new Line(
                        "digests for 10,000 subscriptions with different selections: planned, chosen, rendered for Telegram, recorded in the ledger (" + pass.sent() + " sent)",
                        String.format(Locale.ROOT, "%.0f a second", rate),
                        "≥ 2000 a second",
                        rate >= 2000));
            }
        }
    }

    private static void subscribe(Application application) {
        List<String> tags = application.posts().tags().stream().map(TagCount::tag).toList();
        Random random = new Random(7);
        for (int i = 1; i <= READERS; i++) {
            Set<String> chosen = new LinkedHashSet<>();
            for (int t = 0; t < 1 + random.nextInt(5); t++) chosen.add(tags.get(random.nextInt(tags.size())));
            application
                    .subscriptions()
                    .add(Address.parse("telegram:" + i), Change.none().withTags(chosen), true);
        }
    }
}
