package org.postbag.bot.command.admin;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.postbag.posts.Source;
import org.postbag.posts.SourceReport;

/** Passes over sources that operators asked for, beside whoever asked; of one source only one at a time. Thread safe. */
public final class BackgroundPasses implements AutoCloseable {
    private static final int AT_ONCE = 4;

    private final Function<List<Source>, List<SourceReport>> collect;
    private final Set<String> underWay = new HashSet<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, work -> {
        Thread thread = new Thread(work, "run");
        thread.setDaemon(true);
        return thread;
    });

    /** @param collect reads these sources now, whatever their interval */
    public BackgroundPasses(Function<List<Source>, List<SourceReport>> collect) {
        this.collect = collect;
    }

    /** Begins a pass; empty when one of these sources is being read for an operator already. */
    synchronized Optional<CompletableFuture<List<SourceReport>>> begin(List<Source> sources) {
        Set<String> ids = new HashSet<>();
        for (Source source : sources) ids.add(source.id());
        if (ids.stream().anyMatch(underWay::contains)) return Optional.empty();
        underWay.addAll(ids);
        return Optional.of(CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return collect.apply(sources);
                    } finally {
                        ended(ids);
                    }
                },
                threads));
    }

    private synchronized void ended(Set<String> ids) {
        underWay.removeAll(ids);
    }

    /** What is under way ends by itself, or with the collector. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
