package org.postbag.posts.summary.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import javax.net.ssl.SSLHandshakeException;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.collect.http.RetryAfter;

/**
 * One request to {@code POST …/chat/completions} (OpenAI API reference, Chat Completions), bounded in time and size as
 * a whole. Redirects are not followed and nothing is tried twice: {@link PatientCall} does that. Thread safe.
 */
final class LlmClient implements AutoCloseable {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final int DEPTH = 50;
    private static final long MOST_TOKENS = 10_000_000;

    private final LlmEndpoint endpoint;
    private final LlmLimits limits;
    private final Clock clock;
    private final HttpUrl address;
    private final OkHttpClient http;
    private volatile boolean closed;
    private final JsonMapper json = new JsonMapper(com.fasterxml.jackson.core.JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
            .build());

    LlmClient(LlmEndpoint endpoint, LlmLimits limits, Clock clock) {
        this.endpoint = endpoint;
        this.limits = limits;
        this.clock = clock;
        this.address = address(Objects.requireNonNull(HttpUrl.get(endpoint.url())));
        this.http = new OkHttpClient.Builder()
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .connectTimeout(Duration.ofSeconds(10))
                .readTimeout(limits.attempt())
                .writeTimeout(limits.attempt())
                .addNetworkInterceptor(chain -> unhurried(chain.proceed(chain.request())))
                .build();
    }

    private static HttpUrl address(HttpUrl base) {
        String path = base.encodedPath().replaceFirst("/+$", "");
        return base.newBuilder()
                .encodedPath(path.endsWith("/chat/completions") ? path : path + "/chat/completions")
                .username("")
                .password("")
                .build();
    }

    /** OkHttp repeats a 503 of its own accord when Retry-After is 0. */
    private static Response unhurried(Response response) {
        String after = response.header("Retry-After", "");
        return response.code() == 503 && after != null && after.matches("0+")
                ? response.newBuilder().header("Retry-After", "1").build()
                : response;
    }

    /** Sends it once; answers within {@code most}. */
    Reply ask(Prompt prompt, Duration most) {
        if (closed) return new Reply.Unasked(null);
        Request.Builder request = new Request.Builder()
                .url(address)
                .header("Accept", "application/json")
                .post(RequestBody.create(body(prompt), JSON));
        if (endpoint.key() != null) request.header("Authorization", "Bearer " + endpoint.key());
        OkHttpClient bounded = http.newBuilder()
                .callTimeout(Duration.ofMillis(Math.max(1, most.toMillis())))
                .build();
        try (Response response = bounded.newCall(request.build()).execute()) {
            if (response.code() != 200) return refused(response);
            byte[] body = read(response);
            if (body == null)
                return fault("its answer is longer than " + limits.maxBytes() + " bytes", false, true, null);
            return answered(body);
        } catch (IOException e) {
            return closed ? new Reply.Unasked(null) : failed(e);
        }
    }

    private byte[] body(Prompt prompt) {
        ObjectNode root = json.createObjectNode();
        root.put("model", endpoint.model());
        root.putArray("messages")
                .add(json.createObjectNode().put("role", "system").put("content", prompt.system()))
                .add(json.createObjectNode().put("role", "user").put("content", prompt.user()));
        root.put("temperature", 0);
        root.put("max_tokens", limits.maxTokens());
        root.put("stream", false);
        return root.toString().getBytes(StandardCharsets.UTF_8);
    }

    private byte @Nullable [] read(Response response) throws IOException {
        ResponseBody body = Objects.requireNonNull(response.body());
        byte[] bytes = body.byteStream().readNBytes(limits.maxBytes() + 1);
        return bytes.length > limits.maxBytes() ? null : bytes;
    }

    private Reply answered(byte[] body) {
        JsonNode root;
        try {
            root = json.readTree(new String(body, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            return fault(
                    "it answers with something that is no JSON; is summary.llm.url the API's base?", true, true, null);
        }
        if (root.isMissingNode()) return fault("its answer is empty", true, true, null);
        JsonNode choice = root.path("choices").path(0);
        JsonNode message = choice.path("message");
        if (!message.isObject())
            return fault("its answer has no choices[0].message; is it an OpenAI-style endpoint?", false, true, null);
        JsonNode usage = root.path("usage");
        long parts = usage.path("prompt_tokens").asLong(0)
                + usage.path("completion_tokens").asLong(0);
        long tokens = usage.path("total_tokens").asLong(parts);
        return new Reply.Answered(
                message.path("content").asText(""),
                !choice.path("finish_reason").asText("stop").equals("length"),
                Math.max(0, Math.min(MOST_TOKENS, tokens)));
    }

    private Reply refused(Response response) throws IOException {
        int code = response.code();
        if (code == 401 || code == 403)
            return fault("it refuses the key (" + code + "); check summary.llm.key", false, false, null);
        if (code >= 300 && code < 400)
            return fault("it redirects (" + code + "); put the final address into summary.llm.url", false, false, null);
        Duration retryAfter =
                RetryAfter.read(response.header("Retry-After"), clock.instant()).orElse(null);
        if (code == 429) return fault("it has had too many requests (429)", true, false, retryAfter);
        if (code == 408 || code == 425 || code >= 500)
            return fault("it fails (" + code + ")", true, code != 503, code == 503 ? retryAfter : null);
        String said = said(response);
        if (code == 404)
            return fault(
                    "it has no such address or model (404" + said + "); check summary.llm.url and model",
                    false,
                    false,
                    null);
        return fault("it refuses the request (" + code + said + ")", false, false, null);
    }

    /** The first words of the endpoint's own explanation, without the key. */
    private String said(Response response) throws IOException {
        byte[] body = read(response);
        if (body == null) return "";
        String message;
        try {
            JsonNode error =
                    json.readTree(new String(body, StandardCharsets.UTF_8)).path("error");
            message = error.isTextual() ? error.asText() : error.path("message").asText("");
        } catch (JsonProcessingException e) {
            return "";
        }
        if (endpoint.key() != null) message = message.replace(endpoint.key(), "…");
        String line = message.replaceAll("[\\p{Cc}\\s]+", " ").strip();
        if (line.isEmpty()) return "";
        return ": "
                + line.substring(0, line.offsetByCodePoints(0, Math.min(200, line.codePointCount(0, line.length()))));
    }

    private Reply failed(IOException e) {
        if (e instanceof ConnectException || e instanceof UnknownHostException || e instanceof NoRouteToHostException)
            return fault(
                    "it cannot be reached (" + e.getClass().getSimpleName()
                            + "); check that it runs, and summary.llm.url",
                    true,
                    false,
                    null);
        if (e instanceof SSLHandshakeException)
            return fault("its certificate is not accepted; check summary.llm.url", false, false, null);
        if (e instanceof InterruptedIOException)
            return fault("it does not answer in time; a smaller model may", true, true, null);
        return fault("the connection breaks (" + e.getClass().getSimpleName() + ")", true, true, null);
    }

    private Reply fault(String what, boolean passing, boolean costs, @Nullable Duration retryAfter) {
        return new Reply.Failed(endpoint + ": " + what, passing, costs, retryAfter);
    }

    /** Ends the requests under way. */
    @Override
    public void close() {
        closed = true;
        http.dispatcher().cancelAll();
        http.connectionPool().evictAll();
    }
}
