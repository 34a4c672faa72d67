package org.postbag.bot.email.smtp;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.postbag.bot.config.Config;

/**
 * The socket under one connection. Mails are written to it directly, in one piece. What the socket does must be done by
 * a deadline, after which {@link #cutIfOverdue} closes it, which ends any read or write; that covers a server that takes
 * nothing or answers byte by byte, and spares a timer for each step.
 */
final class Wire {
    private static final int SEND_BUFFER = 256 * 1024;

    private final TlsLayer tls;
    private volatile MeteredSocket below = new MeteredSocket();
    private Socket top = below;
    private volatile long deadline;
    private volatile boolean limited;
    private volatile boolean overdue;

    Wire(SSLSocketFactory trusted) {
        this.tls = new TlsLayer(trusted, this::raised);
    }

    private void raised(SSLSocket socket) {
        top = socket;
    }

    /** Connects to the first of the host's addresses that answers, with TLS from the start where that is set. */
    void open(Config.Smtp server, Duration connect) throws IOException {
        IOException failure = new IOException("it has no address");
        for (InetAddress address : InetAddress.getAllByName(server.host())) {
            try {
                connect(server, address, connect);
                if (server.tls() == Config.Tls.TLS) {
                    tls.createSocket(below, server.host(), server.port(), true);
                    ((SSLSocket) top).startHandshake();
                }
                return;
            } catch (IOException e) {
                cut();
                failure = e;
                if (overdue) break;
            }
        }
        throw failure;
    }

    private void connect(Config.Smtp server, InetAddress address, Duration atMost) throws IOException {
        MeteredSocket socket = new MeteredSocket();
        below = socket;
        top = socket;
        socket.setTcpNoDelay(true);
        socket.setSendBufferSize(SEND_BUFFER);
        // The address carries the configured name, which TLS compares; without it a literal address is looked up in
        // DNS.
        InetAddress named = InetAddress.getByAddress(server.host(), address.getAddress());
        socket.connect(new InetSocketAddress(named, server.port()), Math.toIntExact(atMost.toMillis()));
    }

    TlsLayer tls() {
        return tls;
    }

    Socket socket() {
        return top;
    }

    void write(byte[] bytes) throws IOException {
        OutputStream out = top.getOutputStream();
        out.write(bytes);
        out.flush();
    }

    /** What follows must be done within this time. */
    void within(Duration time) {
        below.refill();
        deadline = System.nanoTime() + time.toNanos();
        limited = true;
    }

    void unlimited() {
        limited = false;
    }

    void cutIfOverdue() {
        if (!limited || System.nanoTime() - deadline < 0) return;
        overdue = true;
        cut();
    }

    boolean overdue() {
        return overdue;
    }

    /** Closes without a word; may be called by any thread. */
    void cut() {
        try {
            below.close();
        } catch (IOException e) {
            // It is being thrown away.
        }
    }
}
