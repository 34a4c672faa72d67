package org.postbag.bot.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.postbag.subscriptions.store.Claim;
import org.postbag.subscriptions.store.DeliveryStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps claims alive while they are worked on, by a heartbeat every third of a lease. A process that dies stops
 * beating, and its claims are taken over when the lease is over.
 */
final class Leases implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Leases.class);

    private final DeliveryStore ledger;
    private final Duration lease;
    private final Clock clock;
    private final Set<Claim> held = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService beat;

    Leases(DeliveryStore ledger, Duration lease, Clock clock) {
        this.ledger = ledger;
        this.lease = lease;
        this.clock = clock;
        beat = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "lease-heartbeat");
            thread.setDaemon(true);
            return thread;
        });
        long third = Math.max(1, lease.toMillis() / 3);
        var unused = beat.scheduleAtFixedRate(this::renew, third, third, TimeUnit.MILLISECONDS);
    }

    void hold(List<Claim> claims) {
        held.addAll(claims);
    }

    void release(Claim claim) {
        held.remove(claim);
    }

    private void renew() {
        try {
            for (Claim claim : held) ledger.heartbeat(claim, clock.instant().plus(lease));
        } catch (RuntimeException e) {
            // The database may be away for a moment; the next beat tries again, and a lost lease is fenced by its
            // token.
            LOG.warn("leases of {} deliveries could not be renewed: {}", held.size(), e.getMessage());
        }
    }

    @Override
    public void close() {
        beat.shutdownNow();
    }
}
