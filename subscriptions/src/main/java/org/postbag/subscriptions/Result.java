package org.postbag.subscriptions;

import java.util.Optional;

/** What came of asking the rules for a change. */
public sealed interface Result {

    /** It is so now; {@code kind} tells whether it was before. */
    record Done(Subscription after, Kind kind) implements Result {}

    /** Nothing was changed. */
    record Refused(Reason reason) implements Result {}

    enum Kind {
        CREATED,
        CHANGED,
        UNCHANGED
    }

    enum Reason {
        /** No subscription has this address. */
        UNKNOWN,
        /** The address bounced or complained; it is not written to again. */
        SUPPRESSED,
        /** The operator does not want this reader. */
        BLOCKED,
        /** Only the operator adds readers here. */
        CLOSED,
        /** Only an active subscription can be paused. */
        NOT_ACTIVE,
        /** Only a paused subscription can be resumed. */
        NOT_PAUSED,
        /** Only a pending subscription can be confirmed or approved. */
        NOT_PENDING,
        /** The end of the pause has passed already. */
        PAST,
        /** The two addresses are of different channels, or the same. */
        NOT_MOVABLE
    }

    /** The subscription when it was done. */
    default Optional<Subscription> subscription() {
        return this instanceof Done done ? Optional.of(done.after()) : Optional.empty();
    }
}
