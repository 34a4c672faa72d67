package org.postbag.bot.email.smtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.config.Config;

/** A mail server that takes mails over TCP as it is told to and remembers what it saw. */
public final class MailSink implements AutoCloseable {
    private final ServerSocket listener;
    private final Thread accepting;
    final List<String> extensions = new CopyOnWriteArrayList<>(List.of("PIPELINING", "SIZE 100000000", "8BITMIME"));
    public final List<Received> received = new CopyOnWriteArrayList<>();
    final List<String> violations = new CopyOnWriteArrayList<>();
    final List<String> commands = new CopyOnWriteArrayList<>();
    final AtomicInteger connections = new AtomicInteger();
    final AtomicInteger most = new AtomicInteger();
    final AtomicInteger mostMails = new AtomicInteger();
    final Set<Socket> open = ConcurrentHashMap.newKeySet();
    volatile Behaviour behaviour = Behaviour.GOOD;
    volatile @Nullable SSLContext tls;
    volatile @Nullable String login;
    volatile boolean keepsCommands = true;

    public MailSink() {
        try {
            listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        accepting = new Thread(this::accept, "sink");
        accepting.setDaemon(true);
        accepting.start();
    }

    public int port() {
        return listener.getLocalPort();
    }

    Config.Smtp settings(int connections, int perConnection) {
        return new Config.Smtp("127.0.0.1", port(), null, null, Config.Tls.NONE, connections, perConnection, 0, null);
    }

    Config.Smtp settings(
            Config.Tls protection, @Nullable Path trust, @Nullable String user, @Nullable String password) {
        return new Config.Smtp("127.0.0.1", port(), user, password, protection, 2, 100, 0, trust);
    }

    /** Says goodbye to nobody, as a server does that cleans up. */
    void closeConnections() {
        for (Socket socket : List.copyOf(open)) close(socket);
    }

    List<String> recipients() {
        List<String> all = new ArrayList<>();
        received.forEach(mail -> all.add(mail.recipient()));
        return all;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                most.accumulateAndGet(open.size(), Math::max);
                SinkSession session = new SinkSession(this, socket, connections.incrementAndGet());
                Thread thread = new Thread(session, "sink-session");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                // Closed.
            }
        }
    }

    void close(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            // Closed already.
        }
    }

    /** Afterwards nobody gets in, not even for the moment that the listener takes to die. */
    @Override
    public void close() {
        try {
            listener.close();
            accepting.join(10_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        closeConnections();
    }
}
