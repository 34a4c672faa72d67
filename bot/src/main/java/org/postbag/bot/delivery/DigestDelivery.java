package org.postbag.bot.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postbag.digest.DigestBuilder;
import org.postbag.posts.store.PostStore;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Subscriptions;
import org.postbag.subscriptions.store.DeliveryPlanner;
import org.postbag.subscriptions.store.DeliveryStore;

/**
 * A digest goes out: due rows are planned, claimed, turned into parcels and sent, and how each ended is recorded. The
 * clock's ticks come from {@code schedule}; posts come in by the other journey, {@code Collector}.
 */
public final class DigestDelivery implements AutoCloseable {

    private final DeliveryPlanner planner;
    private final DeliveryStore ledger;
    private final PostStore posts;
    private final List<DeliveryChannel> channels;
    private final Supplier<DeliveryRules> rules;
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
            Supplier<DeliveryRules> rules,
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
        ledger.reclaim(now, rules.get()::resends);
        planner.plan(now);
        Windows windows = new Windows(posts);
        long upTo = posts.lastNumber();
        planner.planInstant(now, s -> !windows.newFor(s, upTo).isEmpty());
    }

    /** Sends what is due on one channel; returns when nothing is left to try. */
    public Pass sendDue(DeliveryChannel channel, Instant now, @Nullable Address only) {
        Pass pass = Pass.none();
        for (int i = ledger.backingOff(channel.name(), now, only); i > 0; i--) pass = pass.plus(Pass.End.PENDING);
        return pass.plus(new ChannelPass(channel, ledger, posts, preparation, sending, rules.get(), clock, workers)
                .run(now, only, () -> stopping));
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
