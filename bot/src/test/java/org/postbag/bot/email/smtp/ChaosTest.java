package org.postbag.bot.email.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postbag.bot.delivery.Outcome;

/** A server at its worst: what we believe to have sent is what it took. */
@Timeout(120)
final class ChaosTest {
    private static final int MAILS = 4000;
    private static final List<Act> TROUBLES = List.of(
            new Act.Say("451 4.3.0 try again"),
            new Act.Say("450 busy"),
            new Act.Say("550 5.1.1 unknown"),
            new Act.Say("552 5.2.2 full"),
            new Act.SayAndCut("421 4.3.2 shutting down"),
            new Act.SayAndCut("550 5.7.1 go away"),
            new Act.Cut(),
            new Act.TakeAndCut(),
            new Act.Say("250-two lines\r\n250 of answer"),
            new Act.Say("nonsense"));

    /** Trouble now and then, the same for the same seed as far as threads allow. */
    private static Behaviour random(long seed) {
        Random random = new Random(seed);
        return (moment, connection, argument) -> {
            synchronized (random) {
                if (moment == Moment.GREETING) return new Act.Agree();
                if (random.nextInt(12) > 0) return new Act.Agree();
                Act act = TROUBLES.get(random.nextInt(TROUBLES.size()));
                boolean pretends = act instanceof Act.Say say && say.line().startsWith("250");
                return pretends ? new Act.Agree() : act;
            }
        };
    }

    @ParameterizedTest
    @CsvSource({"1, true", "2, false", "3, true"})
    void what_counts_as_sent_is_what_was_taken_and_only_uncertain_mails_may_be_either(long seed, boolean pipelining)
            throws InterruptedException {
        Set<String> sent = ConcurrentHashMap.newKeySet();
        Set<String> uncertain = ConcurrentHashMap.newKeySet();
        AtomicInteger others = new AtomicInteger();
        try (MailSink sink = new MailSink()) {
            sink.keepsCommands = false;
            if (!pipelining) sink.extensions.remove("PIPELINING");
            sink.behaviour = random(seed);
            ExecutorService threads = Executors.newFixedThreadPool(8);
            try (SmtpTransport transport = Mails.transport(sink.settings(5, 20))) {
                for (int i = 0; i < MAILS; i++) {
                    String recipient = "r" + i + "@example.com";
                    threads.execute(() -> {
                        Outcome outcome = transport.send(Mails.to(recipient, "Hi " + recipient + "\r\n"), () -> true);
                        if (outcome instanceof Outcome.Accepted) sent.add(recipient);
                        else if (outcome instanceof Outcome.Uncertain) uncertain.add(recipient);
                        else others.incrementAndGet();
                    });
                }
                threads.shutdown();
                assertThat(threads.awaitTermination(100, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(sink.violations).isEmpty();
            List<String> taken = sink.recipients();
            assertThat(taken).as("none twice").doesNotHaveDuplicates();
            assertThat(taken).as("all that counts as sent").containsAll(sent);
            Set<String> unexplained = new HashSet<>(taken);
            unexplained.removeAll(sent);
            unexplained.removeAll(uncertain);
            assertThat(unexplained).as("taken, though we believe it was not").isEmpty();
            assertThat(sink.received).allMatch(mail -> mail.text().endsWith("Hi " + mail.recipient() + "\r\n"));
            assertThat(sent.size() + uncertain.size() + others.get()).isEqualTo(MAILS);
            assertThat(sent.size()).isGreaterThan(MAILS / 2);
            assertThat(uncertain).isNotEmpty();
            assertThat(sink.mostMails.get()).isLessThanOrEqualTo(20);
        }
    }
}
