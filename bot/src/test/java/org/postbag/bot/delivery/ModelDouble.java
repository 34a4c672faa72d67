package org.postbag.bot.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands for a language model behind chat completions: always the same two summaries, or a gateway's error. */
public final class ModelDouble implements AutoCloseable {
    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile int status = 200;
    private volatile String content = "";

    public ModelDouble() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/chat/completions", this::answer);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    public void says(String brief, String full) {
        status = 200;
        content = "{\\\"short\\\":\\\"" + brief + "\\\",\\\"long\\\":\\\"" + full + "\\\"}";
    }

    public void fails(int with) {
        status = with;
    }

    public int asked() {
        return asked.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        exchange.getRequestBody().readAllBytes();
        String answer =
                """
                {"id":"c","object":"chat.completion","model":"m","choices":[{"index":0,"finish_reason":"stop",
                "message":{"role":"assistant","content":"%s"}}],"usage":{"prompt_tokens":300,"completion_tokens":50,"total_tokens":350}}
                """
                        .formatted(content);
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
