package org.postbag.bot.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.concurrent.Callable;
import org.postbag.bot.app.Application;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Subscription;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code subscriber show}: one subscription, and what came back of its mails. */
@Command(name = "show", description = "Shows one subscription.")
final class SubscriberShowCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "ADDRESS", description = "telegram:CHAT_ID[/THREAD_ID] or email:NAME@HOST")
    String address = "";

    @Option(names = "--json", description = "one JSON document")
    boolean json;

    private record Shown(@JsonUnwrapped SubscriberJson subscription, List<BounceJson> bounces) {}

    SubscriberShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Address parsed = Addresses.parse(address);
        try (Application application = session.open()) {
            Subscription subscription = Addresses.known(application, parsed);
            List<BounceJson> bounces = application.subscriptions().bounces(subscription.id()).stream()
                    .map(BounceJson::of)
                    .toList();
            if (json) {
                Json.line(session.out(), new Shown(SubscriberJson.of(subscription), bounces));
            } else {
                SubscriberJson.show(session.out(), subscription, false);
                bounces.forEach(bounce -> session.out().println("  " + bounce.line()));
            }
            return 0;
        }
    }
}
