package org.postbag.bot.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.bot.TestBot;
import org.postbag.bot.TestClock;
import org.postbag.digest.DigestBuilder;
import org.postbag.digest.Manifest;
import org.postbag.posts.Post;
import org.postbag.posts.PostRef;
import org.postbag.posts.store.PostQuery;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.Days;
import org.postbag.subscriptions.store.Claim;
import org.postbag.subscriptions.store.Counts;
import org.postbag.subscriptions.store.Delivery;
import org.postbag.subscriptions.store.DeliveryQuery;
import org.postbag.subscriptions.store.DeliveryStatus;

/**
 * Thirty simulated days of everything at once. A model beside the product remembers, for each subscription, which posts
 * it is still owed; every digest must hold exactly those, shown or under its "N more".
 */
class ThirtyDaysTest {
    private static final String[] TAGS = {"科技", "城市", "文化"};
    private static final String[] ZONES = {"Asia/Shanghai", "Europe/London", "America/New_York", "Pacific/Chatham"};

    private final Random random = new Random(20261122);
    private final Map<Address, Set<String>> follows = new HashMap<>();
    private final Map<Address, Set<String>> owed = new HashMap<>();
    private final Map<Address, Set<Long>> shown = new HashMap<>();
    private final Map<String, String> tagOf = new HashMap<>();
    private final Set<Long> settled = new HashSet<>();
    private final Set<String> known = new HashSet<>();
    private int made;
    private int kills;
    private int digests;

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "collecting, editing, deleting, killing, pausing, changing zones: each post reaches each reader exactly once")
    void exactlyOnce(Engine engine) throws IOException {
        try (TestBot bot = new TestBot(
                engine,
                new TestClock("2026-10-15T00:00:00Z"),
                "digest: { per-tag: 2, expire: 20h }\ndelivery: { lease: 20s }")) {
            subscribe(bot, "telegram:1", Set.of(), "daily");
            subscribe(bot, "telegram:-2", Set.of("科技"), "weekdays");
            subscribe(bot, "telegram:3", Set.of("城市", "文化"), "instant");
            subscribe(bot, "email:a@example.org", Set.of("文化"), "mon,thu");
            subscribe(bot, "email:b@example.org", Set.of(), "weekly");
            for (int hour = 0; hour < 30 * 24; hour += 3) {
                step(bot);
                bot.clock().advance(Duration.ofHours(3));
            }
            finish(bot);
            assertThat(kills).isGreaterThan(20);
            assertThat(digests).isGreaterThan(60);
            assertThat(owed.values()).allSatisfy(left -> assertThat(left).isEmpty());
            Counts counts = bot.application().ledger().counts();
            assertThat(counts.due())
                    .isEqualTo(
                            counts.sent() + counts.failed() + counts.skipped() + counts.uncertain() + counts.pending());
            assertThat(counts.failed()).isZero();
        }
    }

    private void subscribe(TestBot bot, String address, Set<String> tags, String days) {
        Address a = Address.parse(address);
        bot.application().subscriptions().add(a, Change.none().withTags(tags).withDays(Days.parse(days)), true);
        follows.put(a, tags);
        owed.put(a, new LinkedHashSet<>());
        shown.put(a, new HashSet<>());
    }

    private void step(TestBot bot) throws IOException {
        Address somebody = List.copyOf(owed.keySet()).get(random.nextInt(owed.size()));
        switch (random.nextInt(8)) {
            case 0 ->
                bot.application()
                        .subscriptions()
                        .set(somebody, Change.none().withZone(ZoneId.of(ZONES[random.nextInt(ZONES.length)])));
            case 1 ->
                bot.application()
                        .subscriptions()
                        .set(somebody, Change.none().withAt(LocalTime.of(random.nextInt(24), 30)));
            case 2 ->
                bot.application()
                        .subscriptions()
                        .pause(somebody, bot.clock().instant().plus(Duration.ofHours(6 + random.nextInt(60))));
            case 3 -> bot.application().subscriptions().resume(somebody);
            case 4 -> edit(bot);
            case 5 -> delete(bot);
            default -> write(bot);
        }
        collect(bot);
        if (random.nextInt(3) == 0) killSomewhere(bot);
        if (random.nextInt(10) == 0) bot.restart();
        if (random.nextInt(6) > 0) pass(bot); // else: an outage
    }

    private void write(TestBot bot) {
        int posts = 1 + random.nextInt(4);
        for (int i = 0; i < posts; i++) {
            String name = "post" + made++;
            String tag = TAGS[random.nextInt(TAGS.length)];
            tagOf.put(name, tag);
            bot.post(name, "标题" + name, tag, body(name));
        }
    }

    /** Long and unlike any other post's, so that a small change is no material one and no two tell the same story. */
    private static String body(String name) {
        Random words = new Random(name.hashCode());
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            body.append((char) (0x4e00 + words.nextInt(5000))).append((char) (0x4e00 + words.nextInt(5000)));
            if (i % 8 == 7) body.append("。");
        }
        return body.toString();
    }

    private Path anyFile(TestBot bot) throws IOException {
        try (var files = Files.list(bot.folder().resolve("_posts"))) {
            List<Path> all = files.sorted().toList();
            return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
        }
    }

    private void edit(TestBot bot) throws IOException {
        Path file = anyFile(bot);
        if (file != null) Files.writeString(file, Files.readString(file) + "\n更正。\n");
    }

    /** Only while nothing frozen waits: what is frozen is sent as it was. */
    private void delete(TestBot bot) throws IOException {
        Path file = anyFile(bot);
        boolean frozen = bot.application().ledger().list(DeliveryQuery.all()).stream()
                .anyMatch(d -> d.manifest() != null && !settled.contains(d.id()));
        if (file == null || frozen) return;
        Files.delete(file);
        String name = name(file.getFileName().toString());
        owed.values().forEach(set -> set.remove(name));
    }

    private static String name(String path) {
        return path.replaceFirst("^\\d{4}-\\d{2}-\\d{2}-", "").replace(".md", "");
    }

    private void collect(TestBot bot) {
        bot.collect();
        for (Post post : bot.application().posts().list(PostQuery.all())) {
            String name = name(post.path());
            if (!known.add(name)) continue;
            follows.forEach((address, tags) -> {
                if (tags.isEmpty() || tags.contains(tagOf.get(name)))
                    owed.get(address).add(name);
            });
        }
    }

    /** Leaves a claimed row as a process that died at some step would have left it. */
    private void killSomewhere(TestBot bot) {
        Instant now = bot.clock().instant();
        DigestDelivery delivery = bot.application().delivery();
        delivery.plan(now);
        for (DeliveryChannel channel : delivery.channels()) {
            List<Claim> claims = bot.application().ledger().claim(channel.name(), 1, now, Duration.ofSeconds(20), null);
            if (claims.isEmpty()) continue;
            kills++;
            Claim claim = claims.get(0);
            if (random.nextInt(3) == 0) continue; // died right after claiming
            Preparation preparation = new Preparation(
                    bot.application().ledger(), bot.application().posts(), new DigestBuilder(), ThirtyDaysTest::rules);
            Windows windows = new Windows(bot.application().posts());
            Preparation.Content content = preparation
                    .prepare(
                            claim,
                            channel,
                            windows,
                            new SharedDigests(),
                            bot.application().posts().lastNumber(),
                            now)
                    .content();
            if (content != null)
                bot.application().ledger().freeze(claim, content.upTo(), content.posts(), content.manifest());
            if (random.nextInt(3) == 0) continue; // died after freezing
            bot.application().ledger().sending(claim, 0, now);
        }
        bot.clock().advance(Duration.ofSeconds(30));
        settle(bot);
    }

    private static DeliveryRules rules() {
        return new DeliveryRules(
                "晨报", 2, 30, false, Duration.ofHours(20), 5, Duration.ofSeconds(20), false, true, Map::of);
    }

    private void pass(TestBot bot) {
        bot.application().delivery().deliverDue(bot.clock().instant(), null);
        settle(bot);
    }

    /** Holds every delivery that has ended since against what its reader was owed. */
    private void settle(TestBot bot) {
        List<Delivery> ended = bot.application().ledger().list(DeliveryQuery.all()).stream()
                .filter(d -> d.status() == DeliveryStatus.SENT || d.status() == DeliveryStatus.UNCERTAIN)
                .filter(d -> settled.add(d.id()))
                .sorted(java.util.Comparator.comparing(Delivery::due))
                .toList();
        for (Delivery delivery : ended) {
            digests++;
            Set<String> due = owed.get(delivery.address()).stream()
                    .filter(name -> number(bot, name) <= delivery.upper())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            assertThat(delivery.posts()).as("posts of %s", delivery).isEqualTo(due.size());
            for (PostRef ref : Manifest.parse(java.util.Objects.requireNonNull(delivery.manifest()))
                    .refs()) {
                Post post = bot.application().posts().find(ref.id()).orElseThrow();
                assertThat(due).contains(name(post.path()));
                assertThat(shown.get(delivery.address()).add(post.id()))
                        .as("%s twice", post.path())
                        .isTrue();
            }
            owed.get(delivery.address()).removeAll(due);
        }
    }

    private static long number(TestBot bot, String name) {
        return bot.application().posts().list(PostQuery.all()).stream()
                .filter(post -> name(post.path()).equals(name))
                .mapToLong(Post::number)
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    /** Everybody is resumed, and a fortnight passes. */
    private void finish(TestBot bot) {
        List<Address> readers = new ArrayList<>(owed.keySet());
        for (Address reader : readers) bot.application().subscriptions().resume(reader);
        for (int hour = 0; hour < 14 * 24; hour += 6) {
            pass(bot);
            bot.clock().advance(Duration.ofHours(6));
        }
        pass(bot);
    }
}
