package org.postbag.bot.telegram.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.store.BotStore;
import org.postbag.bot.telegram.TelegramApi;
import org.postbag.bot.telegram.rate.Urgency;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;

/**
 * Asks Telegram for updates, one long poll after the other, and gives them to {@link UpdateQueue}. The offset is moved
 * after they were kept, so a crash loses none (Bot API, getUpdates).
 */
public final class UpdatePoller implements UpdateSource {
    private static final Logger LOG = LoggerFactory.getLogger(UpdatePoller.class);
    private static final MediaType JSON_TYPE = MediaType.get("application/json");
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final JsonMapper json = new JsonMapper();
    private final OkHttpClient http;
    private final String endpoint;
    private final int pollSeconds;
    private final TelegramApi api;
    private final UpdateQueue queue;
    private final BotStore store;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "telegram-updates");
    private volatile @Nullable Call underWay;

    public UpdatePoller(
            String token, URI address, int pollSeconds, TelegramApi api, UpdateQueue queue, BotStore store) {
        this.endpoint = address.toString().replaceAll("/+$", "") + "/bot" + token + "/getUpdates";
        this.pollSeconds = pollSeconds;
        this.api = api;
        this.queue = queue;
        this.store = store;
        this.http = new OkHttpClient.Builder()
                .connectTimeout(Duration.ofSeconds(10))
                .readTimeout(Duration.ofSeconds(pollSeconds + 10L))
                .build();
    }

    @Override
    public void start() {
        queue.start();
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        int failures = 0;
        while (stopping.getCount() > 0) {
            Duration wait;
            try {
                wait = poll();
                failures = 0;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (IOException | RuntimeException e) {
                if (stopping.getCount() == 0) return;
                failures++;
                wait = Duration.ofMillis(Math.min(LONGEST_WAIT.toMillis(), 500L << Math.min(failures, 7)));
                // The address holds the token, so the message alone is told.
                LOG.warn(
                        "Telegram's updates could not be had ({}), trying again in {} ms",
                        e.getClass().getSimpleName(),
                        wait.toMillis());
            }
            if (!wait.isZero() && stopped(wait)) return;
        }
    }

    /** One poll; how long to wait before the next. */
    private Duration poll() throws IOException, InterruptedException {
        JsonNode answer = ask(store.telegramOffset());
        if (!answer.path("ok").asBoolean()) {
            int retryAfter = answer.path("parameters")
                    .path("retry_after")
                    .asInt(answer.path("error_code").asInt() == 409 ? 5 : 30);
            if (answer.path("error_code").asInt() == 409
                    && answer.path("description").asText().contains("webhook")) {
                LOG.info("Telegram pushes updates to a webhook; taking that back, for they are polled here");
                api.call(new DeleteWebhook(), Urgency.ANSWER);
                return Duration.ofSeconds(1);
            }
            LOG.warn(
                    "Telegram refused to give updates: {} {}",
                    answer.path("error_code").asInt(),
                    answer.path("description").asText());
            return Duration.ofSeconds(Math.max(1, retryAfter));
        }
        JsonNode updates = answer.path("result");
        if (!updates.isEmpty()) {
            queue.accept(updates);
            store.keepTelegramOffset(
                    updates.get(updates.size() - 1).path("update_id").asLong() + 1);
            queue.awaitRoom();
        }
        return Duration.ZERO;
    }

    private JsonNode ask(long offset) throws IOException {
        ObjectNode body = json.createObjectNode();
        body.put("offset", offset);
        body.put("timeout", pollSeconds);
        var kinds = body.putArray("allowed_updates");
        UpdateHandler.KINDS.forEach(kinds::add);
        Request request = new Request.Builder()
                .url(endpoint)
                .post(RequestBody.create(body.toString(), JSON_TYPE))
                .build();
        Call call = http.newCall(request);
        underWay = call;
        try (Response response = call.execute()) {
            ResponseBody answer = response.body();
            if (answer == null) throw new IOException("an empty answer");
            String text = answer.string();
            if (!text.stripLeading().startsWith("{"))
                throw new IOException(
                        String.format(Locale.ROOT, "HTTP %d with a body that is not JSON", response.code()));
            return json.readTree(text);
        } finally {
            underWay = null;
        }
    }

    private boolean stopped(Duration wait) {
        try {
            return stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Breaks off the poll and waits until the update under way is handled. */
    @Override
    public void close() {
        stopping.countDown();
        Call call = underWay;
        if (call != null) call.cancel();
        try {
            thread.join(2000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        queue.close();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
