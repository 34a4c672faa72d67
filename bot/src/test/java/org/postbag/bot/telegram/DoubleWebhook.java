package org.postbag.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.postbag.bot.telegram.DoubleUpdates.Pending;

/**
 * setWebhook and what follows: updates are posted to the bot's address, those of one chat in order and one at a time, as
 * many at once as max_connections allows, again and again until a 2xx answer. Guarded by {@link TelegramDouble}'s lock.
 */
public final class DoubleWebhook {
    private static final JsonMapper JSON = new JsonMapper();

    private final Object lock;
    private final DoubleUpdates updates;
    private final Executor threads;
    private final HttpClient http;
    private final List<Delivery> deliveries = new ArrayList<>();
    private final Set<Integer> underWay = new HashSet<>();
    private final Map<Integer, Long> notBefore = new HashMap<>();
    private final Map<Integer, Integer> attempts = new HashMap<>();
    private Duration repeatAfter = Duration.ofMillis(100);
    private String url = "";
    private String secret = "";
    private int most = 40;
    private String lastError = "";
    private int generation;

    /**
     * One attempt to hand over an update.
     *
     * @param attempt from 1
     * @param status the bot's answer; 0 where there was none
     */
    public record Delivery(int update, int attempt, int status) {}

    DoubleWebhook(Object lock, DoubleUpdates updates, Executor threads) {
        this.lock = lock;
        this.updates = updates;
        this.threads = threads;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    void repeatAfter(Duration pause) {
        repeatAfter = pause;
    }

    boolean isSet() {
        return !url.isEmpty();
    }

    void set(JsonNode call) {
        String wanted = call.path("url").asText();
        if (!wanted.isEmpty()) checkAddress(wanted);
        String token = call.path("secret_token").asText();
        if (token.length() > 256) throw BotApiError.badRequest("secret token is too long");
        if (call.has("secret_token") && !token.matches("[A-Za-z0-9_-]+"))
            throw BotApiError.badRequest("secret token contains unallowed characters");
        int connections = call.path("max_connections").asInt(40);
        if (connections < 1 || connections > 100)
            throw BotApiError.violation("setWebhook: max_connections must be 1-100");
        updates.allow(call);
        if (call.path("drop_pending_updates").asBoolean()) updates.drop();
        stop();
        url = wanted;
        secret = token;
        most = connections;
        if (url.isEmpty()) return;
        updates.end("terminated by setWebhook request");
        int mine = generation;
        threads.execute(() -> run(mine));
    }

    /** HTTPS, and HTTP on this machine only, as a local Bot API server allows. */
    private static void checkAddress(String wanted) {
        try {
            URI address = URI.create(wanted);
            boolean here = "http".equals(address.getScheme())
                    && Set.of("127.0.0.1", "localhost").contains(address.getHost());
            if (address.getHost() == null) throw BotApiError.badRequest("invalid webhook URL specified");
            if (!here && !"https".equals(address.getScheme()))
                throw BotApiError.badRequest("bad webhook: An HTTPS URL must be provided for webhook");
        } catch (IllegalArgumentException e) {
            throw BotApiError.badRequest("invalid webhook URL specified");
        }
    }

    /** Ends deliveries; those under way are not waited for. */
    void stop() {
        generation++;
        url = "";
        underWay.clear();
        notBefore.clear();
        lock.notifyAll();
    }

    private void run(int mine) {
        synchronized (lock) {
            while (generation == mine) {
                Pending next = next();
                if (next == null) {
                    if (!waited()) return;
                    continue;
                }
                underWay.add(next.id());
                threads.execute(() -> deliver(next, mine));
            }
        }
    }

    /** The first update that may go now: no earlier one of its chat is open. */
    private Pending next() {
        Set<Long> busy = new HashSet<>();
        for (Pending each : updates.pending()) {
            if (underWay.size() >= most) return null;
            boolean first = busy.add(chat(each.json()));
            boolean due = notBefore.getOrDefault(each.id(), 0L) <= System.nanoTime();
            if (first && due && !underWay.contains(each.id())) return each;
        }
        return null;
    }

    private boolean waited() {
        long now = System.nanoTime();
        long soonest = notBefore.values().stream()
                .filter(at -> at > now)
                .mapToLong(at -> at - now)
                .min()
                .orElse(60_000_000_000L);
        try {
            lock.wait(soonest / 1_000_000 + 1);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void deliver(Pending update, int mine) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(update.json().toString()));
        if (!secret.isEmpty()) request.header("X-Telegram-Bot-Api-Secret-Token", secret);
        int status = 0;
        String problem;
        try {
            status = http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            problem = "Wrong response from the webhook: " + status;
        } catch (IOException e) {
            problem = "Connection failed: " + e.getClass().getSimpleName();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        synchronized (lock) {
            if (generation != mine) return;
            deliveries.add(new Delivery(update.id(), attempts.merge(update.id(), 1, Integer::sum), status));
            underWay.remove(update.id());
            if (status / 100 == 2) {
                updates.pending().remove(update);
                notBefore.remove(update.id());
            } else {
                lastError = problem;
                notBefore.put(update.id(), System.nanoTime() + repeatAfter.toNanos());
            }
            lock.notifyAll();
        }
    }

    private static long chat(JsonNode update) {
        for (JsonNode content : update) {
            JsonNode message = content.path("message");
            if (message.has("chat")) return message.path("chat").path("id").asLong();
            if (content.has("chat")) return content.path("chat").path("id").asLong();
            if (content.has("from")) return content.path("from").path("id").asLong();
        }
        return 0;
    }

    List<Delivery> deliveries() {
        return List.copyOf(deliveries);
    }

    ObjectNode info() {
        ObjectNode info = JSON.createObjectNode()
                .put("url", url)
                .put("has_custom_certificate", false)
                .put("pending_update_count", updates.pending().size());
        if (isSet()) info.put("max_connections", most).put("ip_address", "127.0.0.1");
        if (!lastError.isEmpty()) info.put("last_error_date", 1_800_000_000L).put("last_error_message", lastError);
        if (!updates.allowed().isEmpty()) updates.allowed().forEach(info.putArray("allowed_updates")::add);
        return info;
    }
}
