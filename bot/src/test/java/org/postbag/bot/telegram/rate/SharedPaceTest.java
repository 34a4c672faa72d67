package org.postbag.bot.telegram.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.posts.store.Database;
import org.postbag.posts.store.TestDatabases.Engine;

class SharedPaceTest {
    private static final long MILLI = 1_000_000L;
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private static Database open(String url) {
        Database database = Database.open(url);
        database.migrate("classpath:org/postbag/bot/migrations", "bot_schema_history");
        return database;
    }

    private static SharedPace pace(Database database, int perSecond, Instant now) {
        return new SharedPace(database, perSecond, Clock.fixed(now, ZoneOffset.UTC));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("two processes get moments in turn, never the same, further apart once they have noticed each other")
    void turns(Engine engine) {
        String url = engine.url();
        try (Database one = open(url);
                Database other = open(url)) {
            SharedPace first = pace(one, 30, NOON);
            SharedPace second = pace(other, 30, NOON);
            long interval = first.interval();
            assertThat(interval).isBetween(1000 * MILLI / 30, 1040 * MILLI / 30);
            long from = first.take(0);
            assertThat(from).isEqualTo(-interval);
            assertThat(second.take(0)).isEqualTo(0);
            assertThat(second.take(0)).isEqualTo(interval);
            assertThat(second.interval()).isBetween(1100 * MILLI / 30, 1130 * MILLI / 30);
            assertThat(first.take(0)).isEqualTo(interval + second.interval());
            assertThat(first.interval()).isEqualTo(second.interval());
            Instant later = NOON.plusSeconds(3);
            SharedPace third = pace(one, 30, later);
            assertThat(third.take(0)).isNegative();
            assertThat(third.interval()).isEqualTo(interval);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("processes that take at the same time lose no permit and get none twice")
    void together(Engine engine) throws Exception {
        String url = engine.url();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (Database one = open(url);
                Database other = open(url)) {
            List<Future<List<Long>>> takers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                SharedPace pace = pace(i % 2 == 0 ? one : other, 1000, NOON);
                takers.add(threads.submit(() -> {
                    List<Long> firsts = new ArrayList<>();
                    for (int take = 0; take < 20; take++) firsts.add(pace.take(0));
                    return firsts;
                }));
            }
            List<Long> firsts = new ArrayList<>();
            for (Future<List<Long>> taker : takers) firsts.addAll(taker.get());
            Collections.sort(firsts);
            assertThat(firsts).hasSize(80);
            for (int i = 1; i < firsts.size(); i++)
                assertThat(firsts.get(i) - firsts.get(i - 1)).isIn(20 * 1_010_000L, 20 * 1_120_000L);
        } finally {
            threads.shutdown();
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("a moment far in the future, left by a wrong clock, is not waited for; one of a second is")
    void clockJumps(Engine engine) {
        try (Database database = open(engine.url())) {
            pace(database, 30, NOON.plus(Duration.ofHours(3))).take(0);
            assertThat(pace(database, 30, NOON).take(0)).isNegative();
            long wait = pace(database, 30, NOON.minusMillis(900)).take(0);
            assertThat(wait).isBetween(900 * MILLI - 1, 1000 * MILLI);
            assertThat(pace(database, 30, NOON.plus(Duration.ofDays(300))).take(0))
                    .isNegative();
        }
    }

    @Test
    @DisplayName("permits are taken singly when there are few a second, otherwise twenty milliseconds' worth")
    void batches() {
        try (Database database = Database.memory()) {
            assertThat(pace(database, 1, NOON).batch()).isEqualTo(1);
            assertThat(pace(database, 30, NOON).batch()).isEqualTo(1);
            assertThat(pace(database, 1000, NOON).batch()).isEqualTo(20);
            assertThatThrownBy(() -> pace(database, 0, NOON)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
