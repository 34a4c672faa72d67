package org.postbag.subscriptions.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message of a delivery.
 *
 * @param index from 0
 * @param messageId the channel's own id; null while it is not accepted
 * @param at when it was accepted, or marked as being sent
 */
public record Message(int index, State state, @Nullable String messageId, Instant at) {

    public enum State {
        /** Handed to the channel and not answered. */
        SENDING,
        ACCEPTED
    }
}
