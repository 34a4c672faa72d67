package org.postbag.posts.collect.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.function.Predicate;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes sockets that connect to public addresses only. The check is on the address that is connected to, so neither a
 * name that leads inside, nor an odd spelling of an address, nor a redirect gets past it; no proxy stands in between.
 */
public final class GuardedSockets extends SocketFactory {
    private final Predicate<InetAddress> allowed;

    /** @param allowPrivate whether to connect to any address after all */
    public GuardedSockets(boolean allowPrivate) {
        this(allowPrivate ? address -> true : PublicAddresses::contains);
    }

    GuardedSockets(Predicate<InetAddress> allowed) {
        this.allowed = allowed;
    }

    /** The address is not public, and may not be reached. */
    public static final class Refused extends IOException {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    @Override
    public Socket createSocket() {
        return new GuardedSocket(allowed);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
    }

    private Socket connected(SocketAddress to, @Nullable SocketAddress local) throws IOException {
        Socket socket = createSocket();
        try {
            if (local != null) socket.bind(local);
            socket.connect(to);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static final class GuardedSocket extends Socket {
        private final Predicate<InetAddress> allowed;

        GuardedSocket(Predicate<InetAddress> allowed) {
            // Else a proxy named in a system property would be asked to connect, unchecked.
            super(Proxy.NO_PROXY);
            this.allowed = allowed;
        }

        @Override
        public void connect(SocketAddress to) throws IOException {
            connect(to, 0);
        }

        @Override
        public void connect(SocketAddress to, int timeoutMillis) throws IOException {
            if (!(to instanceof InetSocketAddress internet)
                    || internet.getAddress() == null
                    || !allowed.test(internet.getAddress())) throw new Refused("the address is private or local");
            super.connect(to, timeoutMillis);
        }
    }
}
