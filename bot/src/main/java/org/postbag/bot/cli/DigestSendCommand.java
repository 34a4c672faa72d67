package org.postbag.bot.cli;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.app.Application;
import org.postbag.bot.delivery.Pass;
import org.postbag.subscriptions.Address;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code digest send}: delivers all that is due, once. */
@Command(name = "send", description = "Delivers every digest that is due, each tried once.")
final class DigestSendCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--dry-run", description = "counts what is due and sends nothing")
    boolean dryRun;

    @Option(names = "--for", paramLabel = "ADDRESS", description = "only this subscriber's")
    @Nullable
    String only;

    @Option(names = "--json", description = "one JSON document")
    boolean json;

    DigestSendCommand(Session session) {
        this.session = session;
    }

    /** The counts; due is the sum of the others. */
    record Document(int due, int sent, int failed, int skipped, int uncertain, int pending) {
        static Document of(Pass pass) {
            return new Document(
                    pass.due(), pass.sent(), pass.failed(), pass.skipped(), pass.uncertain(), pass.pending());
        }
    }

    @Override
    public Integer call() {
        Address address = only == null ? null : Addresses.parse(only);
        try (Application application = session.open()) {
            if (address != null) Addresses.known(application, address);
            Instant now = session.clock().instant();
            Pass pass = dryRun
                    ? new Pass(0, 0, 0, 0, application.ledger().due(now, address))
                    : application.delivery().deliverDue(now, address);
            if (json) Json.line(session.out(), Document.of(pass));
            else
                session.print(
                        "%d due: %d sent, %d failed, %d skipped, %d uncertain, %d pending%n",
                        pass.due(), pass.sent(), pass.failed(), pass.skipped(), pass.uncertain(), pass.pending());
            if (dryRun || pass.clean()) return 0;
            session.err()
                    .println(
                            "Not everything arrived; 'postbag delivery list --status failed' (pending, uncertain) says why.");
            return Faults.FAILED;
        }
    }
}
