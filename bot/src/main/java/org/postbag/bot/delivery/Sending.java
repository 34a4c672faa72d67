package org.postbag.bot.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postbag.subscriptions.Bounce;
import org.postbag.subscriptions.Result;
import org.postbag.subscriptions.Status;
import org.postbag.subscriptions.Subscriptions;
import org.postbag.subscriptions.store.Claim;
import org.postbag.subscriptions.store.DeliveryStore;
import org.postbag.subscriptions.store.Skip;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one parcel, message by message, and writes each step into the ledger before and after: the choice of posts
 * and a mark before the request, the message's id when it was taken. What {@link Preparation} made goes in; how the delivery ended comes out.
 */
final class Sending {
    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

    private final DeliveryStore ledger;
    private final Subscriptions subscriptions;
    private final Supplier<DeliveryRules> rules;
    private final Clock clock;

    Sending(DeliveryStore ledger, Subscriptions subscriptions, Supplier<DeliveryRules> rules, Clock clock) {
        this.ledger = ledger;
        this.subscriptions = subscriptions;
        this.rules = rules;
        this.clock = clock;
    }

    /** @param content what is not frozen yet; null for what was frozen by an earlier try */
    Pass.End send(Claim claim, Parcel parcel, Preparation.@Nullable Content content, DeliveryChannel channel) {
        int messages = channel.messages(parcel);
        for (int message = claim.delivery().messageIds().size(); message < messages; message++) {
            int part = message;
            Outcome outcome = channel.send(parcel, message, () -> mark(claim, part, content));
            if (!(outcome instanceof Outcome.Accepted accepted)) return settle(claim, message, outcome, channel.name());
            Instant at = clock.instant();
            if (message == messages - 1)
                return ended(ledger.acceptedLast(claim, message, accepted.messageId(), at), Pass.End.SENT);
            if (!ledger.accepted(claim, message, accepted.messageId(), at)) return Pass.End.LOST;
        }
        return ended(ledger.sent(claim, clock.instant()), Pass.End.SENT);
    }

    /** What was chosen is frozen with the first mark: until then nothing of it was sent. */
    private boolean mark(Claim claim, int message, Preparation.@Nullable Content content) {
        Instant at = clock.instant();
        if (content == null || message > 0) return ledger.sending(claim, message, at);
        return ledger.sendingFirst(claim, content.upTo(), content.posts(), content.manifest(), at);
    }

    private Pass.End settle(Claim claim, int message, Outcome outcome, String channel) {
        Instant now = clock.instant();
        long id = claim.delivery().id();
        if (outcome instanceof Outcome.Later later) return later(claim, later, now);
        if (outcome instanceof Outcome.Moved moved) {
            subscriptions.migrate(claim.subscription().address(), moved.to());
            return ended(ledger.retry(claim, now, "moved to another chat", false), Pass.End.AGAIN);
        }
        if (outcome instanceof Outcome.Refused refused) {
            LOG.warn("delivery {} was refused: {}", id, refused.problem());
            return ended(ledger.failed(claim, refused.problem(), now), Pass.End.FAILED);
        }
        if (outcome instanceof Outcome.Gone gone) {
            LOG.info("delivery {} found its reader gone: {}", id, gone.problem());
            return ended(leave(claim, gone, now), Pass.End.SKIPPED);
        }
        if (outcome instanceof Outcome.Bounced bounced) return bounced(claim, bounced.bounce(), now);
        String problem = ((Outcome.Uncertain) outcome).problem();
        boolean resend = rules.get().resends(channel)
                && claim.delivery().attempts() + 1 < rules.get().attempts();
        LOG.warn("delivery {} may or may not have arrived: {}", id, problem);
        boolean held = ledger.uncertain(claim, message, problem, now, resend);
        return ended(held, resend ? Pass.End.PENDING : Pass.End.UNCERTAIN);
    }

    /** The address is suppressed first, so that a crash in between ends the same. */
    private Pass.End bounced(Claim claim, Bounce bounce, Instant now) {
        long id = claim.delivery().id();
        Result result = subscriptions.bounced(claim.subscription().id(), bounce);
        String said = (bounce.status() + " " + bounce.said()).strip();
        LOG.info("delivery {} bounced: {}", id, said);
        boolean suppressed = result.subscription()
                .filter(after -> after.status() == Status.SUPPRESSED)
                .isPresent();
        return suppressed
                ? ended(ledger.skipped(claim, Skip.GONE, now), Pass.End.SKIPPED)
                : ended(ledger.failed(claim, "bounced: " + said, now), Pass.End.FAILED);
    }

    private Pass.End later(Claim claim, Outcome.Later later, Instant now) {
        int attempts = claim.delivery().attempts() + (later.attempt() ? 1 : 0);
        if (later.attempt() && attempts >= rules.get().attempts()) {
            LOG.warn(
                    "delivery {} failed after {} attempts: {}", claim.delivery().id(), attempts, later.problem());
            return ended(ledger.failed(claim, later.problem(), now), Pass.End.FAILED);
        }
        Duration wait = later.after() != null ? later.after() : Backoff.after(attempts);
        return ended(ledger.retry(claim, now.plus(wait), later.problem(), later.attempt()), Pass.End.PENDING);
    }

    private boolean leave(Claim claim, Outcome.Gone gone, Instant now) {
        boolean held = ledger.skipped(claim, Skip.GONE, now);
        subscriptions.gone(claim.subscription().address(), gone.problem());
        return held;
    }

    private static Pass.End ended(boolean held, Pass.End end) {
        return held ? end : Pass.End.LOST;
    }
}
