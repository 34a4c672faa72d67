package org.postbag.bot.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postbag.bot.TestClock;
import org.postbag.bot.delivery.Outcome;
import org.postbag.subscriptions.Bounce;

class PatientMailsTest {
    private static final OutgoingMail MAIL = new OutgoingMail(
            "<1@example.org>", "news@example.org", "news@example.org", "reader@example.com", new byte[0]);
    private final TestClock clock = new TestClock("2026-11-20T00:00:00Z");
    private final List<Outcome> answers = new ArrayList<>();
    private final List<Bounce> returned = new ArrayList<>();
    private int tries;
    private final PatientMails mails = new PatientMails(new Scripted(), clock);

    private final class Scripted implements MailTransport {
        @Override
        public Outcome send(OutgoingMail mail, BooleanSupplier leaving) {
            tries++;
            return answers.isEmpty() ? new Outcome.Later(null, "greylisted", true) : answers.remove(0);
        }

        @Override
        public int connections() {
            return 1;
        }

        @Override
        public void close() {}
    }

    private void after(Duration pause) {
        clock.advance(pause);
        mails.retryDue();
    }

    @Test
    @DisplayName("a mail that was greylisted is tried again after a minute, and no more once it was taken")
    void greylisted() {
        answers.addAll(List.of(new Outcome.Later(null, "greylisted", true), new Outcome.Accepted("<1@example.org>")));
        mails.send(MAIL, returned::add);
        after(Duration.ofSeconds(59));
        assertThat(tries).isEqualTo(1);
        after(Duration.ofSeconds(1));
        assertThat(tries).isEqualTo(2);
        after(Duration.ofDays(1));
        assertThat(tries).isEqualTo(2);
    }

    @Test
    @DisplayName("after five tries it is given up")
    void givenUp() {
        mails.send(MAIL, returned::add);
        for (int minutes : List.of(1, 5, 15, 60, 600, 600)) after(Duration.ofMinutes(minutes));
        assertThat(tries).isEqualTo(5);
    }

    @Test
    @DisplayName("one that comes back is told, and not tried again")
    void bounced() {
        Bounce gone = new Bounce(Bounce.Kind.HARD, "5.1.1", "no such user", Bounce.Origin.SMTP);
        answers.add(new Outcome.Bounced(gone));
        mails.send(MAIL, returned::add);
        after(Duration.ofDays(1));
        assertThat(returned).containsExactly(gone);
        assertThat(tries).isEqualTo(1);
    }
}
