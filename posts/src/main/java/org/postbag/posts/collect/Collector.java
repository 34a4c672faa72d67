package org.postbag.posts.collect;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
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
public final class Collector implements AutoCloseable {
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
    private final ExecutorService passes = pool("collect", SOURCES_AT_ONCE);
    private final ExecutorService workers =
            pool("edit", Math.max(1, Runtime.getRuntime().availableProcessors()));
    private final ExecutorService waiters = pool("wait", WAITING_AT_ONCE);

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
     * @return one report a source, in order; none of sources that were left because the program stops
     */
    public List<SourceReport> collect(List<Source> sources, Duration backlog, Progress progress) {
        return collect(sources, source -> pass(source, backlog, progress));
    }

    private List<SourceReport> collect(List<Source> sources, Function<Source, SourceReport> pass) {
        List<Future<SourceReport>> running = new ArrayList<>();
        for (Source source : sources) running.add(passes.submit(() -> pass.apply(source)));
        List<SourceReport> reports = new ArrayList<>();
        for (Future<SourceReport> one : running) result(one).ifPresent(reports::add);
        if (!passes.isShutdown()) finish();
        return List.copyOf(reports);
    }

    /**
     * Reads those of these sources that are due and that no other thread is reading. A source may be read again as soon as
     * its own pass has ended, whatever the others do.
     */
    public List<SourceReport> collectDue(List<Source> sources, Duration backlog, Progress progress) {
        if (passes.isShutdown()) return List.of();
        List<Source> free =
                sources.stream().filter(source -> underWay.add(source.id())).toList();
        Instant now = clock.instant();
        Set<Source> due = new LinkedHashSet<>();
        try {
            // Looked up only now: whoever had claimed one before has noted how that went.
            Map<String, SourceState> known = new HashMap<>();
            for (SourceState state : states.all()) known.put(state.id(), state);
            for (Source source : free) if (isDue(source, known.get(source.id()), now)) due.add(source);
        } finally {
            for (Source source : free) if (!due.contains(source)) underWay.remove(source.id());
        }
        if (due.isEmpty()) {
            // What others have stored is finished here while they still wait for a source that dawdles.
            finish();
            return List.of();
        }
        return collect(List.copyOf(due), source -> {
            try {
                return pass(source, backlog, progress);
            } finally {
                underWay.remove(source.id());
            }
        });
    }

    private static boolean isDue(Source source, @Nullable SourceState state, Instant now) {
        if (state == null || state.lastRead() == null) return true;
        Instant next = state.nextRead(source.every());
        return next != null && !next.isAfter(now);
    }

    private SourceReport pass(Source source, Duration backlog, Progress progress) {
        Instant start = clock.instant();
        Desk desk = new Desk(source, new Editor(tagger, summarizer, start), workers, waiters);
        String recipe = String.join(
                "|",
                Editor.VERSION,
                source.zone().getId(),
                source.tags().toString(),
                source.origin().treatment(),
                tagger.fingerprint());
        EntryPass entries = new EntryPass(source, recipe, start, start.minus(backlog), desk, intake, progress);
        return new SourcePass(source, recipe, start, intake, states, entries)
                .run(readers.stream().filter(r -> r.reads(source.origin())).findFirst());
    }

    /** One thread at a time: two that name the same story would give it two names. */
    private synchronized void finish() {
        store.numberDue(clock.instant());
        stories.complete();
    }

    /** Empty when the program is stopping. */
    private Optional<SourceReport> result(Future<SourceReport> future) {
        try {
            return Optional.of(future.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (CancellationException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "the state of a source could not be recorded: " + e.getCause(), e.getCause());
        }
    }

    /** Threads that are gone again when there is nothing to do. */
    private static ExecutorService pool(String name, int threads) {
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(threads, threads, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, name);
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** Breaks off what is under way; what was stored stays, and the next pass goes on. */
    @Override
    public void close() {
        for (Runnable waiting : passes.shutdownNow()) ((Future<?>) waiting).cancel(false);
        workers.shutdownNow();
        waiters.shutdownNow();
    }
}
