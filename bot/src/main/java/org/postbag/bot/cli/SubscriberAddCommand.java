package org.postbag.bot.cli;

import java.util.concurrent.Callable;
import org.postbag.bot.app.Application;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Result;
import org.postbag.subscriptions.Status;
import org.postbag.subscriptions.Subscription;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code subscriber add}: a new subscription, or a change to one there is. */
@Command(name = "add", description = "Adds a subscription: telegram:CHAT_ID[/THREAD_ID] or email:NAME@HOST.")
final class SubscriberAddCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "ADDRESS", description = "telegram:CHAT_ID[/THREAD_ID] or email:NAME@HOST")
    String address = "";

    @Mixin
    SettingsOptions options = new SettingsOptions();

    @Option(names = "--confirmed", description = "the owner of the mailbox has agreed already; no question is mailed")
    boolean confirmed;

    @Option(names = "--json", description = "one JSON document")
    boolean json;

    SubscriberAddCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Address parsed = Addresses.parse(address);
        try (Application application = session.open()) {
            Result result = application.subscriptions().add(parsed, options.change(session, application), confirmed);
            if (!(result instanceof Result.Done done)) return Results.tell(session, parsed, result);
            Subscription after = done.after();
            if (after.status() == Status.PENDING && done.kind() == Result.Kind.CREATED)
                application.confirmations().ask(after);
            SubscriberJson.show(session.out(), after, json);
            return 0;
        }
    }
}
