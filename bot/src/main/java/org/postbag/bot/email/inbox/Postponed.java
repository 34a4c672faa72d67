package org.postbag.bot.email.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.email.inbox.Handled.Reply;

/**
 * Mails that could not be dealt with for now, each tried again a few times with growing pauses. They stay unread on the
 * server, so what is forgotten here in a restart is only how often they were tried. Used by one thread.
 */
final class Postponed {
    private static final int MOST_TRIES = 5;
    private static final int MOST_MAILS = 1000;
    private static final int MOST_REPLIES = 100;

    private final Clock clock;
    private final Map<Mail, Waiting> waiting = new LinkedHashMap<>();

    Postponed(Clock clock) {
        this.clock = clock;
    }

    /** A mail by the numbers the server gives it. */
    record Mail(long validity, long uid) {}

    private record Waiting(int tries, Instant notBefore, @Nullable Reply reply) {}

    boolean isWaiting(Mail mail) {
        Waiting known = waiting.get(mail);
        return known != null && known.notBefore.isAfter(clock.instant());
    }

    /** The answer that is ready, if only sending it failed. */
    Optional<Reply> reply(Mail mail) {
        return Optional.ofNullable(waiting.get(mail)).map(Waiting::reply);
    }

    /** Whether it had its last try. */
    boolean isGivenUp(Mail mail) {
        Waiting known = waiting.get(mail);
        return known != null && known.tries >= MOST_TRIES;
    }

    /** Counts a try that failed; false when that was the last one. */
    boolean again(Mail mail, @Nullable Reply reply) {
        Waiting before = waiting.remove(mail);
        int tries = before == null ? 1 : before.tries + 1;
        if (tries >= MOST_TRIES) {
            waiting.put(mail, new Waiting(tries, clock.instant(), null));
            return false;
        }
        if (waiting.size() >= MOST_MAILS)
            waiting.remove(waiting.keySet().iterator().next());
        // At once on the next pass, then after 1, 4 and 16 minutes.
        Duration pause = tries == 1 ? Duration.ZERO : Duration.ofMinutes(1L << (2 * (tries - 2)));
        long kept = waiting.values().stream().filter(w -> w.reply != null).count();
        waiting.put(mail, new Waiting(tries, clock.instant().plus(pause), kept < MOST_REPLIES ? reply : null));
        return true;
    }

    void done(Mail mail) {
        waiting.remove(mail);
    }
}
