package org.postbag.bot.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.bot.TestBot;
import org.postbag.bot.TestClock;
import org.postbag.digest.Digest;
import org.postbag.digest.DigestBuilder;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.store.Delivery;
import org.postbag.subscriptions.store.DeliveryQuery;
import org.postbag.subscriptions.store.DeliveryStatus;

class StopTest {
    /** A message a delivery, and one delivery at a time. */
    private interface OneByOne extends DeliveryChannel {
        @Override
        default String name() {
            return "telegram";
        }

        @Override
        default int parallelism() {
            return 1;
        }

        @Override
        default List<List<Integer>> paginate(Digest digest, Address address) {
            return List.of(List.of(1));
        }

        @Override
        default int messages(Parcel parcel) {
            return 1;
        }
    }

    /** Takes two seconds for each message, while another process looks for leases that are over. */
    private record Slow(TestBot bot, AtomicInteger sent) implements OneByOne {
        @Override
        public Outcome send(Parcel parcel, int message, BooleanSupplier leaving) {
            if (!leaving.getAsBoolean()) return new Outcome.Later(null, "the claim is lost", false);
            bot.clock().advance(Duration.ofSeconds(2));
            bot.application().ledger().reclaim(bot.clock().instant(), channel -> false);
            return new Outcome.Accepted(Integer.toString(sent.incrementAndGet()));
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("a pass that lasts longer than a lease keeps what it has claimed")
    void longPass(Engine engine) {
        try (TestBot bot = new TestBot(engine, new TestClock("2026-11-20T23:00:00Z"), "")) {
            bot.post("one", "一件新事", "科技", "今天有一件新事。说来话长。");
            bot.collect();
            for (int chat = 1; chat <= 24; chat++)
                bot.application().subscriptions().add(Address.parse("telegram:" + chat), Change.none(), true);
            bot.clock().advance(Duration.ofHours(1));
            Slow channel = new Slow(bot, new AtomicInteger());
            try (DigestDelivery delivery = delivery(bot, channel)) {
                assertThat(delivery.deliverDue(bot.clock().instant(), null)).isEqualTo(new Pass(24, 0, 0, 0, 0));
            }
            assertThat(channel.sent()).hasValue(24);
        }
    }

    /** Sends one at a time, and after the third somebody stops the process. */
    private static final class Stopping implements OneByOne {
        private final AtomicInteger sent = new AtomicInteger();
        private Runnable stop = () -> {};

        @Override
        public Outcome send(Parcel parcel, int message, BooleanSupplier leaving) {
            leaving.getAsBoolean();
            if (sent.incrementAndGet() == 3) stop.run();
            return new Outcome.Accepted(Integer.toString(sent.get()));
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "stopped in the middle, what is under way ends, the rest waits for the next start, and nobody gets two")
    void stopped(Engine engine) {
        try (TestBot bot = new TestBot(engine, new TestClock("2026-11-20T23:00:00Z"), "")) {
            bot.post("one", "一件新事", "科技", "今天有一件新事。说来话长。");
            bot.collect();
            for (int chat = 1; chat <= 8; chat++)
                bot.application().subscriptions().add(Address.parse("telegram:" + chat), Change.none(), true);
            bot.clock().advance(Duration.ofHours(1));
            Stopping channel = new Stopping();
            Pass first = pass(bot, channel, true);
            assertThat(first.sent()).isBetween(3, 4);
            assertThat(first.pending()).isEqualTo(8 - first.sent());
            List<Delivery> waiting =
                    bot.application().ledger().list(DeliveryQuery.all().withStatus(DeliveryStatus.PENDING));
            assertThat(waiting).hasSize(first.pending()).allSatisfy(d -> assertThat(d.attempts())
                    .isZero());
            assertThat(pass(bot, channel, false)).isEqualTo(new Pass(first.pending(), 0, 0, 0, 0));
            assertThat(channel.sent).hasValue(8);
        }
    }

    private static Pass pass(TestBot bot, Stopping channel, boolean stopping) {
        try (DigestDelivery delivery = delivery(bot, channel)) {
            channel.stop = stopping ? delivery::stop : () -> {};
            return delivery.deliverDue(bot.clock().instant(), null);
        }
    }

    private static DigestDelivery delivery(TestBot bot, DeliveryChannel channel) {
        DeliveryRules rules = new DeliveryRules(
                "晨报", 5, 30, false, Duration.ofHours(20), 5, Duration.ofSeconds(20), false, true, Map::of);
        return new DigestDelivery(
                bot.application().planner(),
                bot.application().ledger(),
                bot.application().subscriptions(),
                bot.application().posts(),
                new DigestBuilder(),
                List.of(channel),
                () -> rules,
                bot.clock());
    }
}
