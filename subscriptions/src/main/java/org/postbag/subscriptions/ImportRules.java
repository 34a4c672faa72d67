package org.postbag.subscriptions;

import org.postbag.subscriptions.Result.Done;
import org.postbag.subscriptions.Result.Kind;

/**
 * The rules of taking a list over. A line's status is the operator's word: {@code active} and {@code paused} count as
 * confirmed and let in, {@code unsubscribed}, {@code gone}, {@code suppressed} and {@code blocked} keep out, and
 * {@code pending} makes a new one wait but sends nobody back who is in already. A line without a status adds as
 * {@link Admission#add} does and leaves the status of those who are there. Suppressed and blocked ones stay as they are.
 */
final class ImportRules {

    private static final String REASON = "said by an imported list";

    private final Admission admission;
    private final Moment moment;
    private final boolean vouched;

    ImportRules(Admission admission, Moment moment, boolean vouched) {
        this.admission = admission;
        this.moment = moment;
        this.vouched = vouched;
    }

    /** @param reader of a new subscription */
    Roster.Decision decision(SubscriptionLine line, String reader) {
        return new Roster.Decision(line.address(), known -> known.map(before -> there(before, line))
                .orElseGet(() -> add(line, reader)));
    }

    private Result add(SubscriptionLine line, String reader) {
        boolean proof = Admission.isProof(line.address());
        Subscription blank = admission
                .blank(line.address(), line.settings(), reader, moment)
                .withCreated(line.created() == null ? moment.now() : line.created());
        Status status = line.status();
        Subscription added;
        if (status == null) added = admission.settle(blank.withLeave(vouched || proof, true), moment);
        // An inbox waits for its reader, a chat can only wait for the operator.
        else if (status == Status.PENDING) added = blank.withLeave(proof, !proof);
        else added = to(blank, status);
        return new Done(added, Kind.CREATED);
    }

    private Result there(Subscription before, SubscriptionLine line) {
        if (before.status() == Status.SUPPRESSED || before.status() == Status.BLOCKED)
            return new Done(before, Kind.UNCHANGED);
        Subscription wished = before.following(before.settings().with(line.settings()), moment.now());
        Status status = line.status();
        if (status == null || status == Status.PENDING || status == before.status())
            return Standing.done(before, wished);
        return Standing.done(before, to(wished, status));
    }

    private Subscription to(Subscription s, Status status) {
        return switch (status) {
            case ACTIVE -> activated(s);
            case PAUSED -> s.withLeave(true, true).withStatus(Status.PAUSED, null, null, null);
            case UNSUBSCRIBED, BLOCKED, PENDING -> s.withStatus(status, null, null, null);
            case GONE, SUPPRESSED -> s.withStatus(status, REASON, null, null);
        };
    }

    /** Whoever was only paused goes on; everybody else starts afresh. */
    private Subscription activated(Subscription s) {
        if (s.status() == Status.PAUSED && Standing.resume(s, moment.now()) instanceof Done done) return done.after();
        return admission.settle(s.withLeave(true, true), moment);
    }
}
