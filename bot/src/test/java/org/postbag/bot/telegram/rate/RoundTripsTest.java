package org.postbag.bot.telegram.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RoundTripsTest {
    private static final long MILLI = 1_000_000L;
    private static final long START = 60_000 * MILLI;

    private final RoundTrips trips = new RoundTrips();
    private long now = START;

    private void add(int count, long millis) {
        for (int i = 0; i < count; i++) trips.add(millis * MILLI, now += 100 * MILLI);
    }

    @Test
    @DisplayName("nothing is certain before there are sixteen answers")
    void few() {
        add(15, 50);
        assertThat(trips.certain()).isZero();
        add(1, 50);
        assertThat(trips.certain()).isEqualTo(50 * MILLI);
    }

    @Test
    @DisplayName("one quick answer counts at once")
    void quicker() {
        add(100, 50);
        add(1, 20);
        assertThat(trips.certain()).isLessThan(20 * MILLI);
    }

    @Test
    @DisplayName("a road that has become slower is believed after two blocks of answers")
    void slower() {
        add(150, 20);
        add(150, 80);
        assertThat(trips.certain()).isLessThan(20 * MILLI);
        add(150, 80);
        assertThat(trips.certain()).isEqualTo(80 * MILLI);
    }

    @Test
    @DisplayName(
            "but for one case in ten thousand, what is certain is at most the shortest ways there and back together")
    void lowerBound() {
        int tooMuch = 0;
        for (int seed = 0; seed < 1000; seed++) {
            Random random = new Random(seed);
            RoundTrips spread = new RoundTrips();
            for (int i = 0; i < 400; i++) {
                long there = (10 + random.nextInt(40)) * MILLI;
                long back = (10 + random.nextInt(40)) * MILLI;
                spread.add(there + back, START + i * 33 * MILLI);
                if (spread.certain() > 23 * MILLI) tooMuch++;
            }
        }
        assertThat(tooMuch).isLessThan(40);
    }

    @Test
    @DisplayName("an answer that took a minute does not make hanging requests wait for minutes")
    void patience() {
        add(50, 60);
        add(3, 60_000);
        assertThat(trips.patience()).isBetween(310 * MILLI, 370 * MILLI);
    }
}
