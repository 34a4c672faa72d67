package org.postbag.bot.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.app.Application;
import org.postbag.subscriptions.Status;
import org.postbag.subscriptions.SubscriptionQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code subscriber list}: everybody, or those of one status. */
@Command(name = "list", description = "Lists subscriptions.")
final class SubscriberListCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--status", description = "pending, active, paused, gone, suppressed, blocked or unsubscribed")
    @Nullable
    String status;

    @Option(names = "--text", description = "only addresses that contain this")
    @Nullable
    String text;

    @Option(names = "--json", description = "JSON lines")
    boolean json;

    SubscriberListCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        SubscriptionQuery query = SubscriptionQuery.all().withText(text);
        if (status != null) {
            String typed = status;
            query = query.withStatus(Status.of(typed)
                    .orElseThrow(() -> new WrongUsage("--status " + typed
                            + ": write pending, active, paused, gone, suppressed, blocked or unsubscribed")));
        }
        try (Application application = session.open()) {
            application.roster().each(query, s -> SubscriberJson.show(session.out(), s, json));
            return 0;
        }
    }
}
