package org.postbag.bot.email.smtp;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.config.Config;
import org.postbag.bot.delivery.Outcome;
import org.postbag.bot.email.OutgoingMail;
import org.postbag.bot.email.TrustedCertificates;

/** One configured server: within its connections and its rate, it carries a mail and judges the answer. */
final class SmtpServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final int ROUNDS = 3;

    private final String name;
    private final Clock clock;
    private final Timeouts timeouts;
    private final ConnectionPool pool;
    private final SendingRate rate;
    private final Absence absence = new Absence();
    private final Verdict verdict;
    private volatile boolean plainSender;

    SmtpServer(Config.Smtp settings, OwnName ownName, Clock clock, Timeouts timeouts) {
        this.name = "the mail server " + settings.host() + ":" + settings.port();
        this.clock = clock;
        this.timeouts = timeouts;
        SSLSocketFactory trusted = TrustedCertificates.sockets(settings.trust());
        this.pool = new ConnectionPool(
                settings.connections(),
                () -> new SmtpConnection(settings, trusted, ownName, timeouts),
                clock,
                timeouts.idle());
        this.rate = new SendingRate(settings.rate());
        this.verdict = new Verdict(name);
    }

    Attempt send(OutgoingMail mail, byte[] data, Departure departure) throws InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            SmtpConnection connection = pool.take(PATIENCE);
            if (connection == null) break;
            try {
                Attempt attempt = over(connection, mail, data, departure);
                if (!(attempt instanceof Attempt.Crowded)) return attempt;
            } finally {
                pool.giveBack(connection);
            }
        }
        return later("no connection to " + name + " became free");
    }

    private Attempt over(SmtpConnection connection, OutgoingMail mail, byte[] data, Departure departure)
            throws InterruptedException {
        boolean reused = ready(connection);
        if (!reused) {
            Attempt problem = open(connection);
            if (problem != null) return problem;
        }
        if (!rate.await(PATIENCE)) return later(name + " is at its rate");
        Envelope envelope = envelope(mail, plainSender, data);
        if (!envelope.writable()) return refused("the address cannot be written in a mail's envelope");
        if (envelope.international() && !connection.supports("SMTPUTF8"))
            return refused(name + " takes no address outside ASCII (it lacks SMTPUTF8)");
        if (!departure.granted()) return later("it was not to be sent any more");
        return carry(connection, reused, envelope, mail, data);
    }

    /** Sends, and once more where the first answer was about the connection or the sender and not about the mail. */
    private Attempt carry(
            SmtpConnection connection, boolean reused, Envelope envelope, OutgoingMail mail, byte[] data) {
        Answer answer = connection.send(envelope, data);
        if (reused && answer.stale()) {
            Attempt problem = open(connection);
            if (problem != null) return problem;
            answer = connection.send(envelope, data);
        }
        if (answer.blamesSender() && !envelope.sender().equals(mail.plainSender())) {
            Attempt problem = connection.usable() ? null : open(connection);
            if (problem != null) return problem;
            answer = connection.send(envelope(mail, true, data), data);
            if (answer.at() != Stage.MAIL && !answer.blamesSender()) plainSender = true;
        }
        return new Attempt.Decided(verdict.of(answer, mail.messageId()));
    }

    private static Envelope envelope(OutgoingMail mail, boolean plain, byte[] data) {
        return new Envelope(plain ? mail.plainSender() : mail.sender(), mail.recipient(), data.length);
    }

    /** A connection used a moment ago is taken to be there still; where it is not, the first answer tells. */
    private boolean ready(SmtpConnection connection) {
        if (!connection.usable()) return false;
        boolean fresh = connection.restingSince().plus(FRESH).isAfter(clock.instant());
        return fresh || connection.alive();
    }

    private @Nullable Attempt open(SmtpConnection connection) {
        if (!absence.mayTry(clock.instant())) return new Attempt.Away(absence.problem(), false);
        Optional<String> problem = connection.open();
        if (problem.isEmpty()) {
            absence.end();
            return null;
        }
        if (pool.narrow(connection)) {
            absence.end();
            return new Attempt.Crowded();
        }
        absence.begin(clock.instant(), name + " " + problem.get());
        return new Attempt.Away(name + " " + problem.get(), true);
    }

    private static Attempt later(String problem) {
        return new Attempt.Decided(new Outcome.Later(null, problem, false));
    }

    private static Attempt refused(String problem) {
        return new Attempt.Decided(new Outcome.Refused(problem));
    }

    void sweep() {
        pool.sweep();
    }

    @Override
    public void close() {
        rate.close();
        pool.close(timeouts.grace());
    }
}
