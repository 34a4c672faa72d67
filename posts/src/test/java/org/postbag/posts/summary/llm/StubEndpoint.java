package org.postbag.posts.summary.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A chat completions endpoint on this machine, as strict as the public API reference: it refuses what a request may not
 * hold, and otherwise does what the test has planned for it, the last plan again and again.
 */
final class StubEndpoint implements AutoCloseable {
    static final String KEY = "sk-stub-5d1f0c";
    static final String MODEL = "stub-1";

    /** What becomes of one request. */
    interface Plan {
        void serve(HttpExchange exchange, StubEndpoint endpoint) throws IOException;
    }

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> FIELDS =
            Set.of("model", "messages", "temperature", "max_tokens", "stream", "n", "stop", "top_p", "response_format");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Plan> plans = new ConcurrentLinkedQueue<>();
    private volatile Plan always = answers("{}");
    final List<JsonNode> requests = new CopyOnWriteArrayList<>();
    final List<String> refusals = new CopyOnWriteArrayList<>();
    final CountDownLatch arrived = new CountDownLatch(1);
    final CountDownLatch released = new CountDownLatch(1);

    StubEndpoint() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    LlmEndpoint endpoint(long dailyTokens) {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
        return new LlmEndpoint(url, MODEL, KEY, dailyTokens);
    }

    /** The next request is served so. */
    StubEndpoint next(Plan plan) {
        plans.add(plan);
        return this;
    }

    /** Every request without a plan of its own is served so. */
    StubEndpoint always(Plan plan) {
        always = plan;
        return this;
    }

    private void handle(HttpExchange exchange) throws IOException {
        arrived.countDown();
        try (exchange) {
            String refusal = refusal(exchange);
            if (refusal != null) {
                refusals.add(refusal);
                send(exchange, 400, "application/json", "{\"error\":{\"message\":\"" + refusal + "\"}}");
                return;
            }
            Plan plan = plans.poll();
            (plan == null ? always : plan).serve(exchange, this);
        }
    }

    private String refusal(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getPath().equals("/v1/chat/completions")) return "unknown path";
        if (!exchange.getRequestMethod().equals("POST")) return "POST only";
        if (!("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"))) return "no bearer token";
        String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
        if (!type.startsWith("application/json")) return "not application/json";
        JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
        requests.add(body);
        for (var fields = body.fieldNames(); fields.hasNext(); ) {
            String field = fields.next();
            if (!FIELDS.contains(field)) return "unknown field " + field;
        }
        if (!body.path("model").asText().equals(MODEL)) return "no such model";
        if (!body.path("max_tokens").isInt() || body.path("max_tokens").asInt() < 1) return "max_tokens";
        double temperature = body.path("temperature").asDouble(-1);
        if (temperature < 0 || temperature > 2) return "temperature";
        if (!body.path("messages").isArray() || body.path("messages").isEmpty()) return "messages";
        for (JsonNode message : body.path("messages")) {
            if (!Set.of("system", "user", "assistant")
                    .contains(message.path("role").asText())) return "role";
            if (!message.path("content").isTextual()) return "content";
        }
        return null;
    }

    /** What the model says, in the reference's envelope. */
    static Plan says(String content, String finish, long prompt, long completion) {
        ObjectNode root = JSON.createObjectNode();
        root.put("id", "chatcmpl-1")
                .put("object", "chat.completion")
                .put("created", 1_780_000_000)
                .put("model", MODEL);
        ObjectNode choice = root.putArray("choices").addObject();
        choice.put("index", 0).put("finish_reason", finish);
        choice.putObject("message").put("role", "assistant").put("content", content);
        root.putObject("usage")
                .put("prompt_tokens", prompt)
                .put("completion_tokens", completion)
                .put("total_tokens", prompt + completion);
        return (exchange, stub) -> send(exchange, 200, "application/json", root.toString());
    }

    static Plan answers(String content) {
        return says(content, "stop", 300, 100);
    }

    static Plan summaries(String brief, String full) {
        return answers(
                JSON.createObjectNode().put("short", brief).put("long", full).toString());
    }

    static Plan fails(int status) {
        return raw(status, "application/json", "{\"error\":{\"message\":\"not today\",\"type\":\"server_error\"}}");
    }

    static Plan busy(int status, String retryAfter) {
        return (exchange, stub) -> {
            exchange.getResponseHeaders().set("Retry-After", retryAfter);
            send(exchange, status, "application/json", "{\"error\":{\"message\":\"slow down\"}}");
        };
    }

    static Plan raw(int status, String type, String body) {
        return (exchange, stub) -> send(exchange, status, type, body);
    }

    /** Holds the answer back until the test ends. */
    static Plan hangs() {
        return (exchange, stub) -> stub.await();
    }

    /** Begins to answer, and then holds the rest back. */
    static Plan stalls() {
        return (exchange, stub) -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("{\"choices\":[".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            stub.await();
        };
    }

    /** Never comes to an end. */
    static Plan endless() {
        return (exchange, stub) -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] more = " ".repeat(8192).getBytes(StandardCharsets.UTF_8);
            try (OutputStream out = exchange.getResponseBody()) {
                while (stub.released.getCount() > 0) out.write(more);
            }
        };
    }

    /** Promises more than it sends. */
    static Plan breaksOff() {
        return (exchange, stub) -> {
            exchange.sendResponseHeaders(200, 500);
            exchange.getResponseBody().write("{\"choices\":[{\"mess".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        };
    }

    /** Waits for {@link #released}, then goes on as {@code then}. */
    static Plan waits(Plan then) {
        return (exchange, stub) -> {
            stub.await();
            then.serve(exchange, stub);
        };
    }

    private void await() {
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        released.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
