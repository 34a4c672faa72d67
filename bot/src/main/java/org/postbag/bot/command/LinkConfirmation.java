package org.postbag.bot.command;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.postbag.bot.store.LinkRequest;
import org.postbag.bot.store.LinkRequests;
import org.postbag.subscriptions.Result;
import org.postbag.subscriptions.Status;
import org.postbag.subscriptions.Subscription;
import org.postbag.subscriptions.Subscriptions;

/**
 * The owner of an inbox agrees that it becomes an address of the reader on Telegram who asked. {@link EmailCommand} keeps
 * the request, the web page and the mail's reply bring its id.
 */
public final class LinkConfirmation {
    private static final Duration VALID = Duration.ofDays(7);

    private final LinkRequests requests;
    private final Subscriptions subscriptions;
    private final Clock clock;

    public LinkConfirmation(LinkRequests requests, Subscriptions subscriptions, Clock clock) {
        this.requests = requests;
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** Both are addresses of one reader now. */
        record Linked(Subscription asker, Subscription inbox) implements Outcome {}

        /** There is no such request, it was used, is too old, or whoever asked has left. */
        record Over() implements Outcome {}

        /** The inbox may not get digests. */
        record Refused(Result.Reason reason) implements Outcome {}
    }

    /** The request, while it can be agreed to; changes nothing. */
    public Optional<LinkRequest> open(long id) {
        return requests.find(id)
                .filter(request -> request.asked().plus(VALID).isAfter(clock.instant()))
                .filter(request -> asker(request).isPresent());
    }

    /** Links, and uses the request up. Done again after a crash in between it comes to the same. */
    public Outcome confirm(long id) {
        Optional<LinkRequest> request = open(id);
        Optional<Subscription> asker = request.flatMap(this::asker);
        if (request.isEmpty() || asker.isEmpty()) return new Outcome.Over();
        Result result = subscriptions.link(asker.get().address(), request.get().address());
        requests.remove(id);
        return result instanceof Result.Done done
                ? new Outcome.Linked(asker.get(), done.after())
                : new Outcome.Refused(((Result.Refused) result).reason());
    }

    private Optional<Subscription> asker(LinkRequest request) {
        return subscriptions.find(request.subscription()).filter(LinkConfirmation::mayLink);
    }

    /** A linked inbox is let in with the one it is linked to, so this one must be in. */
    static boolean mayLink(Subscription asker) {
        return asker.admitted() && (asker.status() == Status.ACTIVE || asker.status() == Status.PAUSED);
    }
}
