package org.postbag.bot.telegram.rate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FloodWatchTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long NOW = 100 * SECOND;

    private final FloodWatch floods = new FloodWatch();

    @Test
    @DisplayName("three chats refused within a second are a limit on all: the shortest pause holds for everybody")
    void three() {
        assertThat(floods.refused("1", 9 * SECOND, NOW)).isEqualTo(NOW);
        assertThat(floods.refused("2", 4 * SECOND, NOW + 1)).isEqualTo(NOW + 1);
        assertThat(floods.refused("3", 7 * SECOND, NOW + 2)).isEqualTo(NOW + 1 + 4 * SECOND);
    }

    @Test
    @DisplayName("one chat refused often is its own affair")
    void one() {
        for (int i = 0; i < 10; i++)
            assertThat(floods.refused("1", 9 * SECOND, NOW + i)).isEqualTo(NOW + i);
    }

    @Test
    @DisplayName("chats refused seconds apart have nothing to do with each other")
    void apart() {
        for (int i = 0; i < 10; i++) {
            long now = NOW + i * 600_000_000L;
            assertThat(floods.refused("chat " + i, 9 * SECOND, now)).isEqualTo(now);
        }
    }

    @Test
    @DisplayName("after a pause three more chats are needed for the next one")
    void again() {
        for (String chat : new String[] {"1", "2", "3"}) floods.refused(chat, SECOND, NOW);
        assertThat(floods.refused("4", SECOND, NOW)).isEqualTo(NOW);
        assertThat(floods.refused("5", SECOND, NOW)).isEqualTo(NOW);
        assertThat(floods.refused("6", SECOND, NOW)).isEqualTo(NOW + SECOND);
    }
}
