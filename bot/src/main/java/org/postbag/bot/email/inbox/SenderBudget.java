package org.postbag.bot.email.inbox;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.postbag.subscriptions.EmailAddress;

/**
 * How much one address is answered: senders can be forged, and what we answer goes to whom they name. A subscriber gets 20
 * answers an hour and 60 a day and is told once when it was too much; a stranger gets 3 a day, all strangers together 200
 * an hour, and is told nothing. Kept in memory: a restart begins anew.
 */
public final class SenderBudget {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int AN_HOUR = 20;
    private static final int A_DAY = 60;
    private static final int STRANGER_A_DAY = 3;
    private static final int STRANGERS_AN_HOUR = 200;
    private static final int REMEMBERED = 50_000;

    private final Clock clock;
    private final Cache<String, Purse> purses;
    private final Deque<Instant> strangers = new ArrayDeque<>();

    public SenderBudget(Clock clock) {
        this.clock = clock;
        this.purses = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
                .expireAfterAccess(DAY)
                .build();
    }

    /** What to do about one more mail. */
    public enum Verdict {
        ANSWER,
        /** Say once that it was too much, instead of answering. */
        NOTICE,
        SILENCE
    }

    /** Counts an answer where there may be one. */
    public synchronized Verdict ask(EmailAddress address, boolean subscriber) {
        Instant now = clock.instant();
        if (!subscriber && within(strangers, now, HOUR) >= STRANGERS_AN_HOUR) return Verdict.SILENCE;
        Purse purse = purses.get(address.key(), key -> new Purse());
        within(purse.answers, now, DAY);
        int hour = (int)
                purse.answers.stream().filter(at -> at.isAfter(now.minus(HOUR))).count();
        boolean full =
                subscriber ? hour >= AN_HOUR || purse.answers.size() >= A_DAY : purse.answers.size() >= STRANGER_A_DAY;
        if (!full) {
            purse.answers.addLast(now);
            purse.told = false;
            if (!subscriber) strangers.addLast(now);
            return Verdict.ANSWER;
        }
        if (!subscriber || purse.told) return Verdict.SILENCE;
        purse.told = true;
        return Verdict.NOTICE;
    }

    /** How many are younger than {@code age}; forgets the others. */
    private static int within(Deque<Instant> answers, Instant now, Duration age) {
        Instant since = now.minus(age);
        while (!answers.isEmpty() && !answers.getFirst().isAfter(since)) answers.removeFirst();
        return answers.size();
    }

    private static final class Purse {
        private final Deque<Instant> answers = new ArrayDeque<>();
        private boolean told;
    }
}
