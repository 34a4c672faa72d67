package org.postbag.bot.cli;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.app.Application;
import org.postbag.posts.Source;
import org.postbag.posts.store.SourceState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code source list}: where posts come from and how each source is doing. */
@Command(name = "list", description = "Lists the sources and how each is doing.")
final class SourceListCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--json", description = "JSON lines")
    boolean json;

    SourceListCommand(Session session) {
        this.session = session;
    }

    /** A source and its state. */
    record Line(
            String id,
            String kind,
            long posts,
            @Nullable Instant lastRead,
            @Nullable Instant lastSuccess,
            int failures,
            @Nullable String error) {}

    @Override
    public Integer call() {
        try (Application application = session.open()) {
            Map<String, SourceState> states =
                    application.posts().sources().stream().collect(Collectors.toMap(SourceState::id, state -> state));
            for (Source source : application.sources()) show(line(source, states.get(source.id())));
            return 0;
        }
    }

    private static Line line(Source source, @Nullable SourceState state) {
        if (state == null) return new Line(source.id(), source.origin().kind(), 0, null, null, 0, null);
        return new Line(
                source.id(),
                source.origin().kind(),
                state.posts(),
                state.lastRead(),
                state.lastSuccess(),
                state.failures(),
                state.lastError());
    }

    private void show(Line line) {
        if (json) {
            Json.line(session.out(), line);
            return;
        }
        String health = line.error() != null
                ? line.error()
                : line.lastRead() == null ? "not read yet" : "read " + line.lastRead();
        session.print("%s  %s  %d posts  %s%n", line.id(), line.kind(), line.posts(), health);
    }
}
