package org.postbag.bot.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.postbag.bot.app.Application;
import org.postbag.subscriptions.csv.ImportReport;
import org.postbag.subscriptions.csv.SubscriptionImport;
import org.postbag.subscriptions.csv.UnusableCsv;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code subscriber import}: subscriptions of a CSV file; importing it again changes nothing. */
@Command(
        name = "import",
        description = "Takes subscriptions over from a CSV file. Suppressed and blocked addresses stay what they are.")
final class SubscriberImportCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            paramLabel = "FILE",
            description = "its first line names the columns: address,status,tags,mute,lang,zone,at,days,length,created")
    Path file = Path.of("");

    @Option(names = "--confirmed", description = "inboxes without a status in the file need not confirm")
    boolean confirmed;

    @Option(names = "--dry-run", description = "only tells what would come of it")
    boolean dryRun;

    @Option(names = "--json", description = "one JSON document")
    boolean json;

    SubscriberImportCommand(Session session) {
        this.session = session;
    }

    private record Report(long lines, long added, long updated, long unchanged, List<ImportReport.Rejected> rejected) {}

    @Override
    public Integer call() {
        try (Application application = session.open()) {
            SubscriptionImport into = SubscriptionImport.into(application.subscriptions(), confirmed);
            ImportReport report = read(dryRun ? into.dryRun() : into);
            tell(report);
            return report.rejectedLines() == 0 ? 0 : Faults.FAILED;
        } catch (NoSuchFileException e) {
            throw new WrongUsage("There is no file " + file + "; check its name.");
        } catch (UnusableCsv e) {
            throw new WrongUsage(file + ": " + e.getMessage());
        } catch (IOException e) {
            throw new WrongUsage(file + " cannot be read (" + e + "); check its permissions");
        }
    }

    private ImportReport read(SubscriptionImport into) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                CountedLines counted = new CountedLines(session.err(), file, in)) {
            return into.read(counted, counted::lines);
        }
    }

    private void tell(ImportReport report) {
        if (json) {
            Json.line(
                    session.out(),
                    new Report(
                            report.lines(), report.added(), report.updated(), report.unchanged(), report.rejected()));
            return;
        }
        session.print(
                "%d lines: %d added, %d updated, %d unchanged, %d rejected%s%n",
                report.lines(),
                report.added(),
                report.updated(),
                report.unchanged(),
                report.rejectedLines(),
                dryRun ? " (nothing was changed)" : "");
        for (ImportReport.Rejected one : report.rejected())
            session.err().println("  line " + one.line() + " (" + one.address() + "): " + one.problem());
        if (report.rejectedLines() > report.rejected().size())
            session.err()
                    .println("  and "
                            + (report.rejectedLines() - report.rejected().size()) + " more");
    }
}
