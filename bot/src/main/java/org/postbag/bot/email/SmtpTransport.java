package org.postbag.bot.email;

import io.github.bucket4j.Bucket;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.config.Config;
import org.postbag.bot.delivery.Outcome;

/**
 * Sends through the first server that can be reached, over a bounded number of reused connections each and within its
 * rate. One {@link SmtpConnection} is used by one thread at a time.
 */
public final class SmtpTransport implements MailTransport {
    private final List<Server> servers;

    public SmtpTransport(List<Config.Smtp> servers) {
        this.servers = servers.stream().map(Server::new).toList();
    }

    /** One server's connections: those in use hold a permit, idle ones wait in the queue. */
    private static final class Server {
        final Config.Smtp settings;
        final Session session;
        final Semaphore permits;
        final Deque<SmtpConnection> idle = new ArrayDeque<>();
        final @Nullable Bucket rate;

        Server(Config.Smtp settings) {
            this.settings = settings;
            this.session = MailSessions.smtp(settings);
            this.permits = new Semaphore(settings.connections());
            this.rate = settings.rate() == 0
                    ? null
                    : Bucket.builder()
                            .addLimit(limit -> limit.capacity(settings.rate())
                                    .refillGreedy(settings.rate(), Duration.ofSeconds(1)))
                            .build();
        }

        Outcome send(OutgoingMail mail, java.util.function.BooleanSupplier leaving) {
            if (rate != null) rate.asBlocking().consumeUninterruptibly(1);
            permits.acquireUninterruptibly();
            try {
                SmtpConnection connection = take();
                Outcome outcome = connection.send(mail, leaving);
                giveBack(connection);
                return outcome;
            } finally {
                permits.release();
            }
        }

        private SmtpConnection take() {
            synchronized (idle) {
                SmtpConnection connection = idle.pollFirst();
                return connection == null ? new SmtpConnection(session, settings) : connection;
            }
        }

        private void giveBack(SmtpConnection connection) {
            if (!connection.usable()) {
                connection.close();
                return;
            }
            synchronized (idle) {
                idle.addFirst(connection);
            }
        }

        void close() {
            synchronized (idle) {
                idle.forEach(SmtpConnection::close);
                idle.clear();
            }
        }
    }

    @Override
    public Outcome send(OutgoingMail mail, java.util.function.BooleanSupplier leaving) {
        Outcome outcome = new Outcome.Later(null, "no mail server is configured", false);
        for (Server server : servers) {
            outcome = server.send(mail, leaving);
            boolean unreachable =
                    outcome instanceof Outcome.Later later && later.problem().contains("cannot be reached");
            if (!unreachable) return outcome;
        }
        return outcome;
    }

    @Override
    public int connections() {
        return servers.stream()
                .mapToInt(server -> server.settings.connections())
                .sum();
    }

    @Override
    public void close() {
        servers.forEach(Server::close);
    }
}
