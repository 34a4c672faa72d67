package org.postbag.bot.command;

import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.config.Nearest;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.Result;
import org.postbag.subscriptions.Status;
import org.postbag.subscriptions.Subscription;
import org.postbag.subscriptions.Subscriptions;

/** Lets only subscribers change things, and tells them what their change came to. */
public final class Members {
    private final Subscriptions subscriptions;
    private final Says says;
    private final SettingsText settings;

    public Members(Subscriptions subscriptions, Says says, SettingsText settings) {
        this.subscriptions = subscriptions;
        this.says = says;
        this.settings = settings;
    }

    public Subscriptions subscriptions() {
        return subscriptions;
    }

    public Says says() {
        return says;
    }

    public SettingsText settings() {
        return settings;
    }

    /** Answers a subscriber by {@code work}, and anybody else with how to become one. */
    public Answer subscriber(Request request, Function<Subscription, Answer> work) {
        return request.subscription()
                .filter(s -> s.status() != Status.UNSUBSCRIBED && s.status() != Status.GONE)
                .map(s -> s.status() == Status.BLOCKED ? says.said(request, "blocked") : work.apply(s))
                .orElseGet(() -> says.said(request, "not.subscribed"));
    }

    /** Makes a change and says {@code key} with the given words, then when the next digest comes. */
    public Answer change(Request request, Change change, String key, Object... args) {
        return subscriber(request, s -> result(request, subscriptions.set(request.address(), change), key, args));
    }

    public Answer result(Request request, Result result, String key, Object... args) {
        if (result instanceof Result.Refused refused) return refused(request, refused);
        Subscription after = ((Result.Done) result).after();
        return Answer.said(says.say(after.settings().lang(), key, args), settings.next(after));
    }

    /** Why a change was not made. */
    public Answer refused(Request request, Result.Refused refused) {
        return says.said(request, "refused." + refused.reason().name().toLowerCase(Locale.ROOT));
    }

    /** How a command is used, after arguments it could not take. */
    public Answer usage(Request request, Command command) {
        return says.said(request, "usage", says.say(request, "usage." + command.name()));
    }

    /**
     * The same, with the word that was most likely meant.
     *
     * @param known words that it takes
     */
    public Answer usage(Request request, Command command, String typed, Collection<String> known) {
        @Nullable String nearest = Nearest.to(typed, known);
        if (nearest == null) return usage(request, command);
        return says.said(request, "usage.nearest", typed, nearest, says.say(request, "usage." + command.name()));
    }
}
