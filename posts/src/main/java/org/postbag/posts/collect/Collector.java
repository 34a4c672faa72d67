package org.postbag.posts.collect;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.Source;
import org.postbag.posts.SourceReport;
import org.postbag.posts.store.Database;
import org.postbag.posts.store.PostIntake;
import org.postbag.posts.store.PostStore;
import org.postbag.posts.store.SourceState;
import org.postbag.posts.store.SourceStates;
import org.postbag.posts.store.StoryIndex;
import org.postbag.posts.summary.Summarizer;

/**
 * Goes over sources side by side, has each read by the reader of its kind and stores what is new; then gives numbers to
 * posts whose time has come and names the stories that posts tell. A source that fails or dawdles does not hold up the
 * others. {@link SourcePass} does one source. Thread safe: a source is read by one pass at a time.
 */
public final class Collector {
    private static final int SOURCES_AT_ONCE = 16;
    private static final int WAITING_AT_ONCE = 32;

    private final PostStore store;
    private final PostIntake intake;
    private final SourceStates states;
    private final StoryIndex stories;
    private final List<SourceReader> readers;
    private final Tagger tagger;
    private final Summarizer summarizer;
    private final Clock clock;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    public Collector(Database db, List<SourceReader> readers, Tagger tagger, Summarizer summarizer, Clock clock) {
        store = new PostStore(db);
        intake = new PostIntake(db);
        states = new SourceStates(db);
        stories = new StoryIndex(db);
        this.readers = List.copyOf(readers);
        this.tagger = tagger;
        this.summarizer = summarizer;
        this.clock = clock;
    }

    /**
     * Reads these sources now, whatever their interval.
     *
     * @param backlog of a source read for the first time, posts older than this go to the archive
     * @return one report a source, in order
     */
    public List<SourceReport> collect(List<Source> sources, Duration backlog, Progress progress) {
        ExecutorService passes = pool("collect", Math.max(1, Math.min(SOURCES_AT_ONCE, sources.size())));
        ExecutorService workers = pool("edit", Math.max(1, Runtime.getRuntime().availableProcessors()));
        ExecutorService waiters = pool("wait", WAITING_AT_ONCE);
        try {
            List<Future<SourceReport>> running = new ArrayList<>();
            for (Source source : sources)
                running.add(passes.submit(() -> pass(source, backlog, progress, workers, waiters)));
            List<SourceReport> reports = new ArrayList<>();
            for (Future<SourceReport> one : running) reports.add(result(one));
            finish();
            return List.copyOf(reports);
        } finally {
            passes.shutdownNow();
            workers.shutdownNow();
            waiters.shutdownNow();
        }
    }

    /** Reads those of these sources that are due and that no other thread is reading. */
    public List<SourceReport> collectDue(List<Source> sources, Duration backlog, Progress progress) {
        Instant now = clock.instant();
        Map<String, SourceState> known = new HashMap<>();
        for (SourceState state : store.sources()) known.put(state.id(), state);
        List<Source> due = sources.stream()
                .filter(source -> isDue(source, known.get(source.id()), now))
                .filter(source -> underWay.add(source.id()))
                .toList();
        try {
            if (!due.isEmpty()) return collect(due, backlog, progress);
            store.numberDue(now);
            return List.of();
        } finally {
            due.forEach(source -> underWay.remove(source.id()));
        }
    }

    private static boolean isDue(Source source, @Nullable SourceState state, Instant now) {
        if (state == null || state.lastRead() == null) return true;
        if (state.ended() != null) return false;
        if (state.notBefore() != null && state.notBefore().isAfter(now)) return false;
        return !state.lastRead().plus(source.every()).isAfter(now);
    }

    private SourceReport pass(
            Source source, Duration backlog, Progress progress, ExecutorService workers, ExecutorService waiters) {
        Instant start = clock.instant();
        Desk desk = new Desk(source, new Editor(tagger, summarizer, start), workers, waiters);
        String recipe = String.join(
                "|", Editor.VERSION, source.zone().getId(), source.tags().toString(), tagger.fingerprint());
        EntryPass entries = new EntryPass(source, recipe, start, start.minus(backlog), desk, intake, progress);
        return new SourcePass(source, recipe, start, intake, states, entries)
                .run(readers.stream().filter(r -> r.reads(source.origin())).findFirst());
    }

    /** One thread at a time: two that name the same story would give it two names. */
    private synchronized void finish() {
        store.numberDue(clock.instant());
        stories.complete();
    }

    private static SourceReport result(Future<SourceReport> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("collecting was interrupted; the next pass goes on", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "the state of a source could not be recorded: " + e.getCause(), e.getCause());
        }
    }

    private static ExecutorService pool(String name, int threads) {
        return Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }
}
