package org.postbag.bot.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.postbag.digest.DigestBuilder;
import org.postbag.posts.store.PostStore;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Subscriptions;
import org.postbag.subscriptions.store.Claim;
import org.postbag.subscriptions.store.DeliveryPlanner;
import org.postbag.subscriptions.store.DeliveryStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A digest goes out: due rows are planned, claimed, turned into parcels and sent, and how each ended is recorded. The
 * clock's ticks come from {@code schedule}; posts come in by the other journey, {@code Collector}.
 */
public final class DigestDelivery implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DigestDelivery.class);

    private final DeliveryPlanner planner;
    private final DeliveryStore ledger;
    private final PostStore posts;
    private final List<DeliveryChannel> channels;
    private final DeliveryRules rules;
    private final Clock clock;
    private final Preparation preparation;
    private final Sending sending;
    private final ExecutorService workers = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "delivery");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean stopping;

    public DigestDelivery(
            DeliveryPlanner planner,
            DeliveryStore ledger,
            Subscriptions subscriptions,
            PostStore posts,
            DigestBuilder builder,
            List<DeliveryChannel> channels,
            DeliveryRules rules,
            Clock clock) {
        this.planner = planner;
        this.ledger = ledger;
        this.posts = posts;
        this.channels = List.copyOf(channels);
        this.rules = rules;
        this.clock = clock;
        this.preparation = new Preparation(ledger, posts, builder, rules);
        this.sending = new Sending(ledger, subscriptions, rules, clock);
    }

    /** One pass: everything due and not backing off is tried once. {@code only} restricts sending to one address. */
    public Pass deliverDue(Instant now, @Nullable Address only) {
        plan(now);
        Pass pass = Pass.none();
        for (DeliveryChannel channel : channels) pass = pass.plus(sendDue(channel, now, only));
        return pass;
    }

    /** Takes back what a dead process left behind and writes the rows that have become due. */
    public void plan(Instant now) {
        posts.numberDue(now);
        ledger.reclaim(now, rules::resends);
        planner.plan(now);
        Windows windows = new Windows(posts);
        long upTo = posts.lastNumber();
        planner.planInstant(now, s -> !windows.newFor(s, upTo).isEmpty());
    }

    /** Sends what is due on one channel; returns when nothing is left to try. */
    public Pass sendDue(DeliveryChannel channel, Instant now, @Nullable Address only) {
        Pass pass = Pass.none();
        for (int i = ledger.backingOff(channel.name(), now, only); i > 0; i--) pass = pass.plus(Pass.End.PENDING);
        while (!stopping) {
            // Few enough that a lease without a heartbeat outlives them at one message a second and thread.
            List<Claim> claims = ledger.claim(channel.name(), channel.parallelism() * 8, now, rules.lease(), only);
            if (claims.isEmpty()) return pass;
            Leases leases = new Leases(ledger, claims, rules.lease(), clock);
            try {
                for (Pass.End end : sendAll(claims, channel, now)) pass = pass.plus(end);
            } finally {
                leases.close();
            }
        }
        return pass;
    }

    private List<Pass.End> sendAll(List<Claim> claims, DeliveryChannel channel, Instant now) {
        Windows windows = new Windows(posts);
        long upTo = posts.lastNumber();
        Semaphore slots = new Semaphore(channel.parallelism());
        List<CompletableFuture<Pass.End>> underWay = new ArrayList<>();
        List<Pass.End> ends = new ArrayList<>();
        for (Claim claim : claims) {
            if (stopping) {
                // Put back at once, so that nobody has to wait for the lease to run out.
                ledger.retry(claim, now, "put back when Postbag was stopped", false);
                ends.add(Pass.End.PENDING);
                continue;
            }
            try {
                Preparation.Prepared prepared = preparation.prepare(claim, channel, windows, upTo, now);
                Parcel parcel = prepared.parcel();
                if (parcel == null) {
                    if (prepared.end() != null) ends.add(prepared.end());
                    continue;
                }
                slots.acquireUninterruptibly();
                underWay.add(CompletableFuture.supplyAsync(() -> sending.send(claim, parcel, channel), workers)
                        .handle((end, fault) -> fault == null ? end : fault(claim, fault))
                        .whenComplete((end, fault) -> slots.release()));
            } catch (RuntimeException e) {
                ends.add(fault(claim, e));
            }
        }
        for (CompletableFuture<Pass.End> one : underWay) ends.add(one.join());
        return ends;
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

    public List<DeliveryChannel> channels() {
        return channels;
    }

    /** Nothing further is begun; what is under way is finished by the pass that sends it, and the rest put back. */
    public void stop() {
        stopping = true;
    }

    @Override
    public void close() {
        stop();
        workers.shutdown();
    }
}
