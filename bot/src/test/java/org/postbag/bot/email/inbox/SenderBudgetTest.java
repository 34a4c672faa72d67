package org.postbag.bot.email.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postbag.bot.TestClock;
import org.postbag.bot.email.inbox.SenderBudget.Verdict;
import org.postbag.subscriptions.EmailAddress;

class SenderBudgetTest {
    private final TestClock clock = new TestClock("2026-11-20T08:00:00Z");
    private final SenderBudget budget = new SenderBudget(clock);

    private static EmailAddress address(String name) {
        return new EmailAddress(name, "example.com");
    }

    private int answers(String name, boolean subscriber, int asked) {
        int answers = 0;
        for (int i = 0; i < asked; i++) if (budget.ask(address(name), subscriber) == Verdict.ANSWER) answers++;
        return answers;
    }

    @Test
    @DisplayName("a subscriber: 20 an hour, 60 a day, told once each time it was too much")
    void subscriber() {
        assertThat(answers("a", true, 20)).isEqualTo(20);
        assertThat(budget.ask(address("A"), true)).isEqualTo(Verdict.NOTICE);
        assertThat(budget.ask(address("a"), true)).isEqualTo(Verdict.SILENCE);
        clock.advance(Duration.ofHours(1));
        assertThat(answers("a", true, 30)).isEqualTo(20);
        clock.advance(Duration.ofHours(1));
        assertThat(answers("a", true, 30)).isEqualTo(20);
        clock.advance(Duration.ofHours(1));
        assertThat(answers("a", true, 30)).isZero();
        clock.advance(Duration.ofHours(22));
        assertThat(answers("a", true, 30)).isEqualTo(20);
    }

    @Test
    @DisplayName("a stranger: 3 a day, and never told")
    void stranger() {
        assertThat(answers("a", false, 5)).isEqualTo(3);
        assertThat(budget.ask(address("a"), false)).isEqualTo(Verdict.SILENCE);
        clock.advance(Duration.ofDays(1));
        assertThat(answers("a", false, 5)).isEqualTo(3);
    }

    @Test
    @DisplayName("all strangers together: 200 an hour; subscribers do not suffer from it")
    void strangers() {
        int answers = 0;
        for (int i = 0; i < 1000; i++) answers += answers("s" + i, false, 1);
        assertThat(answers).isEqualTo(200);
        assertThat(answers("a", true, 1)).isEqualTo(1);
        clock.advance(Duration.ofHours(1));
        assertThat(answers("s999", false, 1)).isEqualTo(1);
    }
}
