package org.postbag.bot.email.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postbag.bot.config.Config;
import org.postbag.bot.delivery.Outcome;

/** Which of several servers carries a mail. */
@Timeout(60)
final class FailoverTest {
    private final SetClock clock = new SetClock();
    private final MailSink first = new MailSink();
    private final MailSink second = new MailSink();
    private final SmtpTransport transport = Mails.transport(clock, first.settings(2, 1), second.settings(3, 1));

    @AfterEach
    void close() {
        transport.close();
        first.close();
        second.close();
    }

    private Outcome send() {
        return transport.send(Mails.to("r@example.com"), () -> true);
    }

    private void firstIs(String greeting) {
        first.behaviour =
                (at, connection, argument) -> at == Moment.GREETING ? new Act.SayAndCut(greeting) : new Act.Agree();
    }

    @Test
    void the_first_server_is_used_as_long_as_it_works() {
        for (int i = 0; i < 5; i++) assertThat(send()).isInstanceOf(Outcome.Accepted.class);
        assertThat(first.received).hasSize(5);
        assertThat(second.connections).hasValue(0);
        assertThat(transport.connections()).isEqualTo(3);
    }

    @Test
    void a_server_that_lets_nobody_in_is_set_aside_for_longer_each_time_and_comes_back() {
        firstIs("421 4.3.2 not now");
        for (int i = 0; i < 3; i++) assertThat(send()).isInstanceOf(Outcome.Accepted.class);
        assertThat(second.received).hasSize(3);
        assertThat(first.connections).hasValue(1);

        clock.pass(Duration.ofSeconds(6));
        send();
        send();
        assertThat(first.connections).hasValue(2);
        clock.pass(Duration.ofSeconds(6));
        send();
        assertThat(first.connections).as("it is away for 10 seconds now").hasValue(2);

        clock.pass(Duration.ofSeconds(5));
        first.behaviour = Behaviour.GOOD;
        send();
        send();
        assertThat(first.received).hasSize(2);
        firstIs("421 4.3.2 not now");
        send();
        clock.pass(Duration.ofSeconds(6));
        first.behaviour = Behaviour.GOOD;
        send();
        assertThat(first.received).as("it was away for 5 seconds again").hasSize(3);
    }

    @Test
    void without_any_server_a_mail_is_tried_later_and_asked_about_at_most_once() {
        first.close();
        second.close();
        AtomicInteger asked = new AtomicInteger();
        Outcome outcome = transport.send(Mails.to("r@example.com"), () -> asked.incrementAndGet() > 0);
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Later.class, later -> {
            assertThat(later.attempt()).isTrue();
            assertThat(later.problem()).contains("127.0.0.1:" + second.port()).contains("cannot be reached");
        });
        assertThat(asked).hasValue(0);
    }

    @Test
    void a_refused_login_sets_the_server_aside_and_is_explained() {
        first.login = "u:right";
        first.extensions.add("AUTH PLAIN LOGIN");
        Config.Smtp wrong = first.settings(Config.Tls.NONE, null, "u", "wrong-secret");
        try (SmtpTransport alone = Mails.transport(clock, wrong);
                SmtpTransport both = Mails.transport(clock, wrong, second.settings(1, 9))) {
            assertThat(alone.send(Mails.to("r@example.com"), () -> true))
                    .isInstanceOfSatisfying(Outcome.Later.class, later -> {
                        assertThat(later.attempt()).isTrue();
                        assertThat(later.problem())
                                .contains("user and password")
                                .doesNotContain("wrong-secret");
                    });
            assertThat(both.send(Mails.to("r@example.com"), () -> true)).isInstanceOf(Outcome.Accepted.class);
            assertThat(second.received).hasSize(1);
        }
    }

    @Test
    void a_refused_mail_does_not_go_to_the_next_server() {
        first.behaviour =
                (at, connection, argument) -> at == Moment.RCPT ? new Act.Say("550 5.1.1 unknown") : new Act.Agree();
        assertThat(send()).isInstanceOf(Outcome.Bounced.class);
        assertThat(second.connections).hasValue(0);
    }
}
