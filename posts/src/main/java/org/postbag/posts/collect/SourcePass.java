package org.postbag.posts.collect;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
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
import org.postbag.posts.text.Html;

/**
 * One pass over one source: entries are read and edited on the pool, a bounded number at a time, and stored by the
 * calling thread in batches, so that neither memory nor a lock grows with the source.
 */
final class SourcePass {
    private static final int BATCH = 200;
    private static final int BATCH_CHARS = 4_000_000;
    /** Read ahead while a batch is stored. */
    private static final int AHEAD = 300;

    private static final long AHEAD_BYTES = 16_000_000;

    private final Source source;
    private final String recipe;
    private final Instant now;
    private final Instant archiveBefore;
    private final Editor editor;
    private final PostIntake intake;
    private final ExecutorService pool;
    private final Progress progress;

    private final long startedNanos = System.nanoTime();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Arrival> batch = new ArrayList<>();
    private final Map<String, String> touched = new HashMap<>();
    private int batchChars;
    private Counts counts = new Counts(0, 0, 0);
    private int failed;
    private boolean settled;

    SourcePass(
            Source source,
            String recipe,
            Instant now,
            Instant archiveBefore,
            Editor editor,
            PostIntake intake,
            ExecutorService pool,
            Progress progress) {
        this.source = source;
        this.recipe = recipe;
        this.now = now;
        this.archiveBefore = archiveBefore;
        this.editor = editor;
        this.intake = intake;
        this.pool = pool;
        this.progress = progress;
    }

    SourceReport run(Optional<SourceReader> reader) {
        String id = source.id();
        try {
            if (reader.isEmpty())
                return failure(
                        "no reader for a source of kind '" + source.origin().kind() + "'");
            Memory memory = intake.recall(id, recipe);
            settled = memory.settled();
            Fetched fetched = reader.get().read(source, memory.cursor());
            if (fetched instanceof Fetched.Unavailable unavailable) return failure(unavailable.reason());
            if (fetched instanceof Fetched.Listing listing) {
                entries(listing, memory);
                intake.succeeded(id, recipe, listing.cursor(), now);
            } else if (fetched instanceof Fetched.NotModified same) {
                notModified(memory);
                intake.succeeded(id, recipe, same.cursor(), now);
            }
            return report(null);
        } catch (RuntimeException e) {
            String what = e.getMessage() == null ? e.toString() : e.getMessage();
            return failure("reading it failed: " + what + "; what was stored stays, the next pass goes on");
        }
    }

    private void notModified(Memory memory) {
        for (Map.Entry<String, Known> entry : memory.entries().entrySet()) known(entry.getKey(), entry.getValue());
    }

    private void entries(Fetched.Listing listing, Memory memory) {
        problems.addAll(listing.problems());
        Deque<Future<Work>> running = new ArrayDeque<>();
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
            while (!running.isEmpty() && (running.size() >= AHEAD || ahead + entry.size() > AHEAD_BYTES)) {
                ahead -= take(running.remove());
                progress.at(source.id(), ++done, total);
            }
            running.add(pool.submit(() -> work(entry, known)));
            ahead += entry.size();
        }
        while (!running.isEmpty()) {
            take(running.remove());
            progress.at(source.id(), ++done, total);
        }
        flush();
        if (listing.complete()) missing(memory, seen);
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

    /** @param arrival null when the entry is the same as before */
    private record Work(Entry entry, @Nullable Known known, @Nullable Arrival arrival) {}

    private Work work(Entry entry, @Nullable Known known) {
        return new Work(entry, known, arrival(entry, known));
    }

    private @Nullable Arrival arrival(Entry entry, @Nullable Known known) {
        Loaded loaded = entry.load(known == null ? null : known.hash());
        if (loaded instanceof Loaded.Read read) {
            Arrival.Outcome outcome;
            try {
                outcome = editor.edit(source, read.post());
            } catch (Html.TooMuchMarkup e) {
                outcome = new Arrival.Unreadable(String.valueOf(e.getMessage()));
            } catch (RuntimeException | StackOverflowError e) {
                // One strange post must not end the pass; its text is in no message.
                outcome = new Arrival.Unreadable("its body cannot be cleaned ("
                        + e.getClass().getSimpleName() + "); simplify its markup, or report the file");
            }
            return new Arrival(entry.path(), entry.stamp(), read.hash(), outcome);
        }
        if (loaded instanceof Loaded.Hidden hidden)
            return new Arrival(entry.path(), entry.stamp(), hidden.hash(), new Arrival.Hidden());
        if (loaded instanceof Loaded.Unreadable bad)
            return new Arrival(
                    entry.path(),
                    bad.hash().isEmpty() ? "" : entry.stamp(),
                    bad.hash(),
                    new Arrival.Unreadable(bad.problem()));
        return null;
    }

    /** How many bytes the entry had. */
    private long take(Future<Work> future) {
        Work work;
        try {
            work = future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the pass was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(String.valueOf(e.getCause()), e.getCause());
        }
        Arrival arrival = work.arrival();
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

    private SourceReport failure(String reason) {
        intake.failed(source.id(), reason, now);
        return report(reason);
    }

    private SourceReport report(@Nullable String failure) {
        int found = counts.added() + counts.updated() + counts.unchanged() + failed;
        return new SourceReport(
                source.id(),
                found,
                counts.added(),
                counts.updated(),
                counts.unchanged(),
                failed,
                problems,
                (System.nanoTime() - startedNanos) / 1_000_000,
                failure);
    }
}
