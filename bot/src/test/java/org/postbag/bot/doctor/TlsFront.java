package org.postbag.bot.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

/** Takes connections by TLS, with a certificate of the test's choice, and passes them on to a plain port. */
final class TlsFront implements AutoCloseable {
    private final ServerSocket listener;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final int behind;

    TlsFront(SSLContext context, int behind) throws IOException {
        this.listener = context.getServerSocketFactory().createServerSocket(0, 10, InetAddress.getLoopbackAddress());
        this.behind = behind;
        daemon(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), behind);
                open.add(client);
                open.add(server);
                daemon(() -> pass(client, server));
                daemon(() -> pass(server, client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // one of the two is gone
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "tls-front");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open) socket.close();
    }
}
