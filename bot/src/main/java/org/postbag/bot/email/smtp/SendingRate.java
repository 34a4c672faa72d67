package org.postbag.bot.email.smtp;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Keeps a server's mails a second, with no more than a tenth of a second's worth at once; waiting ends at once on closing. */
final class SendingRate implements AutoCloseable {
    private final @Nullable Bucket bucket;
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * @param rate mails a second, 0 for no limit
     */
    SendingRate(int rate) {
        bucket = rate == 0
                ? null
                : Bucket.builder()
                        .addLimit(limit ->
                                limit.capacity(Math.max(1, rate / 10)).refillGreedy(rate, Duration.ofSeconds(1)))
                        .withNanosecondPrecision()
                        .build();
    }

    /** Waits for this mail's turn; false when the turn did not come. */
    boolean await(Duration atMost) throws InterruptedException {
        if (bucket == null) return true;
        long end = System.nanoTime() + atMost.toNanos();
        for (; ; ) {
            ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
            if (probe.isConsumed()) return true;
            if (System.nanoTime() - end > 0) return false;
            if (closed.await(probe.getNanosToWaitForRefill(), TimeUnit.NANOSECONDS)) return false;
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
