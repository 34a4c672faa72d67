package org.postbag.bot.email.inbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

/**
 * Keeps hold of the sockets that Jakarta Mail opens, so that another thread can cut a read short: the library's own close
 * waits for the read to end.
 */
final class ImapSockets {
    private static final String PREFIX = "mail.imap.";
    private final List<Socket> opened = new ArrayList<>();
    private boolean aborted;

    /** Has the session's sockets come through here. */
    void into(Properties session) {
        session.put(PREFIX + "socketFactory", new Plain());
        session.put(PREFIX + "socketFactory.fallback", "false");
        Object tls = session.get(PREFIX + "ssl.socketFactory");
        session.put(
                PREFIX + "ssl.socketFactory",
                new Tls(
                        tls instanceof SSLSocketFactory factory
                                ? factory
                                : (SSLSocketFactory) SSLSocketFactory.getDefault()));
    }

    /** How long a read may take from now on. */
    synchronized void timeout(Duration most) throws SocketException {
        long millis = Math.max(1, Math.min(Integer.MAX_VALUE, most.toMillis()));
        for (Socket socket : opened) if (!socket.isClosed()) socket.setSoTimeout((int) millis);
    }

    /** Ends whatever waits, now and later; any thread may ask for it. */
    synchronized void abort() {
        aborted = true;
        for (Socket socket : opened) {
            try {
                socket.close();
            } catch (IOException e) {
                // It is being thrown away.
            }
        }
    }

    private synchronized Socket kept(Socket socket) throws IOException {
        if (aborted) {
            socket.close();
            throw new SocketException("the connection was given up");
        }
        // Commands are short and each waits for its answer, so nothing is gained by holding them back.
        socket.setTcpNoDelay(true);
        opened.add(socket);
        return socket;
    }

    private final class Plain extends SocketFactory {
        @Override
        public Socket createSocket() throws IOException {
            return kept(new Socket());
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return kept(new Socket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return kept(new Socket(host, port, local, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return kept(new Socket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return kept(new Socket(host, port, local, localPort));
        }
    }

    private final class Tls extends SSLSocketFactory {
        private final SSLSocketFactory factory;

        Tls(SSLSocketFactory factory) {
            this.factory = factory;
        }

        /** The socket below is the one to keep: closing it needs no farewell that could wait. */
        @Override
        public Socket createSocket(Socket below, String host, int port, boolean autoClose) throws IOException {
            return factory.createSocket(kept(below), host, port, autoClose);
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return factory.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return factory.getSupportedCipherSuites();
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return kept(factory.createSocket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return kept(factory.createSocket(host, port, local, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return kept(factory.createSocket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return kept(factory.createSocket(host, port, local, localPort));
        }
    }
}
