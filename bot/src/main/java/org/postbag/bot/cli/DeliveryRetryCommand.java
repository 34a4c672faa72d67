package org.postbag.bot.cli;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.app.Application;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code delivery retry}: tries again what failed, or sends again what may not have arrived. */
@Command(name = "retry", description = "Makes deliveries due again; the next pass sends them.")
final class DeliveryRetryCommand implements Callable<Integer> {
    private final Session session;

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    Which which;

    @Option(names = "--json", description = "one JSON document")
    boolean json;

    DeliveryRetryCommand(Session session) {
        this.session = session;
    }

    /** One delivery, or all of a kind. */
    static final class Which {
        @Parameters(paramLabel = "ID", arity = "1", description = "as in 'delivery list'")
        @Nullable
        Long id;

        @Option(names = "--failed", description = "all that failed")
        boolean failed;

        @Option(names = "--uncertain", description = "all that may or may not have arrived; readers may get them twice")
        boolean uncertain;
    }

    @Override
    public Integer call() {
        try (Application application = session.open()) {
            Instant now = session.clock().instant();
            int again;
            if (which.failed) again = application.ledger().retryFailed(now);
            else if (which.uncertain) again = application.ledger().retryUncertain(now);
            else again = application.ledger().retry(java.util.Objects.requireNonNull(which.id), now) ? 1 : 0;
            if (json) Json.line(session.out(), Map.of("retried", again));
            else if (which.id == null || again == 1)
                session.out().println(again + " due again; 'postbag digest send' or a running 'serve' sends them.");
            if (which.id == null || again == 1) return 0;
            session.err()
                    .println("Delivery " + which.id + " is not one that can be tried again; 'postbag delivery show "
                            + which.id + "' says what became of it.");
            return Faults.FAILED;
        }
    }
}
