package org.postbag.bot.doctor;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.config.Config;
import org.postbag.bot.telegram.Reply;
import org.postbag.bot.telegram.TelegramApi;
import org.postbag.bot.telegram.TelegramHttp;
import org.postbag.bot.telegram.rate.RateGate;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.WebhookInfo;

/** Asks Telegram who the bot is, and whether updates go where the configuration wants them. */
final class TelegramCheck implements Check {
    private static final Duration TIMEOUT = Duration.ofSeconds(4);

    private final Config.Telegram telegram;
    private final String token;
    private final String webhook;

    private TelegramCheck(Config.Telegram telegram, String token, String url) {
        this.telegram = telegram;
        this.token = token;
        this.webhook = url + "/telegram/webhook";
    }

    /** @param url where the web pages are reached */
    static Check of(Config.Telegram telegram, String url) {
        if (telegram.token() == null)
            return Check.notSetUp("telegram", "no telegram.token, so messages go to the outbox folder");
        return new TelegramCheck(telegram, telegram.token(), url);
    }

    @Override
    public String name() {
        return "telegram";
    }

    @Override
    public void run(Notes notes) {
        try (TelegramApi api = new TelegramHttp(token, telegram.api(), new RateGate(0), TIMEOUT)) {
            notes.trying("asking for the bot's name (getMe)");
            Reply<User> me = api.call(new GetMe());
            if (!(me instanceof Reply.Ok<User> ok)) {
                refused(notes, me);
                return;
            }
            notes.ok("the bot is @" + ok.result().getUserName());
            notes.trying("asking for the webhook (getWebhookInfo)");
            Reply<WebhookInfo> info = api.call(new GetWebhookInfo());
            if (info instanceof Reply.Ok<WebhookInfo> known) webhook(notes, known.result());
            else refused(notes, info);
        }
    }

    private void refused(Notes notes, Reply<?> reply) {
        if (reply instanceof Reply.No<?> no && (no.code() == 401 || no.code() == 404))
            notes.fail(
                    "Telegram does not know the token: " + no.code() + " " + no.description(),
                    "set telegram.token to the one that @BotFather shows for /mybots, complete and without spaces");
        else if (reply instanceof Reply.No<?> no)
            notes.fail(
                    telegram.api().getHost() + " says " + no.code() + " " + no.description(),
                    "check telegram.api; if it is right, try again in some minutes");
        else if (reply instanceof Reply.NotSent<?> lost)
            notes.fail(
                    lost.problem() + " (" + telegram.api().getHost() + ")",
                    "check this machine's way out, or set telegram.api to a Bot API server within reach");
        else
            notes.fail(
                    "no answer from " + telegram.api().getHost() + " within " + TIMEOUT.toSeconds() + " s",
                    "check this machine's way out, or set telegram.api to a Bot API server within reach");
    }

    private void webhook(Notes notes, WebhookInfo info) {
        String set = info.getUrl() == null ? "" : info.getUrl();
        if (!telegram.webhook()) {
            if (set.isEmpty()) notes.ok("updates are polled");
            else
                notes.warn(
                        "a webhook at " + host(set) + " gets the updates, though telegram.webhook is false",
                        "'serve' takes the webhook away when it starts; if it comes back, another program uses this token:"
                                + " stop it, or have a new token made by @BotFather");
            return;
        }
        if (set.isEmpty())
            notes.warn("telegram.webhook is true, and no webhook is set yet", "start 'serve', which sets it");
        else if (!set.equals(webhook))
            notes.warn(
                    "the webhook is at " + host(set) + ", not where 'url' says",
                    "start 'serve' anew, which sets it; if it changes back, another program uses this token");
        else notes.ok("updates are pushed to " + webhook);
        if (!webhook.startsWith("https:"))
            notes.fail(
                    "a webhook needs https, and 'url' is not",
                    "put a proxy with a certificate before the web port and set 'url' to it");
        problems(notes, info.getLastErrorMessage(), info.getLastErrorDate(), info.getPendingUpdatesCount());
    }

    private static void problems(Notes notes, @Nullable String error, @Nullable Integer at, @Nullable Integer pending) {
        int waiting = pending == null ? 0 : pending;
        if (error == null || error.isBlank()) return;
        notes.warn(
                "Telegram's last try to push failed" + (at == null ? "" : " at " + Instant.ofEpochSecond(at))
                        + MailNotes.quoted(error) + ", " + waiting + " updates wait",
                "see that 'url' is reached from outside and its certificate is public; the web check tells more");
    }

    /** Paths of other programs' webhooks may be secret. */
    private static String host(String url) {
        try {
            return Optional.ofNullable(URI.create(url).getHost()).orElse("an unknown host");
        } catch (IllegalArgumentException e) {
            return "an unknown host";
        }
    }
}
