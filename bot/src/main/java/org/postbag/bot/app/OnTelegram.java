package org.postbag.bot.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.config.Config;
import org.postbag.bot.store.ButtonStore;
import org.postbag.bot.store.ManagedChats;
import org.postbag.bot.store.QuestionStore;
import org.postbag.bot.store.UpdateStore;
import org.postbag.bot.telegram.BotIdentity;
import org.postbag.bot.telegram.BotMenu;
import org.postbag.bot.telegram.Buttons;
import org.postbag.bot.telegram.DigestMessages;
import org.postbag.bot.telegram.StartLinks;
import org.postbag.bot.telegram.TelegramApi;
import org.postbag.bot.telegram.update.ChatRights;
import org.postbag.bot.telegram.update.UpdateHandler;
import org.postbag.bot.telegram.update.UpdateHandling;
import org.postbag.bot.telegram.update.UpdatePoller;
import org.postbag.bot.telegram.update.UpdateQueue;
import org.postbag.bot.telegram.update.UpdateSource;
import org.postbag.bot.telegram.update.Webhook;
import org.postbag.bot.token.Tokens;
import org.postbag.digest.telegram.TelegramRenderer;
import org.postbag.posts.store.Database;
import org.postbag.subscriptions.TelegramAddress;

/** What speaks Telegram, put together: the calls out, and, once the rest stands, the updates in. */
final class OnTelegram implements AutoCloseable {
    private static final int POLL_SECONDS = 30;
    private static final Duration UPDATES_KEPT = Duration.ofDays(2);

    final TelegramApi api;
    final BotIdentity identity;
    final StartLinks links;
    final Buttons buttons;
    final DigestMessages messages;
    final ChatRights rights;
    final ManagedChats managed;
    final ButtonStore buttonStore;
    final QuestionStore questions;
    final UpdateStore updates;

    OnTelegram(Application app, Config config, Database db, Tokens tokens, TelegramRenderer renderer, Clock clock) {
        api = Configured.telegram(config, db);
        identity = new BotIdentity(api, clock);
        links = new StartLinks(identity, tokens);
        buttonStore = new ButtonStore(db);
        buttons = new Buttons(tokens, buttonStore, clock);
        messages = new DigestMessages(renderer, app.says, buttons, links);
        rights = new ChatRights(api);
        managed = new ManagedChats(db);
        questions = new QuestionStore(db);
        updates = new UpdateStore(db);
    }

    /** The people who may use the operators' commands. */
    static Set<Long> operators(Config config) {
        return Set.copyOf(config.telegram().admins());
    }

    /** How updates come in; null without a token. */
    @Nullable
    UpdateSource updates(Application app) {
        Config.Telegram telegram = app.config().telegram();
        String token = telegram.token();
        if (token == null) return null;
        UpdateHandler handler = new UpdateHandling(
                        api,
                        identity,
                        links,
                        buttons,
                        messages,
                        rights,
                        managed,
                        questions,
                        updates,
                        menu(app),
                        operators(app.config()))
                .handler(
                        app.conversation(),
                        app.subscriptions(),
                        app.ledger(),
                        app.posts(),
                        app.lists,
                        app.says,
                        app.config().zone(),
                        app.config().lang(),
                        app.clock());
        UpdateQueue queue = new UpdateQueue(updates, handler, app.clock());
        return telegram.webhook()
                ? new Webhook(app.config().url(), api, queue, app.tokens)
                : new UpdatePoller(token, telegram.api(), POLL_SECONDS, api, queue, app.facts);
    }

    /** Tells Telegram all commands; false when it did not take them. */
    boolean registerMenu(Application app) {
        return menu(app).register(operators(app.config()), person -> app.subscriptions()
                .find(new TelegramAddress(person, null))
                .map(subscription -> subscription.settings().lang()));
    }

    private BotMenu menu(Application app) {
        return new BotMenu(api, app.commandList(), app.says);
    }

    /** Forgets what was asked and stood in buttons before {@code before}, and updates of the days before yesterday. */
    void prune(Instant before, Instant now) {
        buttonStore.prune(before);
        questions.prune(before);
        updates.prune(now.minus(UPDATES_KEPT));
    }

    @Override
    public void close() {
        api.close();
    }
}
