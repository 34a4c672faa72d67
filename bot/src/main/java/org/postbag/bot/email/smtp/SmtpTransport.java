package org.postbag.bot.email.smtp;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.postbag.bot.config.Config;
import org.postbag.bot.delivery.Outcome;
import org.postbag.bot.email.MailTransport;
import org.postbag.bot.email.OutgoingMail;

/** Sends through the first server that lets us in, over a bounded number of reused connections and within its rate. */
public final class SmtpTransport implements MailTransport {
    private static final long SWEEP_MILLIS = 1000;

    private final List<SmtpServer> servers;
    private final int connections;
    private final ScheduledExecutorService watch;

    /**
     * Connects to nothing yet.
     *
     * @param clock by which a server that is away is left alone for a while
     * @throws java.io.UncheckedIOException when a {@code trust} file cannot be read
     * @throws IllegalArgumentException when it holds no certificate
     */
    public SmtpTransport(List<Config.Smtp> servers, Clock clock) {
        this(servers, clock, Timeouts.USUAL, SWEEP_MILLIS);
    }

    SmtpTransport(List<Config.Smtp> settings, Clock clock, Timeouts timeouts, long sweepMillis) {
        OwnName ownName = new OwnName();
        servers = settings.stream()
                .map(server -> new SmtpServer(server, ownName, clock, timeouts))
                .toList();
        connections = settings.stream().mapToInt(Config.Smtp::connections).max().orElse(1);
        watch = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "smtp-watch");
            thread.setDaemon(true);
            return thread;
        });
        var unused = watch.scheduleWithFixedDelay(
                () -> servers.forEach(SmtpServer::sweep), sweepMillis, sweepMillis, TimeUnit.MILLISECONDS);
    }

    @Override
    public Outcome send(OutgoingMail mail, BooleanSupplier leaving) {
        byte[] data;
        try {
            data = MailData.of(mail.bytes());
        } catch (IllegalArgumentException e) {
            return new Outcome.Refused("the mail cannot be sent: " + e.getMessage());
        }
        Departure departure = new Departure(leaving);
        String problem = "no mail server is configured";
        boolean asked = false;
        try {
            for (SmtpServer server : servers) {
                Attempt attempt = server.send(mail, data, departure);
                if (attempt instanceof Attempt.Decided decided) return decided.outcome();
                if (attempt instanceof Attempt.Away away) {
                    problem = away.problem();
                    asked |= away.asked();
                }
            }
            return new Outcome.Later(null, problem, asked);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Later(null, "sending was stopped", false);
        }
    }

    /** The most of any one server, since the others are only there in case it is away. */
    @Override
    public int connections() {
        return connections;
    }

    /** Lets mails under way come to an end for a while, then cuts them. */
    @Override
    public void close() {
        servers.forEach(SmtpServer::close);
        watch.shutdownNow();
    }
}
