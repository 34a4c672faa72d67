package org.postbag.bot.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.command.Confirmations;
import org.postbag.bot.command.Says;
import org.postbag.bot.command.SettingsText;
import org.postbag.bot.token.ReaderLinks;
import org.postbag.bot.token.Tokens;
import org.postbag.bot.token.Tokens.Purpose;
import org.postbag.digest.web.PreferencesPage;
import org.postbag.digest.web.SettingsForm;
import org.postbag.digest.web.SubscribePage;
import org.postbag.digest.web.WebRenderer;
import org.postbag.posts.ReaderLanguage;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.EmailAddress;
import org.postbag.subscriptions.InvalidAddress;
import org.postbag.subscriptions.Result;
import org.postbag.subscriptions.Settings;
import org.postbag.subscriptions.Status;
import org.postbag.subscriptions.Subscription;
import org.postbag.subscriptions.Subscriptions;

/** The forms: joining by mail, and a reader's own settings behind a signed link. {@link FormFields} reads them. */
public final class PreferencesPages implements Routes {
    private final Subscriptions subscriptions;
    private final Settings defaults;
    private final FormFields fields;
    private final Tokens tokens;
    private final ReaderLinks links;
    private final Confirmations confirmations;
    private final WebRenderer renderer;
    private final Visitors visitors;
    private final Says says;
    private final SettingsText text;
    private final Clock clock;

    public PreferencesPages(
            Subscriptions subscriptions,
            Settings defaults,
            FormFields fields,
            Tokens tokens,
            ReaderLinks links,
            Confirmations confirmations,
            WebRenderer renderer,
            Visitors visitors,
            Says says,
            SettingsText text,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.defaults = defaults;
        this.fields = fields;
        this.tokens = tokens;
        this.links = links;
        this.confirmations = confirmations;
        this.renderer = renderer;
        this.visitors = visitors;
        this.says = says;
        this.text = text;
        this.clock = clock;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/subscribe", context -> subscribeForm(context, "", null, List.of()));
        routes.post("/subscribe", this::subscribe);
        routes.get("/preferences/{token}", this::preferences);
        routes.post("/preferences/{token}", this::save);
    }

    private void subscribeForm(Context context, String email, @Nullable SettingsForm written, List<String> problems) {
        ReaderLanguage lang = visitors.language(context);
        SettingsForm form = written == null ? fields.form(defaults.withLang(lang), null, clock.instant()) : written;
        context.status(problems.isEmpty() ? 200 : 400)
                .contentType(Visitors.HTML)
                .result(renderer.subscribe(
                        visitors.site(lang), new SubscribePage("/subscribe", Map.of(), email, form, problems)));
    }

    /** The answer is the same whoever is subscribed already, so that nobody can find that out. */
    private void subscribe(Context context) {
        ReaderLanguage lang = visitors.language(context);
        String typed =
                Optional.ofNullable(context.formParam("email")).orElse("").strip();
        FormFields.Read read = fields.read(context, lang);
        List<String> problems = new java.util.ArrayList<>(read.problems());
        EmailAddress address = null;
        try {
            if (Address.parse("email:" + typed) instanceof EmailAddress email) address = email;
        } catch (InvalidAddress e) {
            problems.add(says.say(lang, "form.bad.email"));
        }
        if (address == null || !problems.isEmpty()) {
            subscribeForm(context, typed, fields.written(context, defaults.withLang(lang)), problems);
            return;
        }
        Result result = subscriptions.join(address, read.change().withLang(lang));
        result.subscription().filter(s -> s.status() == Status.PENDING).ifPresent(confirmations::ask);
        visitors.say(context, 200, lang, "web.subscribed.title", "web.subscribed", null);
    }

    private void preferences(Context context) {
        Optional<Subscription> found = subscription(context);
        if (found.isEmpty()) badLink(context);
        else show(context, found.get(), null, false, List.of());
    }

    private void save(Context context) {
        Optional<Subscription> found = subscription(context);
        if (found.isEmpty()) {
            badLink(context);
            return;
        }
        Subscription before = found.get();
        FormFields.Read read = fields.read(context, before.settings().lang());
        if (!read.problems().isEmpty()) {
            show(context, before, fields.written(context, before.settings()), false, read.problems());
            return;
        }
        subscriptions.set(before.address(), read.change());
        if (read.pause() != null) read.pause().apply(subscriptions, before, clock.instant());
        show(context, subscriptions.find(before.address()).orElse(before), null, true, List.of());
    }

    private void show(
            Context context, Subscription s, @Nullable SettingsForm written, boolean saved, List<String> problems) {
        ReaderLanguage lang = s.settings().lang();
        String unsubscribe = links.unsubscribe(s.id()).substring(links.base().length());
        context.status(problems.isEmpty() ? 200 : 400)
                .contentType(Visitors.HTML)
                .result(renderer.preferences(
                        visitors.site(lang),
                        new PreferencesPage(
                                s.address().toString().replaceFirst("^[a-z]+:", ""),
                                context.path(),
                                Map.of(),
                                written == null ? fields.form(s.settings(), s, clock.instant()) : written,
                                says.say(lang, "status." + s.status().word()),
                                text.next(s),
                                unsubscribe,
                                saved,
                                problems)));
    }

    private Optional<Subscription> subscription(Context context) {
        return tokens.read(Purpose.PREFERENCES, context.pathParam("token"))
                .flatMap(subscriptions::find)
                .filter(s -> s.status() != Status.BLOCKED);
    }

    private void badLink(Context context) {
        visitors.say(context, 404, visitors.language(context), "web.bad.link.title", "web.bad.link", null);
    }
}
