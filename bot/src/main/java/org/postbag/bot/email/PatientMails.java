package org.postbag.bot.email;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.postbag.bot.delivery.Outcome;
import org.postbag.subscriptions.Bounce;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends mails that nobody waits for, and again after 1, 5, 15 and 60 minutes where a server says "not now", as it does to
 * strangers (greylisting). They wait in memory: what a crash loses, its reader asks for again. Digests are not sent here;
 * they have the ledger.
 */
public final class PatientMails {
    private static final Logger LOG = LoggerFactory.getLogger(PatientMails.class);
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofMinutes(60));
    private static final int MOST = 1000;

    private final MailTransport transport;
    private final Clock clock;
    private final List<Waiting> waiting = new ArrayList<>();

    public PatientMails(MailTransport transport, Clock clock) {
        this.transport = transport;
        this.clock = clock;
    }

    private record Waiting(OutgoingMail mail, Consumer<Bounce> returned, int tries, Instant next) {}

    /**
     * Tries at once.
     *
     * @param returned told when the mail comes back
     */
    void send(OutgoingMail mail, Consumer<Bounce> returned) {
        attempt(new Waiting(mail, returned, 0, clock.instant()));
    }

    /** Tries those whose time has come; called every few seconds. */
    public void retryDue() {
        List<Waiting> due = new ArrayList<>();
        synchronized (waiting) {
            Instant now = clock.instant();
            waiting.removeIf(one -> !one.next().isAfter(now) && due.add(one));
        }
        due.forEach(this::attempt);
    }

    private void attempt(Waiting one) {
        Outcome outcome = transport.send(one.mail(), () -> true);
        if (outcome instanceof Outcome.Bounced bounced) one.returned().accept(bounced.bounce());
        else if (outcome instanceof Outcome.Later later) later(one, later.problem());
        else if (!(outcome instanceof Outcome.Accepted)) LOG.warn("a question could not be mailed: {}", outcome);
    }

    private void later(Waiting one, String problem) {
        if (one.tries() == PAUSES.size()) {
            LOG.warn("a question could not be mailed in {} tries: {}", one.tries() + 1, problem);
            return;
        }
        Instant next = clock.instant().plus(PAUSES.get(one.tries()));
        synchronized (waiting) {
            if (waiting.size() >= MOST) LOG.warn("a question was given up, for {} others wait: {}", MOST, problem);
            else waiting.add(new Waiting(one.mail(), one.returned(), one.tries() + 1, next));
        }
    }
}
