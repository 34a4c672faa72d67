package org.postbag.bot.doctor;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.postbag.bot.config.Config;
import org.postbag.bot.config.ConfigLoader;

/** What the tests of checks share: configurations, one check made alone, and small servers. */
final class Trials {
    private Trials() {}

    static Config config(Path folder, String yaml) throws IOException {
        Path file = folder.resolve("postbag.yaml");
        Files.writeString(file, yaml);
        return new ConfigLoader(Map.of()).load(file, true).config();
    }

    static Finding found(Check check) {
        Notes notes = new Notes();
        check.run(notes);
        return notes.finding();
    }

    static HttpServer http(HttpHandler handler) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", handler);
        server.setExecutor(java.util.concurrent.Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "http");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
        return server;
    }

    static HttpHandler says(int status, String body) {
        return exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(status, head || bytes.length == 0 ? -1 : bytes.length);
            if (!head && bytes.length > 0) exchange.getResponseBody().write(bytes);
            exchange.close();
        };
    }

    static String url(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Nobody listens there. */
    static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
