package org.postbag.bot.cli;

import java.util.concurrent.Callable;
import org.postbag.bot.app.Application;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code source remove}: reads a source no longer. */
@Command(name = "remove", description = "Removes a source that was added; its posts stay.")
final class SourceRemoveCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "ID", description = "as in 'source list'")
    String id = "";

    SourceRemoveCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (Application application = session.open()) {
            String problem = application.addedSources().remove(id);
            if (problem != null) {
                session.err().println(problem);
                return Faults.FAILED;
            }
            session.print("Removed %s; its posts stay.%n", id);
            return 0;
        }
    }
}
