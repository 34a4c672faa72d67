package org.postbag.bot.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
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

    private final ScheduledExecutorService beat;

    Leases(DeliveryStore ledger, List<Claim> claims, Duration lease, Clock clock) {
        beat = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "lease-heartbeat");
            thread.setDaemon(true);
            return thread;
        });
        long third = Math.max(1, lease.toMillis() / 3);
        var unused = beat.scheduleAtFixedRate(
                () -> renew(ledger, claims, lease, clock), third, third, TimeUnit.MILLISECONDS);
    }

    private static void renew(DeliveryStore ledger, List<Claim> claims, Duration lease, Clock clock) {
        try {
            for (Claim claim : claims) ledger.heartbeat(claim, clock.instant().plus(lease));
        } catch (RuntimeException e) {
            // The database may be away for a moment; the next beat tries again, and a lost lease is fenced by its
            // token.
            LOG.warn("leases of {} deliveries could not be renewed: {}", claims.size(), e.getMessage());
        }
    }

    @Override
    public void close() {
        beat.shutdownNow();
    }
}
