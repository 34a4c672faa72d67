package org.postbag.bot.doctor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Makes checks, some at a time, each within its limit. One that hangs is left behind on a thread that keeps no process
 * alive; one that throws has failed.
 */
final class Examination implements AutoCloseable {
    private static final ThreadFactory DAEMONS = task -> {
        Thread thread = new Thread(task, "doctor");
        thread.setDaemon(true);
        return thread;
    };

    private final ExecutorService inner = Executors.newCachedThreadPool(DAEMONS);
    private final List<ExecutorService> pools = new ArrayList<>();
    private final UnaryOperator<String> masking;
    private final Consumer<String> done;

    /**
     * @param masking takes secrets out of a text
     * @param done told the name of each check that has ended, by any thread
     */
    Examination(UnaryOperator<String> masking, Consumer<String> done) {
        this.masking = masking;
        this.done = done;
    }

    /** Begins with checks, {@code width} at a time; the results come in the order of the checks. */
    List<Future<Examined>> begin(List<? extends Check> checks, int width) {
        ExecutorService pool = Executors.newFixedThreadPool(width, DAEMONS);
        pools.add(pool);
        return checks.stream().map(check -> pool.submit(() -> examined(check))).toList();
    }

    private Examined examined(Check check) throws InterruptedException {
        Notes notes = new Notes();
        long start = System.nanoTime();
        Future<?> running = inner.submit(() -> check.run(notes));
        Duration limit = check.limit();
        try {
            running.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            running.cancel(true);
            notes.late(limit.toSeconds());
        } catch (ExecutionException e) {
            notes.fail(
                    "this check met a fault in Postbag itself: " + e.getCause(),
                    "report it with this line; the other checks are not affected");
        }
        Finding finding = notes.finding();
        Finding shown = new Finding(finding.status(), masking.apply(finding.found()), masking.apply(finding.advice()));
        done.accept(check.name());
        return new Examined(check.name(), shown, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }

    @Override
    public void close() {
        pools.forEach(ExecutorService::shutdownNow);
        inner.shutdownNow();
    }
}
