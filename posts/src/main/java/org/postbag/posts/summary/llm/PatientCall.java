package org.postbag.posts.summary.llm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * One call: a request that {@link LlmClient} sends, and the same again with back-off where it may succeed then, within
 * a bounded time. Every request's tokens are set aside in the {@link LlmLedger} before it is sent.
 */
final class PatientCall {
    private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(1);

    private final LlmClient client;
    private final LlmLedger ledger;
    private final LlmLimits limits;
    private final long dailyTokens;
    private final Gate gate;
    private final Clock clock;
    private final Pause pause;

    PatientCall(
            LlmClient client,
            LlmLedger ledger,
            LlmLimits limits,
            long dailyTokens,
            Gate gate,
            Clock clock,
            Pause pause) {
        this.client = client;
        this.ledger = ledger;
        this.limits = limits;
        this.dailyTokens = dailyTokens;
        this.gate = gate;
        this.clock = clock;
        this.pause = pause;
    }

    Reply ask(Prompt prompt) {
        Instant deadline = clock.instant().plus(limits.call());
        Duration backOff = FIRST_BACK_OFF;
        Reply.@Nullable Failed last = null;
        for (int attempt = 1; attempt <= limits.attempts(); attempt++) {
            Duration wait = gate.pause(clock.instant());
            if (last != null && backOff.compareTo(wait) > 0 && last.retryAfter() == null) wait = backOff;
            if (!waited(wait, deadline)) return last != null ? last : new Reply.Unasked(null);
            if (last != null) backOff = backOff.multipliedBy(2);
            Reply reply = attempt(prompt, deadline);
            if (reply instanceof Reply.Unasked) return last != null ? last : reply;
            if (!(reply instanceof Reply.Failed failed)) return reply;
            last = failed;
            if (failed.retryAfter() != null) gate.pauseFor(failed.retryAfter(), clock.instant());
            if (!failed.passing() || Thread.currentThread().isInterrupted()) return failed;
        }
        return last == null ? new Reply.Unasked(null) : last;
    }

    private Reply attempt(Prompt prompt, Instant deadline) {
        Instant now = clock.instant();
        LocalDate day = now.atOffset(ZoneOffset.UTC).toLocalDate();
        long most = prompt.tokens() + limits.maxTokens();
        if (!ledger.reserve(day, most, dailyTokens))
            return new Reply.Unasked("the " + dailyTokens + " tokens of " + day
                    + " are spent; summaries are extractive until 00:00 UTC, or raise summary.llm.daily-tokens");
        // Should this process die now, the tokens stay set aside: too little is spent rather than too much.
        long spent = most;
        try {
            Duration left = Duration.between(now, deadline);
            Reply reply = client.ask(prompt, left.compareTo(limits.attempt()) < 0 ? left : limits.attempt());
            spent = spent(reply, prompt);
            return reply;
        } finally {
            ledger.settle(day, most, spent);
        }
    }

    private long spent(Reply reply, Prompt prompt) {
        if (reply instanceof Reply.Answered answered)
            return answered.tokens() > 0 ? answered.tokens() : prompt.tokens() + Prompt.tokens(answered.content());
        return reply instanceof Reply.Failed failed && !failed.costs() ? 0 : prompt.tokens() + limits.maxTokens();
    }

    private boolean waited(Duration wait, Instant deadline) {
        if (wait.isZero()) return clock.instant().isBefore(deadline);
        if (wait.compareTo(limits.shortWait()) > 0
                || !clock.instant().plus(wait).isBefore(deadline)) return false;
        try {
            pause.await(wait);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
