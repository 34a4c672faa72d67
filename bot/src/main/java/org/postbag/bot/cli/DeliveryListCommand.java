package org.postbag.bot.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.app.Application;
import org.postbag.subscriptions.store.Delivery;
import org.postbag.subscriptions.store.DeliveryQuery;
import org.postbag.subscriptions.store.DeliveryStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code delivery list}: the ledger, newest first. */
@Command(name = "list", description = "Lists deliveries, newest first.")
final class DeliveryListCommand implements Callable<Integer> {
    private static final int PAGE = 500;
    private final Session session;

    @Option(names = "--status", description = "pending, claimed, sent, failed, skipped or uncertain")
    @Nullable
    String status;

    @Option(names = "--for", paramLabel = "ADDRESS", description = "only this subscriber's")
    @Nullable
    String address;

    @Option(names = "--json", description = "JSON lines")
    boolean json;

    DeliveryListCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        DeliveryQuery query = DeliveryQuery.all().withLimit(PAGE);
        if (status != null) {
            String typed = status;
            query = query.withStatus(DeliveryStatus.of(typed)
                    .orElseThrow(() -> new WrongUsage(
                            "--status " + typed + ": write pending, claimed, sent, failed, skipped or uncertain")));
        }
        if (address != null) query = query.withAddress(Addresses.parse(address));
        try (Application application = session.open()) {
            for (List<Delivery> page = application.ledger().list(query);
                    !page.isEmpty();
                    page = application.ledger().list(query)) {
                page.forEach(delivery -> DeliveryJson.show(session.out(), delivery, json));
                query = query.withBefore(page.get(page.size() - 1).id());
            }
            return 0;
        }
    }
}
