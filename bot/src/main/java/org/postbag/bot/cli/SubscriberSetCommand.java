package org.postbag.bot.cli;

import java.util.concurrent.Callable;
import org.postbag.bot.app.Application;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Result;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code subscriber set}: changes what is named and nothing else. */
@Command(name = "set", description = "Changes a subscription; what is not named stays.")
final class SubscriberSetCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "ADDRESS", description = "telegram:CHAT_ID[/THREAD_ID] or email:NAME@HOST")
    String address = "";

    @Mixin
    SettingsOptions options = new SettingsOptions();

    @Option(names = "--json", description = "one JSON document")
    boolean json;

    SubscriberSetCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Address parsed = Addresses.parse(address);
        try (Application application = session.open()) {
            Result result = application.subscriptions().set(parsed, options.change(session, application));
            if (!(result instanceof Result.Done done)) return Results.tell(session, parsed, result);
            SubscriberJson.show(session.out(), done.after(), json);
            return 0;
        }
    }
}
