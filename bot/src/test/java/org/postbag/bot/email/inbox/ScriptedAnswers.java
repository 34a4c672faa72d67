package org.postbag.bot.email.inbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import org.postbag.bot.delivery.Outcome;
import org.postbag.digest.email.EmailLinks;
import org.postbag.subscriptions.Subscription;

/** The bot's own way out for answers, where a test may have something else happen first. */
public final class ScriptedAnswers implements AnswerSender {
    private final AnswerSender real;
    public final Deque<Outcome> next = new ArrayDeque<>();
    public Runnable beforeLeaving = () -> {};
    public Runnable afterLeaving = () -> {};

    public ScriptedAnswers(AnswerSender real) {
        this.real = real;
    }

    @Override
    public Outcome send(AnswerMail mail, BooleanSupplier leaving) {
        beforeLeaving.run();
        BooleanSupplier marked = () -> {
            boolean may = leaving.getAsBoolean();
            if (may) afterLeaving.run();
            return may;
        };
        if (next.isEmpty()) return real.send(mail, marked);
        return marked.getAsBoolean() ? next.remove() : new Outcome.Later(null, "not to be sent", false);
    }

    @Override
    public EmailLinks linksFor(Subscription subscription) {
        return real.linksFor(subscription);
    }
}
