package org.postbag.bot.command;

import java.util.List;
import java.util.Optional;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.EmailAddress;
import org.postbag.subscriptions.Result;
import org.postbag.subscriptions.Status;
import org.postbag.subscriptions.Subscription;

/**
 * {@code /start}, {@code subscribe}: begins a subscription, or greets somebody who has one. What a link from elsewhere
 * brought along is {@link StartPayloads}' to carry out.
 */
public final class StartCommand implements Command {
    private final Members members;
    private final Confirmations confirmations;
    private final StartPayloads payloads;
    private final Approvals approvals;

    /** @param approvals told who waits for the operator */
    public StartCommand(Members members, Confirmations confirmations, StartPayloads payloads, Approvals approvals) {
        this.members = members;
        this.confirmations = confirmations;
        this.payloads = payloads;
        this.approvals = approvals;
    }

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String chinese() {
        return "开始";
    }

    @Override
    public List<String> otherWords() {
        return List.of("subscribe", "订阅");
    }

    @Override
    public boolean changes(String args) {
        return true;
    }

    @Override
    public Answer answer(Request request) {
        Optional<Answer> wanted = payloads.answer(request);
        return wanted.isPresent() ? wanted.get() : join(request);
    }

    private Answer join(Request request) {
        boolean active = request.subscription()
                .map(Subscription::status)
                .filter(s -> s == Status.ACTIVE)
                .isPresent();
        if (active) {
            Subscription s = request.subscription().orElseThrow();
            return Answer.said(
                    members.says().say(request, "start.again"),
                    members.settings().next(s),
                    members.says().say(request, "start.more"));
        }
        Result result =
                members.subscriptions().join(request.address(), Change.none().withLang(request.lang()));
        if (result instanceof Result.Done done && done.after().status() == Status.PENDING)
            return pending(request, done.after());
        if (result instanceof Result.Done done)
            return Answer.said(
                    members.says().say(request, "start.welcome"),
                    members.settings().next(done.after()),
                    members.says().say(request, "start.more"));
        return members.result(request, result, "start.welcome");
    }

    private Answer pending(Request request, Subscription subscription) {
        if (request.address() instanceof EmailAddress) return confirmations.ask(subscription);
        approvals.asked(subscription);
        return members.says().said(request, "start.pending");
    }
}
