package org.postbag.bot.cli;

import java.util.concurrent.Callable;
import org.postbag.bot.app.Application;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Result;
import org.postbag.subscriptions.Status;
import org.postbag.subscriptions.Subscriptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is done to one address and needs nothing else said: resume, approve, block, remove, erase. */
abstract class SubscriberActionCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "ADDRESS", description = "telegram:CHAT_ID[/THREAD_ID] or email:NAME@HOST")
    String address = "";

    @Option(names = "--json", description = "one JSON document")
    boolean json;

    private SubscriberActionCommand(Session session) {
        this.session = session;
    }

    abstract int act(Application application, Address address);

    @Override
    public Integer call() {
        Address parsed = Addresses.parse(address);
        try (Application application = session.open()) {
            return act(application, parsed);
        }
    }

    int shown(Address of, Result result) {
        if (!(result instanceof Result.Done done)) return Results.tell(session, of, result);
        SubscriberJson.show(session.out(), done.after(), json);
        return 0;
    }

    int gone(Address of, boolean done) {
        if (!done) {
            session.err().println("Nobody subscribes as " + of + "; 'postbag subscriber list' shows who does.");
            return Faults.FAILED;
        }
        if (json) Json.line(session.out(), java.util.Map.of("address", of.toString(), "done", true));
        else session.out().println(of + " is removed.");
        return 0;
    }

    static Object resume(Session session) {
        return new Resume(session);
    }

    static Object approve(Session session) {
        return new Approve(session);
    }

    static Object block(Session session) {
        return new Block(session);
    }

    static Object remove(Session session) {
        return new Remove(session);
    }

    static Object erase(Session session) {
        return new Erase(session);
    }

    @Command(
            name = "resume",
            description = {
                "Ends a pause; what was published meanwhile comes with the next digest.",
                "A suppressed inbox is written to again, and its bounces count from none."
            })
    private static final class Resume extends SubscriberActionCommand {
        Resume(Session session) {
            super(session);
        }

        @Override
        int act(Application application, Address address) {
            Subscriptions subscriptions = application.subscriptions();
            boolean suppressed = subscriptions
                    .find(address)
                    .filter(s -> s.status() == Status.SUPPRESSED)
                    .isPresent();
            return shown(address, suppressed ? subscriptions.readmit(address) : subscriptions.resume(address));
        }
    }

    @Command(name = "approve", description = "Lets in somebody who waits for it, or who was blocked.")
    private static final class Approve extends SubscriberActionCommand {
        Approve(Session session) {
            super(session);
        }

        @Override
        int act(Application application, Address address) {
            return shown(address, application.subscriptions().approve(address));
        }
    }

    @Command(name = "block", description = "Shuts somebody out.")
    private static final class Block extends SubscriberActionCommand {
        Block(Session session) {
            super(session);
        }

        @Override
        int act(Application application, Address address) {
            return shown(address, application.subscriptions().block(address));
        }
    }

    @Command(name = "remove", description = "Removes a subscription; its history stays.")
    private static final class Remove extends SubscriberActionCommand {
        Remove(Session session) {
            super(session);
        }

        @Override
        int act(Application application, Address address) {
            return gone(address, application.subscriptions().remove(address));
        }
    }

    @Command(name = "erase", description = "Removes a person and leaves only counts.")
    private static final class Erase extends SubscriberActionCommand {
        Erase(Session session) {
            super(session);
        }

        @Override
        int act(Application application, Address address) {
            boolean known = application.subscriptions().erase(address);
            application.traces().erase(address);
            return gone(address, known);
        }
    }
}
