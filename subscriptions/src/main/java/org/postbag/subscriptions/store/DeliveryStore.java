package org.postbag.subscriptions.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.store.Database;
import org.postbag.subscriptions.Address;

/**
 * The ledger: one row for each digest that fell due, unique by subscription and due instant, and what became of it.
 * {@link DeliveryPlanner} writes the rows; whoever sends claims them here and reports each step before and after it
 * touches the outside, so that a process that dies leaves no doubt about what was sent, or leaves the doubt on record.
 *
 * <p>Every step of a claim answers false, and changes nothing, when the claim's token no longer holds. A step out of
 * order is a fault of the caller ({@link IllegalStateException}). Steps that several threads ask for at the same time
 * are committed together, each before its caller goes on; so none may be asked for inside a transaction.
 */
public final class DeliveryStore {
    private final Backlog backlog;

    private final Claiming claiming;
    private final Marks marks;
    private final Outcomes outcomes;
    private final History history;
    private final Reopening reopening;

    public DeliveryStore(Database db) {
        backlog = new Backlog(db);
        claiming = new Claiming(db);
        marks = new Marks(db);
        outcomes = new Outcomes(db);
        history = new History(db);
        reopening = new Reopening(db);
    }

    /**
     * Takes rows that wait and whose next try has come, oldest due first; of a subscription only the oldest open row, and
     * none while another of its rows is claimed. Subscriptions that are no longer active are among them: skip those.
     *
     * @param channel {@code telegram} or {@code email}
     * @param max at most so many, and no more than can be sent within one lease
     * @param only rows of this address alone; null for all
     */
    public List<Claim> claim(String channel, int max, Instant now, Duration lease, @Nullable Address only) {
        return claiming.claim(channel, max, now, now.plus(lease), only);
    }

    public boolean heartbeat(Claim claim, Instant leaseUntil) {
        return outcomes.heartbeat(claim, leaseUntil);
    }

    /**
     * Fixes what the digest holds. May be repeated until something of it is sent; a retry finds it in the row.
     *
     * @param upper the digest takes posts numbered above the subscription's cursor up to this number
     * @param posts how many posts it holds, those under "N more" included
     */
    public boolean freeze(Claim claim, long upper, int posts, String manifestJson) {
        return marks.write(new Mark.Freezing(claim, upper, posts, manifestJson));
    }

    /**
     * Marks, before the request, that a message is being sent.
     *
     * @param message index from 0, the first one that is not accepted yet
     */
    public boolean sending(Claim claim, int message, Instant at) {
        return marks.write(new Mark.Sending(claim, message, at));
    }

    /**
     * {@link #freeze} and {@link #sending} of the first message in one transaction, for a digest that is sent as soon as
     * it is made: what was not sent is made anew.
     */
    public boolean sendingFirst(Claim claim, long upper, int posts, String manifestJson, Instant at) {
        return marks.write(new Mark.SendingFirst(new Mark.Freezing(claim, upper, posts, manifestJson), at));
    }

    /** The channel took the message that was marked, under this id. */
    public boolean accepted(Claim claim, int message, String messageId, Instant at) {
        return marks.write(new Mark.Accepted(claim, message, messageId, at));
    }

    /** {@link #accepted} and {@link #sent} in one transaction, for the last message. */
    public boolean acceptedLast(Claim claim, int message, String messageId, Instant at) {
        return marks.write(new Mark.AcceptedLast(new Mark.Accepted(claim, message, messageId, at)));
    }

    /** All messages are accepted: the subscription's cursor moves to the frozen upper bound in the same transaction. */
    public boolean sent(Claim claim, Instant at) {
        return outcomes.sent(claim, at);
    }

    /**
     * The request was sent and its answer never came.
     *
     * @param resend false: the row becomes uncertain and the cursor moves, for it may have arrived; true: it is pending
     *     again from {@code at} on, for the channel drops what comes twice
     */
    public boolean uncertain(Claim claim, int message, String problem, Instant at, boolean resend) {
        return resend
                ? outcomes.uncertainAgain(claim, message, problem, at)
                : outcomes.uncertain(claim, message, problem, at);
    }

    /**
     * The answer was "not now", or nothing was sent: pending again, and any mark is cleared.
     *
     * @param countAttempt whether the try reached the outside
     */
    public boolean retry(Claim claim, Instant nextTry, String problem, boolean countAttempt) {
        return outcomes.retry(claim, nextTry, problem, countAttempt);
    }

    /** The answer was "never", or the tries are used up. The cursor stays: the next digest takes the posts along. */
    public boolean failed(Claim claim, String problem, Instant at) {
        return outcomes.failed(claim, problem, at);
    }

    /** Nothing is to be sent. The cursor stays. */
    public boolean skipped(Claim claim, Skip why, Instant at) {
        return outcomes.skipped(claim, why, at);
    }

    /**
     * Takes back rows whose holder died: with an unanswered mark they become uncertain, or pending where the channel may
     * send again; without one they are pending and go on at the first message not accepted.
     *
     * @param resendUncertain by channel
     * @return how many there were
     */
    public int reclaim(Instant now, Function<String, Boolean> resendUncertain) {
        return claiming.reclaim(now, resendUncertain);
    }

    /** Newest first. */
    public List<Delivery> list(DeliveryQuery query) {
        return history.list(query);
    }

    public Optional<Delivery> find(long id) {
        return history.find(id);
    }

    /** In their order; the one without an answer, if any, last. */
    public List<Message> messages(long delivery) {
        return history.messages(delivery);
    }

    /** The digest that a message of this address belongs to, if it was accepted at or after {@code notBefore}. */
    public Optional<Delivery> byMessage(Address address, String messageId, Instant notBefore) {
        return history.byMessage(address, messageId, notBefore);
    }

    /** The newest digest of the address of which a message was accepted. */
    public Optional<Delivery> latest(Address address) {
        return history.latest(address);
    }

    /** Of all time and all channels, pruned rows included. */
    public Counts counts() {
        return history.countsByChannel().values().stream().reduce(Counts.NONE, Counts::plus);
    }

    /** The same by channel; one that never had a delivery is left out. */
    public Map<String, Counts> countsByChannel() {
        return history.countsByChannel();
    }

    /**
     * Gives a closed row another try, from the first message not accepted. False when there is none, it was sent, the
     * subscription is gone, or another digest has taken its posts along or is about to.
     */
    public boolean retry(long id, Instant now) {
        return reopening.retry(id, now);
    }

    /** The same for every failed row; how many were given another try. */
    public int retryFailed(Instant now) {
        return reopening.retryAll(DeliveryStatus.FAILED, now);
    }

    /** The same for every uncertain row. */
    public int retryUncertain(Instant now) {
        return reopening.retryAll(DeliveryStatus.UNCERTAIN, now);
    }

    /**
     * Deletes closed rows due before an instant, and bounces from before it, in small steps: call it until it answers 0.
     *
     * @param atMost rows of each a step, at most 10,000
     */
    public int prune(Instant before, int atMost) {
        return history.prune(before, atMost);
    }

    /** How many rows of a channel are due but wait for their next try. */
    public int backingOff(String channel, Instant now, @Nullable Address only) {
        return backlog.backingOff(channel, now, only);
    }

    /** How many digests a pass would find to deliver now, planned already or not. */
    public int due(Instant now, @Nullable Address only) {
        return backlog.due(now, only);
    }
}
