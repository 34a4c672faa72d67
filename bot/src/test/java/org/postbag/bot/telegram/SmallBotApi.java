package org.postbag.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers {@code sendMessage} over HTTP in the Bot API's shapes, and otherwise for chats that a test names. */
final class SmallBotApi implements AutoCloseable {
    static final String TOKEN = "1:TEST";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Long, Deque<Answer>> next = new ConcurrentHashMap<>();

    /** Every message that was accepted, in order. */
    final List<JsonNode> accepted = new CopyOnWriteArrayList<>();

    /** How many requests came, whatever became of them. */
    final AtomicInteger requests = new AtomicInteger();

    /** How long it thinks about a message. */
    volatile long pauseMillis;

    /** What a chat's next message meets instead of being taken; {@code code} 0 accepts it and cuts the connection. */
    record Answer(int code, String body) {
        static Answer no(int code, String description, String parameters) {
            return new Answer(
                    code,
                    "{\"ok\":false,\"error_code\":%d,\"description\":\"%s\"%s}"
                            .formatted(code, description, parameters.isEmpty() ? "" : ",\"parameters\":" + parameters));
        }

        static Answer cut() {
            return new Answer(0, "");
        }
    }

    SmallBotApi() throws IOException {
        this(0);
    }

    SmallBotApi(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/bot" + TOKEN + "/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    SmallBotApi next(long chat, Answer answer) {
        next.computeIfAbsent(chat, c -> new ArrayDeque<>()).add(answer);
        return this;
    }

    /** Waits until so many messages were taken; a minute at most. */
    synchronized void awaitAccepted(int count) throws InterruptedException {
        long end = System.nanoTime() + 60_000_000_000L;
        while (accepted.size() < count) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) throw new AssertionError(accepted.size() + " messages came in a minute, not " + count);
            wait(left);
        }
    }

    List<Long> chats() {
        return accepted.stream()
                .map(message -> message.path("chat_id").asLong())
                .toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        JsonNode call = JSON.readTree(exchange.getRequestBody());
        requests.incrementAndGet();
        long chat = call.path("chat_id").asLong();
        Deque<Answer> answers = next.get(chat);
        Answer answer;
        synchronized (this) {
            answer = answers == null ? null : answers.poll();
            if (answer == null || answer.code() == 0) accepted.add(call);
            notifyAll();
        }
        pause();
        if (answer != null && answer.code() == 0) {
            exchange.close();
            return;
        }
        String body = answer != null
                ? answer.body()
                : "{\"ok\":true,\"result\":{\"message_id\":%d,\"date\":1,\"chat\":{\"id\":%d,\"type\":\"private\"},\"text\":\"x\"}}"
                        .formatted(ids.incrementAndGet(), chat);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer == null ? 200 : answer.code(), bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        } catch (IOException e) {
            if (pauseMillis == 0) throw new UncheckedIOException(e);
        }
    }

    private void pause() {
        try {
            if (pauseMillis > 0) Thread.sleep(pauseMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
