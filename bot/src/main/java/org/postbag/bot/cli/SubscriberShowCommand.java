package org.postbag.bot.cli;

import java.util.concurrent.Callable;
import org.postbag.bot.app.Application;
import org.postbag.subscriptions.Address;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code subscriber show}: one subscription. */
@Command(name = "show", description = "Shows one subscription.")
final class SubscriberShowCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "ADDRESS", description = "telegram:CHAT_ID[/THREAD_ID] or email:NAME@HOST")
    String address = "";

    @Option(names = "--json", description = "one JSON document")
    boolean json;

    SubscriberShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Address parsed = Addresses.parse(address);
        try (Application application = session.open()) {
            SubscriberJson.show(session.out(), Addresses.known(application, parsed), json);
            return 0;
        }
    }
}
