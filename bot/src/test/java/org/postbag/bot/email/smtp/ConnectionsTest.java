package org.postbag.bot.email.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postbag.bot.config.Config;
import org.postbag.bot.delivery.Outcome;

/** How many connections there are, how long they live and who gets them. */
@Timeout(60)
final class ConnectionsTest {
    private final SetClock clock = new SetClock();

    @Test
    void never_more_connections_than_configured_nor_more_mails_on_one() throws Exception {
        try (MailSink sink = new MailSink();
                SmtpTransport transport = Mails.transport(sink.settings(3, 7))) {
            ExecutorService threads = Executors.newFixedThreadPool(12);
            List<Callable<Outcome>> work = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                int number = i;
                work.add(() -> transport.send(Mails.to("r" + number + "@example.com"), () -> true));
            }
            for (Future<Outcome> outcome : threads.invokeAll(work))
                assertThat(outcome.get()).isInstanceOf(Outcome.Accepted.class);
            threads.shutdown();
            assertThat(sink.received).hasSize(500);
            assertThat(sink.mostMails.get()).isEqualTo(7);
            assertThat(sink.most.get()).isEqualTo(3);
            assertThat(transport.connections()).isEqualTo(3);
        }
    }

    @Test
    void a_connection_that_the_server_closed_while_it_rested_costs_no_attempt() {
        for (Duration rest : List.of(Duration.ZERO, Duration.ofSeconds(30))) {
            try (MailSink sink = new MailSink();
                    SmtpTransport transport = Mails.transport(clock, sink.settings(1, 100))) {
                assertThat(transport.send(Mails.to("a@example.com"), () -> true))
                        .isInstanceOf(Outcome.Accepted.class);
                sink.closeConnections();
                clock.pass(rest);
                AtomicInteger asked = new AtomicInteger();
                assertThat(transport.send(Mails.to("b@example.com"), () -> asked.incrementAndGet() > 0))
                        .isInstanceOf(Outcome.Accepted.class);
                assertThat(asked).hasValue(1);
                assertThat(sink.connections).hasValue(2);
            }
        }
    }

    @Test
    void a_server_that_says_goodbye_to_a_resting_connection_costs_no_attempt() {
        try (MailSink sink = new MailSink();
                SmtpTransport transport = Mails.transport(clock, sink.settings(1, 100))) {
            assertThat(transport.send(Mails.to("a@example.com"), () -> true)).isInstanceOf(Outcome.Accepted.class);
            sink.behaviour = (at, connection, argument) -> at == Moment.MAIL && connection == 1
                    ? new Act.SayAndCut("421 4.4.2 timeout exceeded")
                    : new Act.Agree();
            assertThat(transport.send(Mails.to("b@example.com"), () -> true)).isInstanceOf(Outcome.Accepted.class);
        }
    }

    @Test
    void a_connection_that_rested_too_long_is_closed() throws Exception {
        try (MailSink sink = new MailSink();
                SmtpTransport transport = Mails.transport(clock, sink.settings(1, 100))) {
            CountDownLatch quit = new CountDownLatch(1);
            assertThat(transport.send(Mails.to("a@example.com"), () -> true)).isInstanceOf(Outcome.Accepted.class);
            clock.pass(Duration.ofSeconds(61));
            Thread watching = new Thread(() -> {
                while (!sink.open.isEmpty()) Thread.onSpinWait();
                quit.countDown();
            });
            watching.setDaemon(true);
            watching.start();
            assertThat(quit.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(sink.commands).contains("QUIT");
        }
    }

    @Test
    void a_server_that_takes_fewer_connections_is_used_with_those() throws Exception {
        try (MailSink sink = new MailSink();
                SmtpTransport transport = Mails.transport(clock, sink.settings(6, 10_000))) {
            sink.behaviour = (at, connection, argument) -> at == Moment.GREETING && connection > 2
                    ? new Act.SayAndCut("421 4.7.0 too many connections")
                    : new Act.Agree();
            assertThat(transport.send(Mails.to("first@example.com"), () -> true))
                    .isInstanceOf(Outcome.Accepted.class);
            ExecutorService threads = Executors.newFixedThreadPool(6);
            List<Callable<Outcome>> work =
                    Collections.nCopies(200, () -> transport.send(Mails.to("r@example.com"), () -> true));
            for (Future<Outcome> outcome : threads.invokeAll(work))
                assertThat(outcome.get()).isInstanceOf(Outcome.Accepted.class);
            threads.shutdown();
        }
    }

    @Test
    void the_rate_is_kept() throws Exception {
        try (MailSink sink = new MailSink();
                SmtpTransport transport = Mails.transport(
                        new Config.Smtp("127.0.0.1", sink.port(), null, null, Config.Tls.NONE, 4, 100, 40, null))) {
            ExecutorService threads = Executors.newFixedThreadPool(4);
            for (Future<Outcome> outcome : threads.invokeAll(Collections.nCopies(
                    44, (Callable<Outcome>) () -> transport.send(Mails.to("r@example.com"), () -> true))))
                assertThat(outcome.get()).isInstanceOf(Outcome.Accepted.class);
            threads.shutdown();
            long nanos = sink.received.stream().mapToLong(Received::nanos).max().orElseThrow()
                    - sink.received.stream().mapToLong(Received::nanos).min().orElseThrow();
            // 4 may go at once, and 40 more take a second.
            assertThat(nanos).isGreaterThan(900_000_000L);
        }
    }

    @Test
    void closing_ends_the_wait_for_the_rate_at_once_and_without_an_attempt() throws Exception {
        try (MailSink sink = new MailSink()) {
            SmtpTransport transport = Mails.transport(
                    new Config.Smtp("127.0.0.1", sink.port(), null, null, Config.Tls.NONE, 1, 100, 1, null));
            assertThat(transport.send(Mails.to("a@example.com"), () -> true)).isInstanceOf(Outcome.Accepted.class);
            ExecutorService thread = Executors.newSingleThreadExecutor();
            Future<Outcome> waiting = thread.submit(() -> transport.send(Mails.to("b@example.com"), () -> true));
            long start = System.nanoTime();
            transport.close();
            assertThat(waiting.get()).isInstanceOfSatisfying(Outcome.Later.class, later -> assertThat(later.attempt())
                    .isFalse());
            assertThat(System.nanoTime() - start).isLessThan(900_000_000L);
            thread.shutdown();
        }
    }

    @Test
    void a_server_that_never_answers_is_left_when_its_time_is_over() {
        Timeouts hasty = new Timeouts(
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofMillis(200),
                Duration.ofMillis(200),
                Duration.ofSeconds(2),
                Duration.ofSeconds(60),
                Duration.ofSeconds(1));
        try (MailSink sink = new MailSink();
                SmtpTransport transport = new SmtpTransport(List.of(sink.settings(1, 100)), clock, hasty, 20)) {
            sink.behaviour = (at, connection, argument) -> at == Moment.RCPT ? new Act.Hang() : new Act.Agree();
            assertThat(transport.send(Mails.to("a@example.com"), () -> true))
                    .isInstanceOfSatisfying(Outcome.Later.class, later -> assertThat(later.problem())
                            .contains("too long"));
            sink.behaviour = (at, connection, argument) -> at == Moment.END ? new Act.Hang() : new Act.Agree();
            assertThat(transport.send(Mails.to("a@example.com"), () -> true)).isInstanceOf(Outcome.Uncertain.class);
        }
    }
}
