package org.postbag.posts.collect.http;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A web server on this machine for tests. Its handlers write answers byte by byte, so that they can break every rule of
 * HTTP. A connection stays open for the next request unless the handler closes it.
 */
public final class WebStub implements AutoCloseable {
    /**
     * What a client asked.
     *
     * @param headers names in lower case
     */
    @SuppressWarnings("ArrayRecordComponent") // only looked at
    public record Request(String method, String path, Map<String, String> headers, byte[] body) {}

    /** Writes an answer; closing {@code out} closes the connection. */
    @FunctionalInterface
    public interface Handler {
        void answer(Request request, OutputStream out) throws IOException;
    }

    private final ServerSocket server;
    private final Map<String, Handler> handlers = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);

    public WebStub() throws IOException {
        this("127.0.0.1");
    }

    /** @param address a loopback address to listen at */
    public WebStub(String address) throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getByName(address));
        start(() -> {
            while (true) {
                Socket socket = server.accept();
                open.add(socket);
                start(() -> serve(socket));
            }
        });
    }

    /** Answers this path, whatever its query; {@code "*"} answers what nothing else does. */
    public WebStub on(String path, Handler handler) {
        handlers.put(path, handler);
        return this;
    }

    public URI at(String path) {
        return at(server.getInetAddress().getHostAddress(), path);
    }

    /** The same server under another name for this machine. */
    public URI at(String host, String path) {
        return URI.create("http://" + host + ":" + server.getLocalPort() + path);
    }

    public List<Request> requests() {
        return requests;
    }

    public Request lastRequest() {
        return requests.get(requests.size() - 1);
    }

    /** Waits until this server is closed, or not longer than so long; whether it still runs. */
    public boolean runsAfter(long millis) throws IOException {
        try {
            return !closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** A page as it should be. */
    public static Handler page(String contentType, byte[] body, String... headers) {
        return (request, out) -> {
            head(out, 200, headers);
            out.write(("Content-Type: " + contentType + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            out.write(body);
        };
    }

    public static Handler page(String text, String... headers) {
        return page("text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** An answer without a body. */
    public static Handler status(int status, String... headers) {
        return (request, out) -> {
            head(out, status, headers);
            out.write("Content-Length: 0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        };
    }

    public static Handler redirect(int status, String location, String... headers) {
        Handler answer = status(status, headers);
        return (request, out) -> {
            ByteArrayOutputStream buffer = new ByteArrayOutputStream();
            answer.answer(request, buffer);
            out.write(buffer.toString(StandardCharsets.UTF_8)
                    .replaceFirst("\r\n", "\r\nLocation: " + location + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        };
    }

    /** Exactly these bytes, and the end. */
    public static Handler raw(byte[] bytes) {
        return (request, out) -> {
            out.write(bytes);
            out.close();
        };
    }

    public static Handler raw(String text) {
        return raw(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void head(OutputStream out, int status, String... headers) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " X\r\n");
        for (String header : headers) head.append(header).append("\r\n");
        out.write(head.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void serve(Socket socket) throws IOException {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = new BufferedOutputStream(socket.getOutputStream());
            for (String first = line(in); !first.isEmpty(); first = line(in)) {
                String[] parts = first.split(" ", -1);
                Map<String, String> headers = new TreeMap<>();
                for (String line = line(in); !line.isEmpty(); line = line(in)) {
                    int colon = line.indexOf(':');
                    String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
                    headers.put(name, line.substring(colon + 1).strip());
                }
                byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
                Request request = new Request(parts[0], parts[1], headers, body);
                requests.add(request);
                String path = parts[1].replaceFirst("\\?.*", "");
                handlers.getOrDefault(path, handlers.getOrDefault("*", status(404)))
                        .answer(request, out);
                out.flush();
            }
        } finally {
            open.remove(socket);
        }
    }

    /** Without its end; empty at the end of the stream. */
    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) if (b != '\r') line.write(b);
        return line.toString(StandardCharsets.UTF_8);
    }

    private interface Job {
        void run() throws IOException;
    }

    /** What breaks here is seen by the client, or is the client going away. */
    private static void start(Job job) {
        Thread thread = new Thread(
                () -> {
                    try {
                        job.run();
                    } catch (IOException e) {
                        // the client has gone, or the server is closed
                    }
                },
                "web stub");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
        for (Socket socket : open) socket.close();
    }
}
