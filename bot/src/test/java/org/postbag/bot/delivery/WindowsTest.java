package org.postbag.bot.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postbag.bot.TestBot;
import org.postbag.bot.TestClock;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.Subscription;

/** Readers served one after the other find what each would find alone. */
class WindowsTest {
    private static final int POSTS = 24;
    private TestBot bot;

    @BeforeEach
    void start() {
        bot = new TestBot(Engine.SQLITE, new TestClock("2026-11-20T00:00:00Z"), "");
        for (int i = 0; i < POSTS; i++) {
            bot.clock().advance(Duration.ofHours(1));
            bot.post("post" + i, "第" + i + "条消息", i % 2 == 0 ? "科技" : "城市", "正文第" + i + "段，说的是另一件事。");
            if (i % 3 == 2) bot.collect();
        }
        bot.collect();
    }

    @AfterEach
    void stop() {
        bot.close();
    }

    private Subscription reader(Random random, Subscription like) {
        Instant start = bot.clock().instant().minus(Duration.ofHours(random.nextInt(POSTS + 10)));
        return new Subscription(
                random.nextInt(1000),
                like.reader(),
                like.address(),
                like.status(),
                null,
                like.settings(),
                like.created(),
                null,
                random.nextInt(POSTS + 1),
                random.nextInt(POSTS + 1),
                start,
                like.nextDue(),
                true,
                true,
                true);
    }

    @Test
    @DisplayName("whatever their cursors, starts and reaches, in whatever order they come")
    void oneAfterTheOther() {
        var subscriptions = bot.application().subscriptions();
        Address address = Address.parse("telegram:1");
        subscriptions.add(address, Change.none(), true);
        Subscription like = subscriptions.find(address).orElseThrow();
        var posts = bot.application().posts();
        Random random = new Random(11);
        for (int round = 0; round < 40; round++) {
            Windows shared = new Windows(posts);
            List<Subscription> readers = new ArrayList<>();
            for (int i = 0; i < 25; i++) readers.add(reader(random, like));
            for (Subscription one : readers) {
                News alone = new Windows(posts).newFor(one, posts.lastNumber());
                assertThat(shared.newFor(one, posts.lastNumber()).posts())
                        .as("cursor %d, start %d, floor %s", one.cursor(), one.startNumber(), one.floor())
                        .isEqualTo(alone.posts());
            }
        }
    }
}
