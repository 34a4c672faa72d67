package org.postbag.bot.delivery;

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
import java.util.function.BooleanSupplier;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.postbag.bot.app.Application;
import org.postbag.bot.bench.Line;
import org.postbag.bot.config.Config;
import org.postbag.bot.config.ConfigLoader;
import org.postbag.digest.Digest;
import org.postbag.digest.DigestBuilder;
import org.postbag.digest.Templates;
import org.postbag.digest.telegram.TelegramRenderer;
import org.postbag.posts.Post;
import org.postbag.posts.collect.Progress;
import org.postbag.posts.collect.jekyll.JekyllSiteGenerator;
import org.postbag.posts.store.TagCount;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.Subscription;
import org.postbag.subscriptions.SubscriptionQuery;

/** Plans, chooses and renders a digest for each of 10,000 subscriptions with selections of their own; then delivers them. */
public final class DigestBench {
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
        public Outcome send(Parcel parcel, int message, BooleanSupplier leaving) {
            if (!leaving.getAsBoolean()) throw new IllegalStateException("the claim was lost");
            return new Outcome.Accepted(Integer.toString(renderer.render(parcel.digest(), parcel.pages()).size()));
        }
    }

    public List<Line> run() throws IOException {
        Path folder = Files.createTempDirectory("bench-digest");
        new JekyllSiteGenerator(2).write(folder, 500, 4_000, Instant.now());
        Files.writeString(folder.resolve("postbag.yaml"), "sources: [{ id: bench, jekyll: ./_posts }]\ndigest: { first: 600h }\n");
        Config config = new ConfigLoader(Map.of()).load(folder.resolve("postbag.yaml"), true).config();
        Instant now = Instant.now();
        try (Application application = Application.open(config, Clock.fixed(now, ZoneOffset.UTC))) {
            application.collector().collect(application.sources(), Duration.ofDays(36500), Progress.none());
            subscribe(application);
            Instant due = now.plus(Duration.ofHours(24));
            DeliveryRules rules = new DeliveryRules("Bench", 5, 30, false, Duration.ofDays(2), 5, Duration.ofSeconds(20), false, true, Map::of);
            try (DigestDelivery delivery = new DigestDelivery(
                    application.planner(),
                    application.ledger(),
                    application.subscriptions(),
                    application.posts(),
                    new DigestBuilder(),
                    List.of(new Rendering()),
                    () -> rules,
                    Clock.fixed(due, ZoneOffset.UTC))) {
                long start = System.nanoTime();
                int planned = application.planner().plan(due);
                render(application, rules, due);
                double rendered = READERS / seconds(start);
                if (planned != READERS) throw new IllegalStateException(planned + " planned");
                start = System.nanoTime();
                Pass pass = delivery.deliverDue(due, null);
                double delivered = READERS / seconds(start);
                if (pass.sent() != READERS) throw new IllegalStateException(pass.toString());
                return List.of(
                        new Line(
                                "digests for 10,000 subscriptions with different selections, planned, chosen and rendered for Telegram",
                                String.format(Locale.ROOT, "%.0f a second", rendered),
                                "≥ 2000 a second",
                                rendered >= 2000),
                        new Line(
                                "the same through the ledger: claimed, frozen, rendered, marked and recorded one by one on SQLite",
                                String.format(Locale.ROOT, "%.0f a second", delivered),
                                "–",
                                true));
            }
        }
    }

    /** As delivery does it, half of the readers on each core. */
    private static void render(Application application, DeliveryRules rules, Instant due) {
        Rendering channel = new Rendering();
        DigestBuilder builder = new DigestBuilder();
        long upTo = application.posts().lastNumber();
        List<Subscription> readers = application.roster().list(SubscriptionQuery.all().withPage(0, READERS));
        IntStream.range(0, 2).parallel().forEach(half -> {
            Windows windows = new Windows(application.posts());
            for (int i = half; i < readers.size(); i += 2) {
                Subscription reader = readers.get(i);
                News news = windows.newFor(reader, upTo);
                Digest digest = builder.build(news.posts(), DigestSettings.of(rules, reader, due, news));
                List<List<Integer>> pages = channel.paginate(digest, reader.address());
                channel.send(new Parcel(0, reader, due, digest, pages), 0, () -> true);
            }
        });
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
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
