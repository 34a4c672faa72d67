package org.postbag.bot.telegram.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postbag.bot.telegram.rate.SimulatedRoad.MILLI;
import static org.postbag.bot.telegram.rate.SimulatedRoad.SECOND;
import static org.postbag.bot.telegram.rate.SimulatedRoad.rate;
import static org.postbag.bot.telegram.rate.SimulatedRoad.spread;
import static org.postbag.bot.telegram.rate.SimulatedRoad.tightest;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postbag.bot.telegram.rate.SimulatedRoad.Counting;

class ChatLimitsTest {
    private static final long START = 60 * SECOND;

    private final RoundTrips trips = new RoundTrips();

    private static long[] moments(String chat, Limits limits, int messages, long seed) {
        return new SimulatedRoad(seed, spread(60, 20), Counting.values()[(int) seed % 2], 8)
                .run(new ChatLimits(chat, limits), new RoundTrips(), messages);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "5"})
    @DisplayName("no second has more messages to one chat than its burst, and in the long run there is one a second")
    void privateChat(int burst) {
        for (long seed = 0; seed < 10; seed++) {
            long[] moments = moments("42", new Limits(30, burst, 20), 200, seed);
            assertThat(tightest(moments, burst) / MILLI).isGreaterThan(1000);
            assertThat(rate(moments, 20)).isBetween(0.95, 1.01);
        }
    }

    @ParameterizedTest
    @CsvSource({"-100123", "@channel"})
    @DisplayName("no minute has more than twenty messages to a group or channel, and nearly twenty are used")
    void group(String chat) {
        for (long seed = 0; seed < 10; seed++) {
            long[] moments = moments(chat, Limits.telegram(30), 200, seed);
            assertThat(tightest(moments, 20)).isGreaterThan(60 * SECOND);
            assertThat(tightest(moments, 3)).isGreaterThan(SECOND);
            assertThat(rate(moments, 20) * 60).isGreaterThan(19.0);
        }
    }

    @Test
    @DisplayName("three messages go at once, the fourth a second later")
    void burst() {
        ChatLimits chat = new ChatLimits("42", Limits.telegram(30));
        for (int i = 0; i < 3; i++) {
            assertThat(chat.earliest(START, trips)).isLessThanOrEqualTo(START);
            send(chat);
        }
        assertThat(chat.earliest(START, trips)).isBetween(START + SECOND, START + SECOND + 5 * MILLI);
    }

    @Test
    @DisplayName("a message that waits for the global budget keeps its place in the chat for as long as that takes")
    void placeHeld() {
        ChatLimits chat = new ChatLimits("42", new Limits(30, 1, 20));
        Departure waiting = new Departure();
        chat.hold(waiting, START);
        assertThat(chat.earliest(START + 100 * SECOND, trips)).isEqualTo(Long.MAX_VALUE);
        chat.giveBack(waiting);
        assertThat(chat.earliest(START + 100 * SECOND, trips)).isLessThanOrEqualTo(START + 100 * SECOND);
    }

    @Test
    @DisplayName("a 429 holds the chat for as long as it says, and a shorter one does not shorten that")
    void held() {
        ChatLimits chat = new ChatLimits("42", Limits.telegram(30));
        chat.holdUntil(START + 30 * SECOND);
        chat.holdUntil(START + 2 * SECOND);
        assertThat(chat.earliest(START, trips)).isEqualTo(START + 30 * SECOND);
    }

    private void send(ChatLimits chat) {
        Departure departure = new Departure();
        chat.hold(departure, START);
        departure.leave(START);
        departure.answer(START);
        chat.answered(departure);
    }
}
