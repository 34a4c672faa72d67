package org.postbag.posts.collect;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.postbag.posts.Source;
import org.postbag.posts.SourceReport;
import org.postbag.posts.store.Database;
import org.postbag.posts.store.PostIntake;
import org.postbag.posts.store.PostStore;
import org.postbag.posts.store.SourceState;
import org.postbag.posts.store.StoryIndex;
import org.postbag.posts.summary.Summarizer;

/**
 * Goes over sources, has each read by the reader of its kind and stores what is new; then gives numbers to posts whose
 * time has come and names the stories that posts tell. A source that fails does not hold
 * up the others. {@link SourcePass} does one source.
 */
public final class Collector {
    private final PostStore store;
    private final PostIntake intake;
    private final StoryIndex stories;
    private final List<SourceReader> readers;
    private final Tagger tagger;
    private final Summarizer summarizer;
    private final Clock clock;

    public Collector(Database db, List<SourceReader> readers, Tagger tagger, Summarizer summarizer, Clock clock) {
        store = new PostStore(db);
        intake = new PostIntake(db);
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
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "collect");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<SourceReport> reports = new ArrayList<>();
            for (Source source : sources) reports.add(pass(source, backlog, progress, pool));
            store.numberDue(clock.instant());
            stories.complete();
            return List.copyOf(reports);
        } finally {
            pool.shutdownNow();
        }
    }

    /** Reads those of these sources whose interval has passed since they were read last. */
    public List<SourceReport> collectDue(List<Source> sources, Duration backlog, Progress progress) {
        Instant now = clock.instant();
        Map<String, SourceState> states = new HashMap<>();
        for (SourceState state : store.sources()) states.put(state.id(), state);
        List<Source> due = sources.stream()
                .filter(source -> Optional.ofNullable(states.get(source.id()))
                        .map(SourceState::lastRead)
                        .map(last -> !last.plus(source.every()).isAfter(now))
                        .orElse(true))
                .toList();
        if (due.isEmpty()) {
            store.numberDue(now);
            return List.of();
        }
        return collect(due, backlog, progress);
    }

    private SourceReport pass(Source source, Duration backlog, Progress progress, ExecutorService pool) {
        Instant start = clock.instant();
        Editor editor = new Editor(tagger, summarizer);
        String recipe = String.join(
                "|", Editor.VERSION, source.zone().getId(), source.tags().toString(), tagger.fingerprint());
        SourcePass pass = new SourcePass(source, recipe, start, start.minus(backlog), editor, intake, pool, progress);
        return pass.run(readers.stream().filter(r -> r.reads(source.origin())).findFirst());
    }
}
