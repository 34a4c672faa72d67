package org.postbag.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.postbag.bot.telegram.TelegramDouble.Fault;

/** The double's HTTP side: reads requests, spoils them as {@link DoubleFaults} says, and writes answers. */
final class DoubleHttp {
    private static final JsonMapper JSON = new JsonMapper();

    static {
        // Without it each answer waits some 40 ms for the acknowledgement of its own head (module jdk.httpserver). It
        // is
        // read once, with the first server of the JVM; where others start servers earlier, the build must set it.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final DoubleFaults faults;
    private final Function<BotApiCall, JsonNode> perform;
    private final BiConsumer<BotApiCall, BotApiError> lost;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile long latency;
    private volatile long jitter;

    /**
     * Begins to listen on a free port of this machine.
     *
     * @param perform gives the result of a call or throws a {@link BotApiError}
     * @param lost notes a call that does not get as far, with the error where it was the client's
     */
    DoubleHttp(
            Executor threads,
            DoubleFaults faults,
            Function<BotApiCall, JsonNode> perform,
            BiConsumer<BotApiCall, BotApiError> lost)
            throws IOException {
        this.faults = faults;
        this.perform = perform;
        this.lost = lost;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void latency(Duration fixed, Duration upToMore) {
        latency = fixed.toNanos();
        jitter = upToMore.toNanos();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            String prefix = "/bot" + TelegramDouble.TOKEN + "/";
            if (!path.startsWith(prefix)) {
                respond(exchange, BotApiError.of(401, "Unauthorized"));
                return;
            }
            BotApiCall call;
            try {
                call = BotApiForm.read(
                        path.substring(prefix.length()),
                        exchange.getRequestURI().getRawQuery(),
                        exchange.getRequestHeaders().getFirst("Content-Type"),
                        body);
            } catch (BotApiError e) {
                lost.accept(new BotApiCall(path.substring(prefix.length()), JSON.createObjectNode(), Map.of()), e);
                respond(exchange, e);
                return;
            }
            long way = latency + (jitter > 0 ? ThreadLocalRandom.current().nextLong(jitter) : 0);
            if (pause(way / 2)) return;
            DoubleFaults.Met met = faults.meet(call.key());
            if (met == null) plainly(exchange, call, way);
            else spoilt(exchange, call, met);
        }
    }

    private void plainly(HttpExchange exchange, BotApiCall call, long way) throws IOException {
        try {
            JsonNode result = perform.apply(call);
            if (pause(way / 2)) return;
            respond(exchange, result);
        } catch (BotApiError e) {
            if (pause(way / 2)) return;
            respond(exchange, e);
        }
    }

    private void spoilt(HttpExchange exchange, BotApiCall call, DoubleFaults.Met met) throws IOException {
        Fault fault = met.fault();
        if (fault == Fault.HANG || fault == Fault.CUT_AFTER) {
            try {
                perform.apply(call);
            } catch (BotApiError e) {
                respond(exchange, e); // what is refused anyway cannot be accepted and then cut
                return;
            }
            if (fault == Fault.HANG) hang();
            return;
        }
        if (fault == Fault.ENTITIES && !call.fields().has("parse_mode")) {
            plainly(exchange, call, 0);
            return;
        }
        lost.accept(call, null);
        switch (fault) {
            case TOO_MANY -> respond(exchange, BotApiError.tooMany(met.retryAfter()));
            case SERVER_ERROR -> respond(exchange, BotApiError.of(500, "Internal Server Error"));
            case ENTITIES ->
                respond(
                        exchange,
                        BotApiError.badRequest("can't parse entities: Unsupported start tag \"x\" at byte offset 0"));
            case BAD_GATEWAY ->
                respond(exchange, 502, "<html><body><h1>502 Bad Gateway</h1></body></html>", "text/html");
            case HANG_BEFORE -> hang();
            default -> {} // closing without an answer
        }
    }

    private void hang() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits as the road does; true when the double is closing. */
    private boolean pause(long nanos) {
        if (nanos <= 0) return false;
        try {
            return closing.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static void respond(HttpExchange exchange, JsonNode result) throws IOException {
        ObjectNode answer = JSON.createObjectNode().put("ok", true);
        answer.set("result", result);
        respond(exchange, 200, answer.toString(), "application/json");
    }

    private static void respond(HttpExchange exchange, BotApiError error) throws IOException {
        respond(exchange, error.code(), error.json().toString(), "application/json");
    }

    private static void respond(HttpExchange exchange, int status, String body, String type) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    void close() {
        closing.countDown();
        server.stop(0);
    }
}
