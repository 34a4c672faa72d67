package org.postbag.bot.email.inbox;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.eclipse.angus.mail.iap.ConnectionException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.iap.ResponseHandler;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;

/**
 * One IDLE command (RFC 2177) that ends by itself. The library's own ignores timeouts, so that a server gone silent would
 * never be noticed: here DONE is sent when the time is over, and its answer must come.
 */
final class Idling {
    private static final int MOST_RESPONSES = 100_000;

    private final IMAPProtocol protocol;
    private final ImapSockets sockets;
    private final Duration timeout;

    Idling(IMAPProtocol protocol, ImapSockets sockets, Duration timeout) {
        this.protocol = protocol;
        this.sockets = sockets;
        this.timeout = timeout;
    }

    void until(Duration most) throws ProtocolException {
        Arrivals arrivals = new Arrivals();
        protocol.addResponseHandler(arrivals);
        try {
            protocol.idleStart();
            long end = System.nanoTime() + most.toNanos();
            while (!arrivals.any && end - System.nanoTime() > 0) {
                patience(Duration.ofNanos(end - System.nanoTime()));
                Response response = protocol.readIdleResponse();
                if (response.isBYE() && response.getException() instanceof SocketTimeoutException) break;
                if (!protocol.processIdleResponse(response)) return;
            }
            finish();
        } finally {
            protocol.removeResponseHandler(arrivals);
            patience(timeout);
        }
    }

    private void finish() throws ProtocolException {
        patience(timeout);
        protocol.idleAbort();
        for (int i = 0; i < MOST_RESPONSES; i++) if (!protocol.processIdleResponse(protocol.readIdleResponse())) return;
        throw new ConnectionException("the server does not end IDLE");
    }

    private void patience(Duration most) throws ProtocolException {
        try {
            sockets.timeout(most);
        } catch (SocketException e) {
            throw new ConnectionException("the connection is closed: " + e.getMessage());
        }
    }

    private static final class Arrivals implements ResponseHandler {
        private boolean any;

        @Override
        public void handleResponse(Response response) {
            if (response instanceof IMAPResponse said && said.keyEquals("EXISTS")) any = true;
        }
    }
}
