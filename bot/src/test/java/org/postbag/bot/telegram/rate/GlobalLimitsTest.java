package org.postbag.bot.telegram.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postbag.bot.telegram.rate.SimulatedRoad.MILLI;
import static org.postbag.bot.telegram.rate.SimulatedRoad.SECOND;
import static org.postbag.bot.telegram.rate.SimulatedRoad.constant;
import static org.postbag.bot.telegram.rate.SimulatedRoad.rate;
import static org.postbag.bot.telegram.rate.SimulatedRoad.spread;
import static org.postbag.bot.telegram.rate.SimulatedRoad.tightest;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postbag.bot.telegram.rate.SimulatedRoad.Counting;
import org.postbag.bot.telegram.rate.SimulatedRoad.Latency;

class GlobalLimitsTest {
    private static final int SEEDS = 20;

    private static long[] moments(int perSecond, Latency latency, Counting counting, long seed) {
        Pace pace = new LocalPace(perSecond);
        int threads = Math.max(8, perSecond);
        return new SimulatedRoad(seed, latency, counting, threads)
                .run(new GlobalLimits(perSecond, pace), pace, perSecond * 40);
    }

    @ParameterizedTest
    @CsvSource({"1", "7", "30", "200", "1000"})
    @DisplayName("with a steady road no second has more than the limit, and 95 in a hundred of it are used")
    void steady(int perSecond) {
        for (long millis : new long[] {0, 1, 20, 60, 100})
            for (Counting counting : Counting.values()) {
                long[] moments = moments(perSecond, constant(millis), counting, millis);
                assertThat(tightest(moments, perSecond) / MILLI).isGreaterThan(1000);
                assertThat(rate(moments, perSecond)).isGreaterThan(0.95 * perSecond);
            }
    }

    @ParameterizedTest
    @CsvSource({"7,40", "30,20", "30,100", "200,60", "1000,100"})
    @DisplayName(
            "with 20 ms of jitter up and down no second has more than the limit, and 95 in a hundred of it are used")
    void jitter(int perSecond, long millis) {
        for (long seed = 0; seed < SEEDS; seed++) {
            Counting counting = Counting.values()[(int) seed % 2];
            long[] moments = moments(perSecond, spread(millis, 20), counting, seed);
            assertThat(tightest(moments, perSecond) / MILLI).as("seed %d", seed).isGreaterThan(1000);
            assertThat(rate(moments, perSecond)).as("seed %d", seed).isGreaterThan(0.95 * perSecond);
        }
    }

    @Test
    @DisplayName("answers that now and then take ten times as long change nothing of that")
    void slowOnes() {
        Latency latency = new Latency(
                r -> 10 * MILLI + (r.nextInt(50) == 0 ? 100 * MILLI : 0),
                r -> (long) (-Math.log(1 - r.nextDouble()) * 5 * MILLI),
                r -> 10 * MILLI + (r.nextInt(50) == 0 ? 100 * MILLI : 0));
        for (long seed = 0; seed < SEEDS; seed++) {
            long[] moments = moments(30, latency, Counting.EARLY, seed);
            assertThat(tightest(moments, 30) / MILLI).as("seed %d", seed).isGreaterThan(1000);
            assertThat(rate(moments, 30)).isGreaterThan(0.95 * 30);
        }
    }

    @Test
    @DisplayName("with one request in ten hanging for twenty seconds the rest keep four fifths of the rate")
    void hanging() {
        Latency latency = new Latency(r -> 20 * MILLI, r -> 0, r -> r.nextInt(10) == 0 ? 20 * SECOND : 20 * MILLI);
        Pace pace = new LocalPace(30);
        long[] moments = new SimulatedRoad(1, latency, Counting.EARLY, 200).run(new GlobalLimits(30, pace), pace, 3000);
        assertThat(tightest(moments, 30) / MILLI).isGreaterThan(1000);
        assertThat(rate(moments, 30)).isGreaterThan(0.8 * 30);
    }

    @Test
    @DisplayName("a road that becomes slower, and faster again, is noticed")
    void changing() {
        long[] sent = {0};
        java.util.function.ToLongFunction<Random> way =
                r -> (sent[0]++ / 2 < 1200 ? 10 : sent[0] / 2 < 3600 ? 50 : 30) * MILLI;
        Pace pace = new LocalPace(30);
        long[] moments = new SimulatedRoad(1, new Latency(way, r -> 0, way), Counting.EARLY, 30)
                .run(new GlobalLimits(30, pace), pace, 4800);
        assertThat(rate(moments, 30)).isGreaterThan(0.95 * 30);
    }

    @Test
    @DisplayName("a pause asked of everybody holds until it is over")
    void pause() {
        GlobalLimits limits = new GlobalLimits(30, new LocalPace(30));
        limits.hold(5 * SECOND);
        limits.hold(3 * SECOND);
        assertThat(limits.needsPermits(SECOND)).isFalse();
        assertThat(limits.earliest(SECOND)).isEqualTo(5 * SECOND);
        assertThat(limits.needsPermits(5 * SECOND)).isTrue();
    }
}
