package org.postbag.bot.cli;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.app.Application;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Subscription;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code subscriber due}: the next instants at which a digest comes. */
@Command(name = "due", description = "Lists the next due instants of a subscription.")
final class SubscriberDueCommand implements Callable<Integer> {
    private static final int MOST = 10_000;
    private final Session session;

    @Parameters(paramLabel = "ADDRESS", description = "telegram:CHAT_ID[/THREAD_ID] or email:NAME@HOST")
    String address = "";

    @Option(names = "--from", paramLabel = "D", description = "after an instant or a day (default: now)")
    @Nullable
    String from;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "5",
            description = "how many (default: ${DEFAULT-VALUE})")
    int count;

    @Option(names = "--json", description = "a JSON array")
    boolean json;

    SubscriberDueCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (count < 1 || count > MOST) throw new WrongUsage("--count goes from 1 to " + MOST);
        Address parsed = Addresses.parse(address);
        try (Application application = session.open()) {
            Subscription subscription = Addresses.known(application, parsed);
            Instant now = session.clock().instant();
            Instant after = from == null
                    ? now
                    : When.parse(from, now, subscription.settings().timetable().zone());
            List<Instant> due = application.subscriptions().due(parsed, after, count);
            if (json) Json.line(session.out(), due);
            else due.forEach(session.out()::println);
            return 0;
        }
    }
}
