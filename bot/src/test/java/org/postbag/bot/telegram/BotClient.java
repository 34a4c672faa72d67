package org.postbag.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

/** A bare caller of the Bot API, so that the double is tested by something that is not our own client. */
final class BotClient {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI api;

    BotClient(TelegramDouble telegram) {
        api = telegram.address();
    }

    /** The whole answer to a call in JSON, ok or not. */
    JsonNode call(String method, String json) {
        return read(later(method, json).join());
    }

    /** The description of a refusal; empty when the call was accepted. */
    String refusal(String method, String json) {
        return call(method, json).path("description").asText();
    }

    CompletableFuture<HttpResponse<String>> later(String method, String json) {
        return send(method, "application/json", json);
    }

    CompletableFuture<HttpResponse<String>> send(String method, String type, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api + "/bot" + TelegramDouble.TOKEN + "/" + method))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    static JsonNode read(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
