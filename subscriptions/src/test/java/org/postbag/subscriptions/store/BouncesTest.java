package org.postbag.subscriptions.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postbag.subscriptions.store.Results.after;
import static org.postbag.subscriptions.store.Results.assertDone;
import static org.postbag.subscriptions.store.Results.assertRefused;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Bounce;
import org.postbag.subscriptions.BounceLine;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.Result;
import org.postbag.subscriptions.Result.Kind;
import org.postbag.subscriptions.Result.Reason;
import org.postbag.subscriptions.Status;
import org.postbag.subscriptions.Subscription;
import org.postbag.subscriptions.Subscriptions;

/** What bounces make of a subscription, and what brings it back. */
class BouncesTest {

    private static final String INBOX = "email:reader@example.org";
    private static final Bounce HARD = new Bounce(Bounce.Kind.HARD, "5.1.1", "user unknown", Bounce.Origin.REPORT);
    private static final Bounce SOFT = new Bounce(Bounce.Kind.SOFT, "4.2.2", "mailbox full", Bounce.Origin.SMTP);
    private static final Bounce COMPLAINT = new Bounce(Bounce.Kind.COMPLAINT, "", "abuse", Bounce.Origin.REPORT);

    /** Soft bounces, one a step; how many there were when the address was suppressed, 0 if it never was. */
    private static int softUntilSuppressed(TestLedger ledger, long id, Duration step, int most) {
        for (int bounce = 1; bounce <= most; bounce++) {
            if (after(ledger.rules().bounced(id, SOFT)).status() == Status.SUPPRESSED) return bounce;
            ledger.now = ledger.now.plus(step);
        }
        return 0;
    }

    @ParameterizedTest
    @EnumSource
    void aHardBounceAndAComplaintSuppressAtOnceAndSayWhy(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        Subscription gone = ledger.add(INBOX);
        Subscription angry = ledger.add("email:angry@example.org");
        assertDone(ledger.rules().bounced(gone.id(), HARD), Kind.CHANGED, Status.SUPPRESSED);
        assertDone(ledger.rules().bounced(angry.id(), COMPLAINT), Kind.CHANGED, Status.SUPPRESSED);
        assertThat(ledger.find(INBOX).statusReason()).isEqualTo("bounced: 5.1.1 user unknown");
        assertThat(ledger.find("email:angry@example.org").statusReason()).isEqualTo("complained: abuse");
        assertDone(ledger.rules().bounced(gone.id(), COMPLAINT), Kind.UNCHANGED, Status.SUPPRESSED);
        assertThat(ledger.find(INBOX).statusReason())
                .as("the first reason stays")
                .startsWith("bounced");
        assertThat(ledger.rules().bounces(gone.id()))
                .containsExactly(new BounceLine(ledger.now, COMPLAINT), new BounceLine(ledger.now, HARD));
        assertRefused(ledger.rules().bounced(4711, HARD), Reason.UNKNOWN);
        assertThat(ledger.count("SELECT COUNT(*) FROM bounce")).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void softBouncesSuppressAfterSevenDaysInARow(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        long id = ledger.add(INBOX).id();
        assertThat(softUntilSuppressed(ledger, id, Duration.ofDays(1), 30)).isEqualTo(7);
        assertThat(ledger.find(INBOX).statusReason()).isEqualTo("bounced again and again: 4.2.2 mailbox full");
    }

    @ParameterizedTest
    @EnumSource
    void softBouncesOfOneDayCountOnce(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        long id = ledger.add(INBOX).id();
        assertThat(softUntilSuppressed(ledger, id, Duration.ofMinutes(14), 100)).isZero();
        assertThat(ledger.rules().bounces(id)).as("bounded").hasSize(50);
        assertThat(ledger.rules().bounces(id).get(0).at()).isEqualTo(ledger.now.minus(Duration.ofMinutes(14)));
    }

    @ParameterizedTest
    @EnumSource
    void rareSoftBouncesNeverSumUp(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        long id = ledger.add(INBOX).id();
        assertThat(softUntilSuppressed(ledger, id, Duration.ofDays(7), 60)).isZero();
        assertThat(softUntilSuppressed(ledger, id, Duration.ofDays(3), 60)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aSuppressedAddressStaysSoUnlessTheOperatorReadmitsIt(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        Subscriptions rules = ledger.rules();
        long id = ledger.add(INBOX).id();
        ledger.add("telegram:1");
        Address inbox = Address.parse(INBOX);
        softUntilSuppressed(ledger, id, Duration.ofDays(1), 30);
        assertDone(rules.add(inbox, Change.none(), true), Kind.UNCHANGED, Status.SUPPRESSED);
        assertRefused(rules.join(inbox, Change.none()), Reason.SUPPRESSED);
        assertRefused(rules.confirm(inbox), Reason.SUPPRESSED);
        assertRefused(rules.approve(inbox), Reason.SUPPRESSED);
        assertRefused(rules.resume(inbox), Reason.NOT_PAUSED);
        assertRefused(rules.link(Address.parse("telegram:1"), inbox), Reason.SUPPRESSED);
        assertDone(rules.unsubscribe(inbox), Kind.UNCHANGED, Status.SUPPRESSED);
        assertThat(ledger.find(INBOX).status()).isEqualTo(Status.SUPPRESSED);

        assertDone(rules.readmit(inbox), Kind.CHANGED, Status.ACTIVE);
        assertThat(ledger.find(INBOX).statusReason()).isNull();
        assertThat(ledger.find(INBOX).nextDue()).isAfter(ledger.now);
        assertDone(rules.readmit(inbox), Kind.UNCHANGED, Status.ACTIVE);
        assertThat(rules.bounces(id)).as("stay to be seen").hasSize(7);
        assertThat(softUntilSuppressed(ledger, id, Duration.ofDays(1), 30))
                .as("counted from none")
                .isEqualTo(7);
    }

    @ParameterizedTest
    @EnumSource
    void whoeverNeverConfirmedWaitsForThatWhenReadmitted(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        Address inbox = Address.parse(INBOX);
        long id = after(ledger.rules().join(inbox, Change.none())).id();
        ledger.rules().bounced(id, HARD);
        assertDone(ledger.rules().readmit(inbox), Kind.CHANGED, Status.PENDING);
        assertDone(ledger.rules().confirm(inbox), Kind.CHANGED, Status.ACTIVE);
    }

    @ParameterizedTest
    @EnumSource
    void digestsThatWaitForASuppressedAddressAreSkipped(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        long id = ledger.add(INBOX).id();
        ledger.at("2026-11-20T07:30:00Z").plan();
        ledger.rules().bounced(id, HARD);
        assertThat(ledger.rows()).singleElement().satisfies(row -> {
            assertThat(row.status()).isEqualTo(DeliveryStatus.SKIPPED);
            assertThat(row.skip()).isEqualTo(Skip.GONE);
        });
        assertThat(ledger.at("2026-11-22T07:30:00Z").plan()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void reportsThatComeAtOnceAreAllKeptAndCountOnce(Engine engine) throws Exception {
        TestLedger ledger = TestLedger.empty(engine);
        long id = ledger.add(INBOX).id();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Result>> reports = new ArrayList<>();
        for (int i = 0; i < 40; i++) reports.add(() -> ledger.rules().bounced(id, SOFT));
        for (Future<Result> report : threads.invokeAll(reports))
            assertDone(report.get(), Kind.UNCHANGED, Status.ACTIVE);
        threads.shutdownNow();
        assertThat(ledger.rules().bounces(id)).hasSize(40);
        assertThat(ledger.count("SELECT COUNT(*) FROM bounce_score WHERE points = 1"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void bouncesGoWithTheSubscriptionAndWithOldHistory(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        long erased = ledger.add(INBOX).id();
        long kept = ledger.add("email:kept@example.org").id();
        ledger.rules().bounced(erased, SOFT);
        ledger.rules().bounced(kept, SOFT);
        Instant then = ledger.now;
        ledger.now = then.plus(Duration.ofDays(1));
        ledger.rules().bounced(kept, SOFT);
        ledger.rules().erase(Address.parse(INBOX));
        assertThat(ledger.rules().bounces(erased)).isEmpty();
        assertThat(ledger.count("SELECT COUNT(*) FROM bounce_score")).isEqualTo(1);
        assertThat(ledger.deliveries.prune(then.plusMillis(1), 100)).isEqualTo(1);
        assertThat(ledger.deliveries.prune(then.plusMillis(1), 100)).isZero();
        assertThat(ledger.rules().bounces(kept)).containsExactly(new BounceLine(ledger.now, SOFT));
    }
}
