package org.postbag.bot.email.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postbag.bot.Serving;
import org.postbag.bot.TestBot;
import org.postbag.bot.TestClock;
import org.postbag.bot.delivery.Pass;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Bounce;
import org.postbag.subscriptions.BounceLine;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.EmailAddress;
import org.postbag.subscriptions.Status;
import org.postbag.subscriptions.Subscriptions;
import org.postbag.subscriptions.store.Delivery;
import org.postbag.subscriptions.store.DeliveryQuery;
import org.postbag.subscriptions.store.DeliveryStatus;

/** A mail server has a bad day, and the process is killed again and again while it sends. */
class KilledMailTest {
    private static final int INBOXES = 120;
    private static final int KILLS = 4;
    private static final long SEED = 20261122;
    private static final Pattern MESSAGE_ID = Pattern.compile("(?m)^Message-ID:\\s+(<[^<>\\s]+>)");

    @ParameterizedTest(name = "{0}, uncertain: {1}")
    @CsvSource({"SQLITE, hold", "POSTGRESQL, resend"})
    @DisplayName(
            "what counts as sent was taken, nothing was taken twice but what is listed as uncertain, nothing is lost")
    void killed(Engine engine, String uncertain) throws IOException, InterruptedException {
        TestClock clock = new TestClock("2026-11-20T22:00:00Z");
        BadDay day = new BadDay(SEED, 5);
        try (MailSink sink = new MailSink();
                TestBot bot = new TestBot(engine, clock, configuration(sink.port(), uncertain))) {
            sink.behaviour = day;
            sink.keepsCommands = false;
            bot.post("chips", "芯片厂扩产", "科技", "一家芯片厂宣布扩产，明年产能翻倍。");
            bot.collect();
            Subscriptions subscriptions = bot.application().subscriptions();
            for (int n = 1; n <= INBOXES; n++)
                subscriptions.add(Address.parse("email:reader" + n + "@example.com"), Change.none(), true);
            bot.stop();
            clock.advance(Duration.ofHours(2));
            Random random = new Random(SEED);
            for (int kill = 1; kill <= KILLS; kill++) {
                // The dead process's claims are over when the next begins.
                clock.advance(Duration.ofMinutes(2));
                int more = day.taken() + 1 + random.nextInt(12);
                try (Serving serving = Serving.start(bot.configuration(), clock.instant())) {
                    day.await(more, Duration.ofSeconds(30));
                    serving.kill();
                }
            }
            bot.restart();
            assertThat(finishLogging(bot, clock)).contains("bounced").doesNotContain("@");
            check(sink, bot, uncertain.equals("hold"));
        }
    }

    private static String configuration(int port, String uncertain) {
        return """
                email:
                  from: 晨报 <news@example.org>
                  smtp: { host: 127.0.0.1, port: %d, tls: none, connections: 4, per-connection: 10, rate: 100 }
                delivery: { lease: 2s, attempts: 20, uncertain: { email: %s } }
                """
                .formatted(port, uncertain);
    }

    /** What was logged meanwhile. */
    private static String finishLogging(TestBot bot, TestClock clock) {
        PrintStream err = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            finish(bot, clock);
        } finally {
            System.setErr(err);
        }
        return log.toString(StandardCharsets.UTF_8);
    }

    /** Passes until nothing waits any more, each a while after the one before, so that nothing backs off. */
    private static void finish(TestBot bot, TestClock clock) {
        Pass pass;
        int passes = 0;
        do {
            clock.advance(Duration.ofMinutes(45));
            pass = bot.application().delivery().deliverDue(clock.instant(), null);
        } while (pass.pending() > 0 && ++passes < 20);
        assertThat(pass.pending()).isZero();
    }

    private static void check(MailSink sink, TestBot bot, boolean hold) {
        assertThat(sink.violations).isEmpty();
        Map<String, List<String>> taken = new HashMap<>();
        for (Received mail : sink.received)
            taken.computeIfAbsent(mail.recipient(), r -> new ArrayList<>()).add(messageId(mail));
        List<Delivery> ledger = bot.application().ledger().list(DeliveryQuery.all());
        assertThat(ledger).hasSize(INBOXES);
        Set<String> sent = new HashSet<>();
        Set<String> held = new HashSet<>();
        for (Delivery delivery : ledger) {
            String inbox = ((EmailAddress) delivery.address()).mailbox();
            List<String> copies = taken.getOrDefault(inbox, List.of());
            assertThat(new HashSet<>(copies)).as("%s: one Message-ID", inbox).hasSizeLessThanOrEqualTo(1);
            assertThat(copies.size())
                    .as("copies for %s", delivery)
                    .isLessThanOrEqualTo(hold ? 1 : 1 + delivery.uncertain());
            switch (delivery.status()) {
                case SENT -> {
                    assertThat(copies)
                            .as(inbox)
                            .isNotEmpty()
                            .containsOnly(delivery.messageIds().get(0));
                    sent.addAll(copies);
                }
                case UNCERTAIN -> {
                    assertThat(hold).isTrue();
                    assertThat(delivery.uncertain()).isEqualTo(1);
                    held.addAll(copies);
                }
                case FAILED, SKIPPED -> {
                    assertThat(copies).as(inbox).isEmpty();
                    assertThat(BadDay.isGone(inbox) || BadDay.isFull(inbox))
                            .as("%s", delivery)
                            .isTrue();
                }
                default -> throw new AssertionError("still open: " + delivery);
            }
            returned(bot.application().subscriptions(), delivery, inbox);
        }
        Set<String> all = new HashSet<>();
        taken.values().forEach(all::addAll);
        sent.addAll(held);
        assertThat(sent)
                .as("sent, or listed as uncertain, is what the server took")
                .isEqualTo(all);
        assertThat(ledger.stream()
                        .filter(d -> d.status() == DeliveryStatus.SENT)
                        .count())
                .isGreaterThan(INBOXES / 2);
        assertThat(ledger.stream().mapToInt(Delivery::uncertain).sum()).isPositive();
    }

    /** An inbox that refused is listed with what was said, and left alone where there is none. */
    private static void returned(Subscriptions subscriptions, Delivery delivery, String inbox) {
        boolean refused = delivery.status() == DeliveryStatus.FAILED || delivery.status() == DeliveryStatus.SKIPPED;
        List<Bounce> bounces = subscriptions.bounces(delivery.subscription()).stream()
                .map(BounceLine::bounce)
                .toList();
        Status status =
                subscriptions.find(delivery.subscription()).orElseThrow().status();
        if (!refused) {
            // Killed after the refusal and before it was written down, or never refused.
            if (delivery.status() == DeliveryStatus.SENT)
                assertThat(bounces).as(inbox).isEmpty();
            return;
        }
        boolean gone = BadDay.isGone(inbox);
        assertThat(bounces).as(inbox).hasSizeBetween(1, 2).allSatisfy(bounce -> {
            assertThat(bounce.kind()).isEqualTo(gone ? Bounce.Kind.HARD : Bounce.Kind.SOFT);
            assertThat(bounce.status()).isEqualTo(gone ? "5.1.1" : "5.2.2");
            assertThat(bounce.said())
                    .contains(gone ? "no such user" : "mailbox full")
                    .doesNotContain("@");
            assertThat(bounce.origin()).isEqualTo(Bounce.Origin.SMTP);
        });
        assertThat(status).as(inbox).isEqualTo(gone ? Status.SUPPRESSED : Status.ACTIVE);
        assertThat(delivery.status()).as(inbox).isEqualTo(gone ? DeliveryStatus.SKIPPED : DeliveryStatus.FAILED);
    }

    private static String messageId(Received mail) {
        Matcher found = MESSAGE_ID.matcher(new String(mail.data(), StandardCharsets.US_ASCII));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
