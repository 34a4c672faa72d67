package org.postbag.bot.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postbag.bot.TestClock;
import org.postbag.bot.token.Tokens.Purpose;

class TokensTest {
    private final TestClock clock = new TestClock("2026-11-20T00:00:00Z");
    private final Tokens tokens = new Tokens("0123456789abcdef0123456789abcdef".getBytes(), clock);

    @Test
    @DisplayName("a token opens what it was made for, and nothing else")
    void purpose() {
        String token = tokens.make(Purpose.CONFIRM, 7);
        assertThat(tokens.read(Purpose.CONFIRM, token)).contains(7L);
        assertThat(tokens.read(Purpose.UNSUBSCRIBE, token)).isEmpty();
    }

    @Test
    @DisplayName("no altered token opens anything")
    void altered() {
        String token = tokens.make(Purpose.UNSUBSCRIBE, 7);
        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            String altered = token.substring(0, i) + other + token.substring(i + 1);
            if (i == token.length() - 1) continue; // its last bits carry nothing
            assertThat(tokens.read(Purpose.UNSUBSCRIBE, altered)).as(altered).isEmpty();
        }
        assertThat(tokens.read(Purpose.UNSUBSCRIBE, "")).isEmpty();
        assertThat(tokens.read(Purpose.UNSUBSCRIBE, "../../etc/passwd")).isEmpty();
        assertThat(new Tokens(new byte[32], clock).read(Purpose.UNSUBSCRIBE, token))
                .isEmpty();
    }

    @Test
    @DisplayName("a confirmation holds for a week, a way out for years")
    void ends() {
        String confirm = tokens.make(Purpose.CONFIRM, 7);
        String leave = tokens.make(Purpose.UNSUBSCRIBE, 7);
        clock.advance(Duration.ofDays(6));
        assertThat(tokens.read(Purpose.CONFIRM, confirm)).isPresent();
        clock.advance(Duration.ofDays(3));
        assertThat(tokens.read(Purpose.CONFIRM, confirm)).isEmpty();
        clock.advance(Duration.ofDays(3000));
        assertThat(tokens.read(Purpose.UNSUBSCRIBE, leave)).isPresent();
    }
}
