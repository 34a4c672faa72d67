package org.postbag.bot.telegram.update;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.postbag.bot.telegram.Reply;
import org.postbag.bot.telegram.TelegramApi;
import org.postbag.bot.token.Tokens;
import org.postbag.bot.web.Routes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;

/**
 * Takes the updates that Telegram pushes to the web port (Bot API, setWebhook). Each request carries the secret that was
 * given to Telegram at the start; Telegram repeats what was not answered with 200, and what came twice is handled once.
 */
public final class Webhook implements UpdateSource, Routes {
    private static final Logger LOG = LoggerFactory.getLogger(Webhook.class);
    private static final String PATH = "/telegram/webhook";
    private static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";
    private static final int CONNECTIONS = 16;
    private static final long PATIENCE_SECONDS = 60;

    private final JsonMapper json = new JsonMapper();
    private final String url;
    private final TelegramApi api;
    private final UpdateQueue queue;
    private final Tokens tokens;
    private final String secret;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread registering = new Thread(this::register, "telegram-webhook");

    /** @param base where the web port is reached from outside, by https (Bot API, setWebhook) */
    public Webhook(String base, TelegramApi api, UpdateQueue queue, Tokens tokens) {
        this.url = base.replaceAll("/+$", "") + PATH;
        this.api = api;
        this.queue = queue;
        this.tokens = tokens;
        this.secret = tokens.name("telegram webhook");
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post(PATH, this::receive);
    }

    private void receive(Context context) {
        String given = Optional.ofNullable(context.header(SECRET_HEADER)).orElse("");
        if (!tokens.same(secret, given)) {
            context.status(403).result("not from Telegram\n");
            return;
        }
        try {
            JsonNode update = json.readTree(context.bodyAsBytes());
            if (update != null && update.path("update_id").isIntegralNumber()) queue.accept(List.of(update));
            else LOG.warn("Telegram pushed something that is no update; it was set aside");
        } catch (JsonProcessingException e) {
            // Answered as taken, or Telegram would push it for a day.
            LOG.warn("Telegram pushed an update that is not JSON; it was set aside");
        } catch (java.io.IOException e) {
            context.status(400).result("the body could not be read\n");
            return;
        }
        context.result("");
    }

    @Override
    public void start() {
        queue.start();
        registering.setDaemon(true);
        registering.start();
    }

    /** Until Telegram has taken the address. */
    private void register() {
        SetWebhook call = SetWebhook.builder()
                .url(url)
                .secretToken(secret)
                .maxConnections(CONNECTIONS)
                .allowedUpdates(UpdateHandler.KINDS)
                .build();
        try {
            do {
                Reply<Boolean> reply = api.push(call);
                if (reply instanceof Reply.Ok<Boolean>) return;
                LOG.warn(
                        "Telegram did not take the webhook {} ({}); it must be https and reachable from outside, see 'url'."
                                + " Trying again in {} s",
                        url,
                        reply,
                        PATIENCE_SECONDS);
            } while (!stopping.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stopping.countDown();
        queue.close();
    }
}
