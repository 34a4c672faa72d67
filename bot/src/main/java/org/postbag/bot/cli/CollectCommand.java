package org.postbag.bot.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.postbag.bot.app.Application;
import org.postbag.bot.config.Values;
import org.postbag.posts.Source;
import org.postbag.posts.SourceReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code collect}: one pass over the sources now. */
@Command(name = "collect", description = "Reads the sources once, now, whatever their interval.")
final class CollectCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "SOURCE", description = "ids of sources; none: all")
    List<String> ids = new ArrayList<>();

    @Option(names = "--json", description = "one JSON document")
    boolean json;

    CollectCommand(Session session) {
        this.session = session;
    }

    /** The document; names as scripts rely on them. */
    record Document(List<Entry> sources) {}

    /** One source's part of it. */
    record Entry(
            String id,
            int found,
            @JsonProperty("new") int added,
            int updated,
            int unchanged,
            int failed,
            List<SourceReport.Problem> errors,
            long tookMillis) {
        /** What made the source fail as a whole is the last of its errors. */
        static Entry of(SourceReport report) {
            List<SourceReport.Problem> errors = new ArrayList<>();
            for (SourceReport.Problem error : report.errors())
                errors.add(new SourceReport.Problem(Values.masked(error.where()), Values.masked(error.problem())));
            if (report.failure() != null)
                errors.add(new SourceReport.Problem(report.id(), Values.masked(report.failure())));
            return new Entry(
                    report.id(),
                    report.found(),
                    report.added(),
                    report.updated(),
                    report.unchanged(),
                    report.failed(),
                    errors,
                    report.tookMillis());
        }
    }

    @Override
    public Integer call() {
        try (Application application = session.open()) {
            List<Source> sources = chosen(application);
            List<SourceReport> reports;
            try (ProgressBar bar = ProgressBar.on(session.err())) {
                reports = application
                        .collector()
                        .collect(sources, application.config().digest().backlog(), bar);
            }
            if (json)
                Json.line(
                        session.out(),
                        new Document(reports.stream().map(Entry::of).toList()));
            else reports.forEach(this::tell);
            return reports.stream().anyMatch(report -> report.failure() != null) ? Faults.FAILED : 0;
        }
    }

    private List<Source> chosen(Application application) {
        List<Source> all = application.sources();
        if (ids.isEmpty()) {
            if (all.isEmpty())
                session.err()
                        .println("There are no sources; 'postbag source add' adds one, or list them under 'sources' in "
                                + session.configFile() + ".");
            return all;
        }
        List<Source> chosen =
                all.stream().filter(source -> ids.contains(source.id())).toList();
        for (String id : ids) Known.source(application, id);
        return chosen;
    }

    private void tell(SourceReport report) {
        session.print(
                "%s: %d found, %d new, %d updated, %d unchanged, %d failed (%d ms)%n",
                report.id(),
                report.found(),
                report.added(),
                report.updated(),
                report.unchanged(),
                report.failed(),
                report.tookMillis());
        for (SourceReport.Problem problem : Entry.of(report).errors())
            session.err().println("  " + problem.where() + ": " + problem.problem());
    }
}
