package org.postbag.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/**
 * Stands for Telegram's servers, over HTTP and by the public documentation of the Bot API: answers in its shapes and
 * words, refuses what it refuses ({@link BotApiRules}), counts rates in sliding windows, and misbehaves on demand.
 */
public final class TelegramDouble implements AutoCloseable {
    public static final String TOKEN = "123456:TEST";
    public static final String BOT = "postbag_test_bot";
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<JsonNode> calls = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final Deque<ObjectNode> updates = new ArrayDeque<>();
    private final Set<Long> blocked = new HashSet<>();
    private final Map<Long, Long> migrated = new HashMap<>();
    private final Set<String> administrators = new HashSet<>();
    private final Map<Long, Integer> lastMessage = new HashMap<>();
    private final RateWindows rates;
    private int lastUpdate = 500;
    private long confirmedOffset;
    private boolean closing;

    /** What the next message meets. */
    public enum Fault {
        /** 429 with retry_after 7. */
        TOO_MANY,
        /** A gateway's HTML page with status 502. */
        BAD_GATEWAY,
        /** Internal Server Error in Bot API form. */
        SERVER_ERROR,
        /** The connection is cut before anything is accepted. */
        CUT_BEFORE,
        /** The message is accepted, and the connection cut instead of an answer. */
        CUT_AFTER,
        /** The message is accepted and no answer ever comes. */
        HANG,
        /** Entities are refused whatever they are. */
        ENTITIES
    }

    public TelegramDouble() throws IOException {
        this(new RateWindows(Integer.MAX_VALUE, Integer.MAX_VALUE));
    }

    public TelegramDouble(RateWindows rates) throws IOException {
        this.rates = rates;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public synchronized TelegramDouble next(Fault... some) {
        faults.addAll(List.of(some));
        return this;
    }

    public synchronized void block(long chat) {
        blocked.add(chat);
    }

    public synchronized void migrate(long from, long to) {
        migrated.put(from, to);
    }

    public synchronized void administrator(long chat, long user) {
        administrators.add(chat + " " + user);
    }

    /** Puts an update into the queue; the id is given here. */
    public synchronized int update(String kind, String json) {
        try {
            ObjectNode update = JSON.createObjectNode();
            update.put("update_id", ++lastUpdate);
            update.set(kind, JSON.readTree(json));
            updates.add(update);
            notifyAll();
            return lastUpdate;
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Every call of a method that was accepted or refused, in order. */
    public synchronized List<JsonNode> calls(String method) {
        return calls.stream()
                .filter(call -> call.path("method").asText().equalsIgnoreCase(method))
                .toList();
    }

    /** Messages that a chat has got. */
    public synchronized List<JsonNode> messages(long chat) {
        return calls("sendMessage").stream()
                .filter(call -> call.path("chat_id").asLong() == chat
                        && call.path("accepted").asBoolean())
                .toList();
    }

    /** What the client did against the documentation; tests expect none. */
    public synchronized List<String> violations() {
        return List.copyOf(violations);
    }

    /** Waits until the calls so far satisfy a condition, ten seconds at most. */
    public synchronized void await(Predicate<TelegramDouble> condition) throws InterruptedException {
        long end = System.nanoTime() + 10_000_000_000L;
        while (!condition.test(this)) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) throw new AssertionError("did not happen within 10 s; calls so far: " + calls);
            wait(left);
        }
    }

    public synchronized long confirmedOffset() {
        return confirmedOffset;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            byte[] body = exchange.getRequestBody().readAllBytes();
            String prefix = "/bot" + TOKEN + "/";
            if (!path.startsWith(prefix)) {
                respond(exchange, 401, error(401, "Unauthorized"));
                return;
            }
            ObjectNode call = body.length == 0 ? JSON.createObjectNode() : (ObjectNode) JSON.readTree(body);
            call.put("method", path.substring(prefix.length()));
            perform(exchange, call);
        }
    }

    private void perform(HttpExchange exchange, ObjectNode call) throws IOException {
        switch (call.path("method").asText().toLowerCase(java.util.Locale.ROOT)) {
            case "getme" -> respond(exchange, 200, ok(BotApiRules.me()));
            case "getupdates" -> respond(exchange, 200, ok(poll(call)));
            case "sendmessage" -> message(exchange, call);
            case "editmessagetext" -> edit(exchange, call);
            case "answercallbackquery", "setmycommands" -> {
                record(call, true);
                respond(exchange, 200, ok(JSON.getNodeFactory().booleanNode(true)));
            }
            case "getchatmember" -> {
                record(call, true);
                boolean admin = administrators.contains(call.path("chat_id").asText() + " "
                        + call.path("user_id").asText());
                respond(
                        exchange,
                        200,
                        ok(BotApiRules.member(call.path("user_id").asLong(), admin)));
            }
            default -> {
                violation("no such method: " + call.path("method").asText());
                respond(exchange, 404, error(404, "Not Found"));
            }
        }
    }

    private void message(HttpExchange exchange, ObjectNode call) throws IOException {
        long chat = call.path("chat_id").asLong();
        Fault fault = nextFault();
        if (fault == Fault.BAD_GATEWAY) {
            record(call, false);
            respondText(exchange, 502, "<html><body><h1>502 Bad Gateway</h1></body></html>", "text/html");
            return;
        }
        if (fault == Fault.CUT_BEFORE) {
            record(call, false);
            return; // closing without an answer
        }
        ObjectNode refusal = refusal(call, chat, fault);
        record(call, refusal == null);
        if (refusal != null) {
            respond(exchange, refusal.path("error_code").asInt(), refusal);
            return;
        }
        ObjectNode message = accepted(call, chat);
        if (fault == Fault.CUT_AFTER) return;
        if (fault == Fault.HANG) {
            hang();
            return;
        }
        respond(exchange, 200, ok(message));
    }

    private synchronized ObjectNode refusal(ObjectNode call, long chat, Fault fault) {
        if (fault == Fault.TOO_MANY) return tooMany(7);
        if (fault == Fault.SERVER_ERROR) return error(500, "Internal Server Error");
        if (fault == Fault.ENTITIES && call.has("parse_mode"))
            return error(400, "Bad Request: can't parse entities: Unsupported start tag \"x\" at byte offset 0");
        if (blocked.contains(chat)) return error(403, "Forbidden: bot was blocked by the user");
        if (migrated.containsKey(chat)) {
            ObjectNode error = error(400, "Bad Request: group chat was upgraded to a supergroup chat");
            error.putObject("parameters").put("migrate_to_chat_id", migrated.get(chat));
            return error;
        }
        int wait = rates.secondsToWait(chat);
        if (wait > 0) return tooMany(wait);
        String broken = BotApiRules.brokenBy(call);
        if (broken == null) return null;
        if (!broken.startsWith("Bad Request")) violation(broken);
        return error(400, broken.startsWith("Bad Request") ? broken : "Bad Request: " + broken);
    }

    private synchronized ObjectNode accepted(ObjectNode call, long chat) {
        int id = lastMessage.merge(chat, 1, Integer::sum);
        call.put("message_id", id);
        notifyAll();
        return BotApiRules.message(id, chat, call.path("text").asText());
    }

    private void edit(HttpExchange exchange, ObjectNode call) throws IOException {
        String broken = BotApiRules.brokenBy(call);
        record(call, broken == null);
        if (broken != null) {
            if (!broken.startsWith("Bad Request")) violation(broken);
            respond(exchange, 400, error(400, "Bad Request: " + broken));
            return;
        }
        long chat = call.path("chat_id").asLong();
        respond(
                exchange,
                200,
                ok(BotApiRules.message(
                        call.path("message_id").asInt(), chat, call.path("text").asText())));
    }

    /** Long polling: confirms what is before the offset and waits for an update. */
    private synchronized ArrayNode poll(ObjectNode call) {
        Set<String> known = Set.of("offset", "limit", "timeout", "allowed_updates", "method");
        call.fieldNames().forEachRemaining(field -> {
            if (!known.contains(field)) violation("getUpdates: unknown field " + field);
        });
        long offset = call.path("offset").asLong();
        confirmedOffset = Math.max(confirmedOffset, offset);
        updates.removeIf(update -> update.path("update_id").asLong() < offset);
        notifyAll();
        long end = System.nanoTime() + call.path("timeout").asLong() * 1_000_000_000L;
        while (updates.isEmpty() && !closing && System.nanoTime() < end) {
            try {
                wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        ArrayNode result = JSON.createArrayNode();
        updates.forEach(result::add);
        notifyAll();
        return result;
    }

    private synchronized void hang() {
        while (!closing) {
            try {
                wait(1000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private synchronized Fault nextFault() {
        return faults.poll();
    }

    private synchronized void record(ObjectNode call, boolean accepted) {
        call.put("accepted", accepted);
        calls.add(call);
        notifyAll();
    }

    private synchronized void violation(String what) {
        violations.add(what);
    }

    private static ObjectNode ok(JsonNode result) {
        ObjectNode answer = JSON.createObjectNode();
        answer.put("ok", true);
        answer.set("result", result);
        return answer;
    }

    private static ObjectNode error(int code, String description) {
        return JSON.createObjectNode().put("ok", false).put("error_code", code).put("description", description);
    }

    private static ObjectNode tooMany(int seconds) {
        ObjectNode error = error(429, "Too Many Requests: retry after " + seconds);
        error.putObject("parameters").put("retry_after", seconds);
        return error;
    }

    private static void respond(HttpExchange exchange, int status, JsonNode body) throws IOException {
        respondText(exchange, status, body.toString(), "application/json");
    }

    private static void respondText(HttpExchange exchange, int status, String body, String type) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        synchronized (this) {
            closing = true;
            notifyAll();
        }
        server.stop(0);
        threads.shutdownNow();
    }
}
