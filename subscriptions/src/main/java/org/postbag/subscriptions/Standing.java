package org.postbag.subscriptions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postbag.subscriptions.Result.Done;
import org.postbag.subscriptions.Result.Kind;
import org.postbag.subscriptions.Result.Reason;
import org.postbag.subscriptions.Result.Refused;

/**
 * The rules for those who are in: change settings, pause and resume, leave, be shut out. Pure; {@link Admission} has the
 * rules of coming in, {@link Subscriptions} applies both.
 */
final class Standing {

    private Standing() {}

    static Result set(Subscription before, Change change, Instant now) {
        return done(before, before.following(before.settings().with(change), now));
    }

    /** Splits an address's settings off, or joins them to those of the reader's other shared addresses again. */
    static Result share(Subscription before, boolean shared) {
        return done(before, before.withShared(shared));
    }

    /** @param until null for a pause without an end */
    static Result pause(Subscription before, @Nullable Instant until, Instant now) {
        if (before.status() != Status.ACTIVE && before.status() != Status.PAUSED) return new Refused(Reason.NOT_ACTIVE);
        if (until != null && !until.isAfter(now)) return new Refused(Reason.PAST);
        return done(before, before.withStatus(Status.PAUSED, null, until, null));
    }

    static Result resume(Subscription before, Instant now) {
        if (before.status() != Status.PAUSED) return new Refused(Reason.NOT_PAUSED);
        Instant due = before.settings().timetable().next(now).orElse(null);
        return done(before, before.withStatus(Status.ACTIVE, null, null, due));
    }

    /** Those who are kept out stay so, and are content. */
    static Result unsubscribe(Subscription before) {
        return switch (before.status()) {
            case UNSUBSCRIBED, SUPPRESSED, BLOCKED -> done(before, before);
            case PENDING, ACTIVE, PAUSED, GONE ->
                done(before, before.withStatus(Status.UNSUBSCRIBED, null, null, null));
        };
    }

    static Result gone(Subscription before, String why) {
        return switch (before.status()) {
            case UNSUBSCRIBED, SUPPRESSED, BLOCKED, GONE -> done(before, before);
            case PENDING, ACTIVE, PAUSED -> done(before, before.withStatus(Status.GONE, why, null, null));
        };
    }

    static Result suppress(Subscription before, String why) {
        if (before.status() == Status.SUPPRESSED) return done(before, before);
        return done(before, before.withStatus(Status.SUPPRESSED, why, null, null));
    }

    /** A suppressed one stays suppressed: lifting a block must not lift that. */
    static Result block(Subscription before) {
        if (before.status() == Status.SUPPRESSED) return new Refused(Reason.SUPPRESSED);
        return done(before, before.withStatus(Status.BLOCKED, null, null, null));
    }

    static Result done(Subscription before, Subscription after) {
        return new Done(after, after.equals(before) ? Kind.UNCHANGED : Kind.CHANGED);
    }
}
