package org.postbag.bot.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import org.postbag.bot.command.LinkConfirmation;
import org.postbag.bot.command.Says;
import org.postbag.bot.token.Tokens;
import org.postbag.bot.token.Tokens.Purpose;
import org.postbag.digest.web.MessagePage;
import org.postbag.posts.ReaderLanguage;
import org.postbag.subscriptions.Result;
import org.postbag.subscriptions.Status;
import org.postbag.subscriptions.Subscription;
import org.postbag.subscriptions.Subscriptions;

/**
 * Where a mail's links lead: confirming and leaving. Looking changes nothing, for mail scanners follow links; the button,
 * or a mail program's one-click POST (RFC 8058), does. Changes asked for by
 * mail are {@link ChangePages}', preferences {@link PreferencesPages}'.
 */
public final class ReaderPages implements Routes {
    private final Subscriptions subscriptions;
    private final LinkConfirmation linking;
    private final ChangePages changes;
    private final Tokens tokens;
    private final Visitors visitors;
    private final Says says;

    public ReaderPages(
            Subscriptions subscriptions,
            LinkConfirmation linking,
            ChangePages changes,
            Tokens tokens,
            Visitors visitors,
            Says says) {
        this.subscriptions = subscriptions;
        this.linking = linking;
        this.changes = changes;
        this.tokens = tokens;
        this.visitors = visitors;
        this.says = says;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/confirm/{token}", this::askToConfirm);
        routes.post("/confirm/{token}", this::confirm);
        routes.get("/unsubscribe/{token}", this::askToLeave);
        routes.post("/unsubscribe/{token}", this::leave);
    }

    private Optional<Subscription> subscription(Context context, Purpose purpose) {
        return tokens.read(purpose, context.pathParam("token")).flatMap(subscriptions::find);
    }

    private void askToConfirm(Context context) {
        Optional<Long> link = tokens.read(Purpose.LINK, context.pathParam("token"));
        if (link.isPresent()) {
            askToLink(context, link.get());
            return;
        }
        Optional<Long> change = tokens.read(Purpose.CHANGE, context.pathParam("token"));
        if (change.isPresent()) {
            changes.ask(context, change.get());
            return;
        }
        Optional<Subscription> found = subscription(context, Purpose.CONFIRM);
        if (found.isEmpty()) {
            badLink(context);
            return;
        }
        ReaderLanguage lang = found.get().settings().lang();
        if (found.get().status() != Status.PENDING) {
            visitors.say(context, 200, lang, "web.confirmed.title", "web.confirmed", null);
            return;
        }
        visitors.say(
                context, 200, lang, "web.confirm.title", "web.confirm", button(context, lang, "web.confirm.button"));
    }

    private void askToLink(Context context, long request) {
        ReaderLanguage lang = visitors.language(context);
        if (linking.open(request).isEmpty()) badLink(context);
        else visitors.say(context, 200, lang, "web.link.title", "web.link", button(context, lang, "web.link.button"));
    }

    private void link(Context context, long request) {
        ReaderLanguage lang = visitors.language(context);
        LinkConfirmation.Outcome outcome = linking.confirm(request);
        if (outcome instanceof LinkConfirmation.Outcome.Linked)
            visitors.say(context, 200, lang, "web.linked.title", "web.linked", null);
        else if (outcome instanceof LinkConfirmation.Outcome.Refused)
            visitors.say(context, 409, lang, "web.confirm.refused.title", "web.confirm.refused", null);
        else badLink(context);
    }

    private void confirm(Context context) {
        Optional<Long> link = tokens.read(Purpose.LINK, context.pathParam("token"));
        if (link.isPresent()) {
            link(context, link.get());
            return;
        }
        Optional<Long> change = tokens.read(Purpose.CHANGE, context.pathParam("token"));
        if (change.isPresent()) {
            changes.make(context, change.get());
            return;
        }
        Optional<Subscription> found = subscription(context, Purpose.CONFIRM);
        if (found.isEmpty()) {
            badLink(context);
            return;
        }
        ReaderLanguage lang = found.get().settings().lang();
        Result result = subscriptions.confirm(found.get().address());
        boolean active = result instanceof Result.Done || found.get().status() == Status.ACTIVE;
        if (active) visitors.say(context, 200, lang, "web.confirmed.title", "web.confirmed", null);
        else visitors.say(context, 409, lang, "web.confirm.refused.title", "web.confirm.refused", null);
    }

    private void askToLeave(Context context) {
        Optional<Subscription> found = subscription(context, Purpose.UNSUBSCRIBE);
        if (found.isEmpty()) {
            badLink(context);
            return;
        }
        ReaderLanguage lang = found.get().settings().lang();
        if (found.get().status() == Status.UNSUBSCRIBED)
            visitors.say(context, 200, lang, "web.left.title", "web.left", null);
        else
            visitors.say(context, 200, lang, "web.leave.title", "web.leave", button(context, lang, "web.leave.button"));
    }

    private void leave(Context context) {
        Optional<Subscription> found = subscription(context, Purpose.UNSUBSCRIBE);
        if (found.isEmpty()) {
            badLink(context);
            return;
        }
        subscriptions.unsubscribe(found.get().address());
        visitors.say(context, 200, found.get().settings().lang(), "web.left.title", "web.left", null);
    }

    private MessagePage.Action button(Context context, ReaderLanguage lang, String label) {
        return new MessagePage.Action(context.path(), says.say(lang, label), Map.of());
    }

    private void badLink(Context context) {
        visitors.say(context, 404, visitors.language(context), "web.bad.link.title", "web.bad.link", null);
    }
}
