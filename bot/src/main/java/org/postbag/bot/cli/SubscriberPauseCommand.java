package org.postbag.bot.cli;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.app.Application;
import org.postbag.bot.config.Values;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Result;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code subscriber pause}: no digests for a while, or until resumed. */
@Command(name = "pause", description = "Pauses a subscription, for a while or until it is resumed.")
final class SubscriberPauseCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "ADDRESS", description = "telegram:CHAT_ID[/THREAD_ID] or email:NAME@HOST")
    String address = "";

    @Option(
            names = {"--for", "--until"},
            paramLabel = "D",
            description = "how long (3d), or until when (an instant or a day)")
    @Nullable
    String until;

    @Option(names = "--json", description = "one JSON document")
    boolean json;

    SubscriberPauseCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Address parsed = Addresses.parse(address);
        try (Application application = session.open()) {
            Result result = application.subscriptions().pause(parsed, end(application));
            if (!(result instanceof Result.Done done)) return Results.tell(session, parsed, result);
            SubscriberJson.show(session.out(), done.after(), json);
            return 0;
        }
    }

    private @Nullable Instant end(Application application) {
        if (until == null) return null;
        Instant now = session.clock().instant();
        if (!until.matches("\\d{1,9}\\s*(ms|s|m|h|d|w)"))
            return When.parse(until, now, application.config().zone());
        return now.plus(Values.duration(until));
    }
}
