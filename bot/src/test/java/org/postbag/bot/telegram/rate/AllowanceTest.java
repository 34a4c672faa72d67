package org.postbag.bot.telegram.rate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AllowanceTest {
    private static final long MILLI = 1_000_000L;

    /** Ten permits a batch, ten milliseconds apart. */
    private record Tens() implements Pace {
        @Override
        public int batch() {
            return 10;
        }

        @Override
        public long interval() {
            return 10 * MILLI;
        }

        @Override
        public long take(long now) {
            return 0;
        }
    }

    private final Allowance allowance = new Allowance(new Tens());

    @Test
    @DisplayName("a batch is used up permit by permit")
    void used() {
        assertThat(allowance.isEmpty(0)).isTrue();
        allowance.fill(0, 1000 * MILLI);
        for (int i = 0; i < 10; i++) {
            assertThat(allowance.isEmpty(1000 * MILLI)).isFalse();
            assertThat(allowance.next()).isEqualTo((1000 + 10 * i) * MILLI);
            allowance.spend();
        }
        assertThat(allowance.isEmpty(1000 * MILLI)).isTrue();
    }

    @Test
    @DisplayName("permits that nobody used lapse, so that they cannot all be used at once later")
    void lapsed() {
        allowance.fill(0, 1000 * MILLI);
        assertThat(allowance.isEmpty(1070 * MILLI)).isFalse();
        assertThat(allowance.next()).isEqualTo(1030 * MILLI);
        assertThat(allowance.isEmpty(2000 * MILLI)).isTrue();
    }

    @Test
    @DisplayName("a batch that a slow database gave too late is good all the same")
    void slowDatabase() {
        allowance.fill(-5000 * MILLI, 9000 * MILLI);
        assertThat(allowance.isEmpty(9000 * MILLI)).isFalse();
        assertThat(allowance.next()).isEqualTo(8980 * MILLI);
    }

    @Test
    @DisplayName("the local pace gives two permits at once after a pause at 30 a second, then one each 33 ms")
    void localPace() {
        LocalPace pace = new LocalPace(30);
        long now = 60_000 * MILLI;
        assertThat(pace.take(now)).isNegative();
        assertThat(pace.take(now)).isZero();
        assertThat(pace.take(now)).isEqualTo(pace.interval());
        assertThat(pace.take(now)).isEqualTo(2 * pace.interval());
    }
}
