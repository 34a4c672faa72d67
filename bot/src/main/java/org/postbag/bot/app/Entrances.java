package org.postbag.bot.app;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.config.Config;
import org.postbag.bot.email.UnhurriedConfirmations;
import org.postbag.bot.email.inbox.InboxReader;
import org.postbag.bot.email.inbox.InboxWatch;
import org.postbag.bot.telegram.update.UpdateSource;
import org.postbag.bot.telegram.update.Webhook;
import org.postbag.bot.web.ChangePages;
import org.postbag.bot.web.FormFields;
import org.postbag.bot.web.HealthPages;
import org.postbag.bot.web.PreferencesPages;
import org.postbag.bot.web.PublicPages;
import org.postbag.bot.web.ReaderPages;
import org.postbag.bot.web.Routes;
import org.postbag.bot.web.Visitors;
import org.postbag.bot.web.WebServer;
import org.postbag.digest.web.AtomFeed;
import org.postbag.digest.web.WebRenderer;

/** The ways in that are no chat, put together from the parts of {@link Application}: the mailbox and the web port. */
final class Entrances {
    private final Application app;

    Entrances(Application app) {
        this.app = app;
    }

    /** Watches the mailbox readers answer to; null without one. */
    @Nullable
    InboxWatch inbox() {
        Config.Imap imap = app.config().email().imap();
        InboxReader reader = app.onEmail.reader();
        return imap == null || reader == null ? null : new InboxWatch(imap, reader);
    }

    /** The web port, listening. */
    WebServer web(HealthPages health, @Nullable UpdateSource updates) {
        Config config = app.config();
        WebRenderer renderer = new WebRenderer(app.templates);
        Visitors visitors = new Visitors(
                config.name(), config.url(), config.lang(), config.zone(), renderer, app.says, app.clock());
        FormFields fields = new FormFields(app.posts(), app.tagger(), app.says);
        List<Routes> routes = new ArrayList<>(List.of(
                health,
                new PublicPages(app.posts(), app.preview(), app.defaults(), renderer, new AtomFeed(), visitors),
                new ReaderPages(
                        app.subscriptions(),
                        app.agreeing.linking,
                        new ChangePages(app.onEmail.changes, visitors, app.says),
                        app.tokens,
                        visitors,
                        app.says),
                new PreferencesPages(
                        app.subscriptions(),
                        app.defaults(),
                        fields,
                        app.tokens,
                        app.links(),
                        new UnhurriedConfirmations(app.confirmations(), app.agreeing.background),
                        renderer,
                        visitors,
                        app.says,
                        app.settingsText,
                        app.clock())));
        if (updates instanceof Webhook webhook) routes.add(webhook);
        return new WebServer(config.web().host(), config.web().port(), renderer, visitors, routes);
    }
}
