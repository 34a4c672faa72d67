package org.postbag.bot.cli;

import java.util.concurrent.Callable;
import org.postbag.bot.app.Application;
import org.postbag.subscriptions.SubscriptionQuery;
import org.postbag.subscriptions.csv.SubscriptionExport;
import picocli.CommandLine.Command;

/** {@code subscriber export}: all subscriptions as a CSV list, for this program or a spreadsheet. */
@Command(name = "export", description = "Writes all subscriptions as CSV to stdout.")
final class SubscriberExportCommand implements Callable<Integer> {
    private final Session session;

    SubscriberExportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (Application application = session.open()) {
            SubscriptionExport.write(session.out(), application.subscriptions(), SubscriptionQuery.all());
            return 0;
        }
    }
}
