package org.postbag.bot.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.postbag.bot.app.Adding;
import org.postbag.bot.app.Application;
import org.postbag.bot.config.Values;
import org.postbag.posts.Origin;
import org.postbag.posts.Source;
import org.postbag.posts.collect.feed.Opml;
import org.postbag.posts.collect.feed.OpmlFeed;
import org.postbag.posts.collect.feed.OpmlList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code source import}: the feeds of an OPML list; importing it again changes nothing. */
@Command(name = "import", description = "Adds the feeds of an OPML file; its folders become tags.")
final class SourceImportCommand implements Callable<Integer> {
    private static final int MOST_BYTES = 10 << 20;

    private final Session session;

    @Parameters(paramLabel = "OPML", description = "the file")
    Path file = Path.of("");

    @Option(names = "--every", description = "how often they are looked at (default: 1h)")
    String every = "1h";

    @Option(names = "--json", description = "one JSON document")
    boolean json;

    SourceImportCommand(Session session) {
        this.session = session;
    }

    /** What came of it; {@code feeds} counts the rejected ones too. */
    record Report(int feeds, int added, int unchanged, List<OpmlList.Rejected> rejected) {}

    @Override
    public Integer call() {
        Duration interval = Durations.of("--every", every);
        OpmlList list = list();
        List<OpmlFeed> feeds = list.feeds();
        if (feeds.isEmpty() && list.rejected().isEmpty())
            throw new WrongUsage(file + " lists no feeds; give an OPML file, as feed readers export");
        try (Application application = session.open()) {
            Adding adding = application.addedSources().adding();
            List<OpmlList.Rejected> rejected = new ArrayList<>(list.rejected());
            int added = 0;
            int unchanged = 0;
            for (OpmlFeed feed : feeds) {
                try {
                    Origin origin = new Origin.Feed(Values.http(feed.xmlUrl()), false);
                    if (adding.knows(origin)) {
                        unchanged++;
                        continue;
                    }
                    String problem = adding.add(new Source(
                            adding.freeId(feed.title()),
                            origin,
                            interval,
                            feed.tags(),
                            application.config().zone()));
                    if (problem != null) throw new IllegalArgumentException(problem);
                    added++;
                } catch (IllegalArgumentException e) {
                    rejected.add(new OpmlList.Rejected(feed.title(), feed.xmlUrl(), String.valueOf(e.getMessage())));
                }
            }
            tell(new Report(feeds.size() + list.rejected().size(), added, unchanged, rejected));
            return rejected.isEmpty() ? 0 : Faults.FAILED;
        }
    }

    private OpmlList list() {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) throw new WrongUsage(file + " is larger than 10 MB; split it");
            return Opml.read(bytes);
        } catch (NoSuchFileException e) {
            throw new WrongUsage("There is no file " + file + "; check its name.");
        } catch (IOException e) {
            throw new WrongUsage(file + " cannot be read (" + e + "); check its permissions");
        } catch (IllegalArgumentException e) {
            throw new WrongUsage(file + ": " + e.getMessage());
        }
    }

    private void tell(Report report) {
        if (json) {
            Json.line(session.out(), report);
            return;
        }
        session.print(
                "%d feeds: %d added, %d known already, %d rejected%n",
                report.feeds(),
                report.added(),
                report.unchanged(),
                report.rejected().size());
        for (OpmlList.Rejected one : report.rejected())
            session.err().println("  " + one.title() + " (" + one.address() + "): " + one.problem());
    }
}
