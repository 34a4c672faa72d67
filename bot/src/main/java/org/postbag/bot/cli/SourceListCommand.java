package org.postbag.bot.cli;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.app.AddedSources;
import org.postbag.bot.app.Application;
import org.postbag.bot.config.Values;
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
            String address,
            boolean configured,
            List<String> tags,
            long every,
            long posts,
            @Nullable Instant lastRead,
            @Nullable Instant lastSuccess,
            @Nullable Instant nextRead,
            int failures,
            @Nullable String error,
            @Nullable String note) {}

    @Override
    public Integer call() {
        try (Application application = session.open()) {
            Map<String, SourceState> states =
                    application.posts().sources().stream().collect(Collectors.toMap(SourceState::id, state -> state));
            if (application.sources().isEmpty())
                session.err()
                        .println("There are no sources; 'postbag source add' adds one, or list them under 'sources' in "
                                + session.configFile() + ".");
            for (Source source : application.sources())
                show(line(
                        source,
                        application.config().sources().contains(source),
                        states.getOrDefault(source.id(), unread(source))));
            return 0;
        }
    }

    private static SourceState unread(Source source) {
        return new SourceState(source.id(), null, null, 0, null, null, null, null, 0);
    }

    private static Line line(Source source, boolean configured, SourceState state) {
        return new Line(
                source.id(),
                source.origin().kind(),
                Values.masked(AddedSources.address(source.origin())),
                configured,
                source.tags(),
                source.every().toSeconds(),
                state.posts(),
                state.lastRead(),
                state.lastSuccess(),
                state.nextRead(source.every()),
                state.failures(),
                state.lastError() == null ? null : Values.masked(state.lastError()),
                state.note());
    }

    private void show(Line line) {
        if (json) {
            Json.line(session.out(), line);
            return;
        }
        session.print("%s  %s  %d posts  %s%n", line.id(), line.kind(), line.posts(), health(line));
        if (line.error() == null && line.note() != null) session.print("    note: %s%n", line.note());
    }

    private static String health(Line line) {
        if (line.error() != null)
            return (line.failures() > 1 ? "failed " + line.failures() + " times" : "failed")
                    + (line.lastSuccess() == null ? "" : ", last read well " + line.lastSuccess())
                    + (line.nextRead() == null ? ", not tried again by itself" : ", next try " + line.nextRead())
                    + ": " + line.error();
        return line.lastRead() == null ? "not read yet" : "read " + line.lastRead();
    }
}
