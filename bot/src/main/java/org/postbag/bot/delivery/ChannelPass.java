package org.postbag.bot.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.store.PostStore;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.store.Claim;
import org.postbag.subscriptions.store.DeliveryStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One channel's pass over the ledger: rows are claimed a few at a time, as earlier ones leave room, so that one that
 * hangs holds up no other. {@link Preparation} and {@link Sending} do the work on each.
 */
final class ChannelPass {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelPass.class);
    /** Few enough that a lease without a heartbeat outlives them at one message a second and thread. */
    private static final int CLAIMS_A_THREAD = 8;

    private final DeliveryChannel channel;
    private final DeliveryStore ledger;
    private final PostStore posts;
    private final Preparation preparation;
    private final Sending sending;
    private final DeliveryRules rules;
    private final Clock clock;
    private final Executor workers;
    private final Queue<Pass.End> ends = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean moved = new AtomicBoolean();
    private final Semaphore slots;

    ChannelPass(
            DeliveryChannel channel,
            DeliveryStore ledger,
            PostStore posts,
            Preparation preparation,
            Sending sending,
            DeliveryRules rules,
            Clock clock,
            Executor workers) {
        this.channel = channel;
        this.ledger = ledger;
        this.posts = posts;
        this.preparation = preparation;
        this.sending = sending;
        this.rules = rules;
        this.clock = clock;
        this.workers = workers;
        this.slots = new Semaphore(channel.parallelism());
    }

    /** Sends what is due; returns when nothing is left to try, and all that was begun has ended. */
    Pass run(Instant now, @Nullable Address only, BooleanSupplier stopping) {
        try (Leases leases = new Leases(ledger, rules.lease(), clock)) {
            // What moved to another address while it was under way is tried there.
            do round(now, only, stopping, leases);
            while (moved.getAndSet(false) && !stopping.getAsBoolean());
        }
        Pass pass = Pass.none();
        for (Pass.End end : ends) pass = pass.plus(end);
        return pass;
    }

    private void round(Instant now, @Nullable Address only, BooleanSupplier stopping, Leases leases) {
        Windows windows = new Windows(posts);
        SharedDigests shared = new SharedDigests();
        Deque<Claim> claimed = new ArrayDeque<>();
        long upTo = 0;
        while (!claimed.isEmpty() || !stopping.getAsBoolean()) {
            if (claimed.isEmpty()) {
                List<Claim> more = ledger.claim(
                        channel.name(), channel.parallelism() * CLAIMS_A_THREAD, now, leaseFrom(now), only);
                if (more.isEmpty()) break;
                leases.hold(more);
                claimed.addAll(more);
                upTo = posts.lastNumber();
            }
            Claim claim = claimed.remove();
            if (stopping.getAsBoolean()) putBack(claim, now);
            else begin(claim, windows, shared, upTo, now, leases);
        }
        slots.acquireUninterruptibly(channel.parallelism());
        slots.release(channel.parallelism());
    }

    /** A pass sees one time however long it lasts; a lease runs from when its claim is taken. */
    private Duration leaseFrom(Instant now) {
        Duration since = Duration.between(now, clock.instant());
        return since.isNegative() ? rules.lease() : rules.lease().plus(since);
    }

    /** At once, so that nobody has to wait for the lease to run out. */
    private void putBack(Claim claim, Instant now) {
        ledger.retry(claim, now, "put back when Postbag was stopped", false);
        ends.add(Pass.End.PENDING);
    }

    private void begin(Claim claim, Windows windows, SharedDigests shared, long upTo, Instant now, Leases leases) {
        slots.acquireUninterruptibly();
        boolean underWay = false;
        try {
            Preparation.Prepared prepared = preparation.prepare(claim, channel, windows, shared, upTo, now);
            Parcel parcel = prepared.parcel();
            if (parcel == null) {
                if (prepared.end() != null) ends.add(prepared.end());
                return;
            }
            underWay = true;
            var unused = CompletableFuture.supplyAsync(
                            () -> sending.send(claim, parcel, prepared.content(), channel), workers)
                    .handle((end, fault) -> fault == null ? end : fault(claim, fault))
                    .whenComplete((end, fault) -> ended(claim, end, leases));
        } catch (RuntimeException e) {
            ends.add(fault(claim, e));
        } finally {
            if (!underWay) {
                leases.release(claim);
                slots.release();
            }
        }
    }

    private void ended(Claim claim, Pass.End end, Leases leases) {
        ends.add(end);
        if (end == Pass.End.AGAIN) moved.set(true);
        leases.release(claim);
        slots.release();
    }

    /** One reader's fault stays one reader's: it is told once, here, and tried again later. */
    private Pass.End fault(Claim claim, Throwable fault) {
        long id = claim.delivery().id();
        LOG.error("delivery {} met a fault in Postbag itself and will be tried again", id, fault);
        try {
            int attempts = claim.delivery().attempts() + 1;
            String problem = "a fault in Postbag itself: " + fault.getClass().getSimpleName() + "; see the log";
            if (attempts >= rules.attempts()) {
                ledger.failed(claim, problem, clock.instant());
                return Pass.End.FAILED;
            }
            ledger.retry(claim, clock.instant().plus(Backoff.after(attempts)), problem, true);
        } catch (RuntimeException e) {
            LOG.error("delivery {} could not be recorded either; its lease will run out", id, e);
        }
        return Pass.End.PENDING;
    }
}
