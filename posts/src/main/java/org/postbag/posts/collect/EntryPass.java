package org.postbag.posts.collect;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.Source;
import org.postbag.posts.SourceReport;
import org.postbag.posts.SourceReport.Problem;
import org.postbag.posts.store.Arrival;
import org.postbag.posts.store.Arrival.Known;
import org.postbag.posts.store.Arrival.Published;
import org.postbag.posts.store.PostIntake;
import org.postbag.posts.store.PostIntake.Counts;
import org.postbag.posts.store.PostIntake.Memory;

/**
 * The entries of one listing: read and edited by {@link Desk} on other threads, a bounded number at a time, and stored by
 * the calling thread in batches, so that neither memory nor a lock grows with the source.
 */
final class EntryPass {
    private static final int BATCH = 200;
    private static final int BATCH_CHARS = 4_000_000;
    /** Read ahead while a batch is stored. */
    private static final int AHEAD = 300;

    private static final long AHEAD_BYTES = 16_000_000;
    /** Entries that wait for other servers: how many at once, in one pass, and how long at most. */
    private static final int REMOTE_AHEAD = 8;

    private static final int MOST_REMOTE = 300;
    private static final Duration REMOTE_TIME = Duration.ofMinutes(2);
    private static final int NOTED = 3;

    private final Source source;
    private final String recipe;
    private final Instant now;
    private final Instant archiveBefore;
    private final Desk desk;
    private final PostIntake intake;
    private final Progress progress;

    private final long until = System.nanoTime() + REMOTE_TIME.toNanos();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Arrival> batch = new ArrayList<>();
    private final Map<String, String> touched = new HashMap<>();
    private int batchChars;
    private Counts counts = new Counts(0, 0, 0);
    private int failed;
    private int remote;
    private int left;
    private boolean settled;

    EntryPass(
            Source source,
            String recipe,
            Instant now,
            Instant archiveBefore,
            Desk desk,
            PostIntake intake,
            Progress progress) {
        this.source = source;
        this.recipe = recipe;
        this.now = now;
        this.archiveBefore = archiveBefore;
        this.desk = desk;
        this.intake = intake;
        this.progress = progress;
    }

    /** A listing that is the same as in the pass before. */
    void unchanged(Memory memory) {
        for (Map.Entry<String, Known> entry : memory.entries().entrySet()) known(entry.getKey(), entry.getValue());
    }

    void read(Fetched.Listing listing, Memory memory) {
        settled = memory.settled();
        problems.addAll(listing.problems());
        Deque<Future<Desk.Work>> running = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        long ahead = 0;
        int done = 0;
        int total = listing.entries().size();
        for (Entry entry : listing.entries()) {
            if (!seen.add(entry.path())) continue;
            Known known = memory.entries().get(entry.path());
            if (known != null && !entry.stamp().isEmpty() && known.stamp().equals(entry.stamp())) {
                known(entry.path(), known);
                done++;
                continue;
            }
            boolean waits = entry.remote() || desk.waits();
            if (waits && isEnough()) {
                left++;
                continue;
            }
            int most = waits ? REMOTE_AHEAD : AHEAD;
            while (!running.isEmpty() && (running.size() >= most || ahead + entry.size() > AHEAD_BYTES)) {
                ahead -= take(running.remove());
                progress.at(source.id(), ++done, total);
            }
            running.add(desk.submit(entry, known, settled ? null : archiveBefore));
            ahead += entry.size();
        }
        while (!running.isEmpty()) {
            take(running.remove());
            progress.at(source.id(), ++done, total);
        }
        flush();
        if (listing.complete()) missing(memory, seen);
    }

    private boolean isEnough() {
        return ++remote > MOST_REMOTE || System.nanoTime() - until > 0;
    }

    /** How many entries were left for the next pass. */
    int left() {
        return left;
    }

    private void missing(Memory memory, Set<String> seen) {
        List<String> missing = memory.entries().keySet().stream()
                .filter(path -> !seen.contains(path))
                .toList();
        intake.gone(source.id(), missing, now);
    }

    private void known(String path, Known known) {
        if (known.problem() != null) {
            failed++;
            problems.add(new Problem(path, known.problem()));
        } else if (known.published()) {
            counts = counts.plus(new Counts(0, 0, 1));
        }
    }

    /** How many bytes the entry had. */
    private long take(Future<Desk.Work> future) {
        Desk.Work work;
        try {
            work = future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the pass was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(String.valueOf(e.getCause()), e.getCause());
        }
        Arrival arrival = work.arrival();
        if (work.note() != null) problems.add(new Problem(work.entry().path(), work.note()));
        if (arrival == null) {
            if (work.known() != null) known(work.entry().path(), work.known());
            touched.put(work.entry().path(), work.entry().stamp());
            return work.entry().size();
        }
        if (arrival.outcome() instanceof Arrival.Unreadable bad) {
            failed++;
            problems.add(new Problem(arrival.path(), bad.problem()));
        }
        if (arrival.outcome() instanceof Published published)
            batchChars += published.article().content().html().length()
                    + published.bodyWords().length();
        batch.add(arrival);
        if (batch.size() >= BATCH || batchChars >= BATCH_CHARS) flush();
        return work.entry().size();
    }

    private void flush() {
        if (!batch.isEmpty())
            counts = counts.plus(
                    intake.store(source.id(), recipe, List.copyOf(batch), now, settled ? null : archiveBefore));
        intake.touch(source.id(), touched);
        batch.clear();
        touched.clear();
        batchChars = 0;
    }

    /** The first few of what went wrong with single entries, in a line; null when nothing did. */
    @Nullable
    String note() {
        List<String> lines = new ArrayList<>();
        if (left > 0) lines.add(left + " entries are left for the next pass");
        problems.stream().limit(NOTED).forEach(p -> lines.add(p.where() + ": " + p.problem()));
        if (problems.size() > NOTED) lines.add((problems.size() - NOTED) + " more like these");
        return lines.isEmpty() ? null : String.join("; ", lines);
    }

    SourceReport report(long tookMillis, @Nullable String failure) {
        int found = counts.added() + counts.updated() + counts.unchanged() + failed;
        return new SourceReport(
                source.id(),
                found,
                counts.added(),
                counts.updated(),
                counts.unchanged(),
                failed,
                problems,
                tookMillis,
                failure);
    }
}
