package org.postbag.bot.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Asks Telegram for updates, one long poll after the other, and gives them to {@link UpdateHandler} one by one. The
 * offset is kept after each update was handled, so a crash repeats the last one at worst and loses none. An update that
 * does not decode is set aside with a line in the log (Bot API, getUpdates).
 */
public final class UpdatePoller implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UpdatePoller.class);
    private static final MediaType JSON_TYPE = MediaType.get("application/json");
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final OkHttpClient http;
    private final String endpoint;
    private final int pollSeconds;
    private final UpdateHandler handler;
    private final BotStore store;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "telegram-updates");
    private volatile @Nullable Call underWay;

    public UpdatePoller(String token, URI api, int pollSeconds, UpdateHandler handler, BotStore store) {
        this.endpoint = api.toString().replaceAll("/+$", "") + "/bot" + token + "/getUpdates";
        this.pollSeconds = pollSeconds;
        this.handler = handler;
        this.store = store;
        this.http = new OkHttpClient.Builder()
                .connectTimeout(Duration.ofSeconds(10))
                .readTimeout(Duration.ofSeconds(pollSeconds + 10L))
                .build();
    }

    public void start() {
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
    private Duration poll() throws IOException {
        JsonNode answer = ask(store.telegramOffset());
        if (!answer.path("ok").asBoolean()) {
            int retryAfter = answer.path("parameters")
                    .path("retry_after")
                    .asInt(answer.path("error_code").asInt() == 409 ? 5 : 30);
            LOG.warn(
                    "Telegram refused to give updates: {} {}",
                    answer.path("error_code").asInt(),
                    answer.path("description").asText());
            return Duration.ofSeconds(Math.max(1, retryAfter));
        }
        for (JsonNode update : answer.path("result")) {
            if (stopping.getCount() == 0) break;
            handle(update);
            store.keepTelegramOffset(update.path("update_id").asLong() + 1);
        }
        return Duration.ZERO;
    }

    private void handle(JsonNode node) {
        long id = node.path("update_id").asLong();
        try {
            handler.handle(json.treeToValue(node, Update.class));
        } catch (JsonProcessingException e) {
            LOG.warn(
                    "update {} is of a kind Postbag cannot read and was set aside: {}",
                    id,
                    e.getOriginalMessage().lines().findFirst().orElse(""));
        } catch (RuntimeException e) {
            LOG.error("update {} met a fault in Postbag itself and was set aside", id, e);
        }
    }

    private JsonNode ask(long offset) throws IOException {
        ObjectNode body = json.createObjectNode();
        body.put("offset", offset);
        body.put("timeout", pollSeconds);
        body.putArray("allowed_updates")
                .add("message")
                .add("channel_post")
                .add("callback_query")
                .add("my_chat_member");
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
            thread.join(4000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
