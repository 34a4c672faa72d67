package org.postbag.bot.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.postbag.bot.app.Application;
import org.postbag.subscriptions.store.Delivery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code delivery show}: one delivery. */
@Command(name = "show", description = "Shows one delivery.")
final class DeliveryShowCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "ID", description = "as in 'delivery list'")
    long id;

    @Option(names = "--json", description = "one JSON document")
    boolean json;

    DeliveryShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (Application application = session.open()) {
            Optional<Delivery> delivery = application.ledger().find(id);
            if (delivery.isEmpty()) {
                session.err().println("There is no delivery " + id + "; 'postbag delivery list' shows the ids.");
                return Faults.FAILED;
            }
            DeliveryJson.show(session.out(), delivery.get(), json);
            return 0;
        }
    }
}
