package org.postbag.subscriptions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One address's digest. Which posts it has had is one number, the cursor; what a new one may look back at is bounded by
 * {@code startNumber} and {@code floor}: a post is taken when its number is above the cursor and either it was first
 * numbered after {@code startNumber} or its date is not before {@code floor}.
 *
 * @param id 0 until it is stored
 * @param reader shared by the addresses of one person
 * @param statusReason why it is gone or suppressed; null otherwise
 * @param pausedUntil end of a pause; null when not paused, or paused without an end
 * @param cursor posts up to this number are done; never goes down
 * @param nextDue the next due instant of an active subscription that is not {@code instant}; else null
 * @param confirmed the reader showed that the address is theirs (always so for Telegram)
 * @param admitted the operator, or open access, lets the reader in
 */
public record Subscription(
        long id,
        String reader,
        Address address,
        Status status,
        @Nullable String statusReason,
        Settings settings,
        Instant created,
        @Nullable Instant pausedUntil,
        long cursor,
        long startNumber,
        Instant floor,
        @Nullable Instant nextDue,
        boolean confirmed,
        boolean admitted) {

    public boolean isActive() {
        return status == Status.ACTIVE;
    }

    Subscription withStatus(
            Status to, @Nullable String reason, @Nullable Instant pausedUntil, @Nullable Instant nextDue) {
        return new Subscription(
                id,
                reader,
                address,
                to,
                reason,
                settings,
                created,
                pausedUntil,
                cursor,
                startNumber,
                floor,
                nextDue,
                confirmed,
                admitted);
    }

    Subscription withSettings(Settings to, @Nullable Instant nextDue) {
        return new Subscription(
                id,
                reader,
                address,
                status,
                statusReason,
                to,
                created,
                pausedUntil,
                cursor,
                startNumber,
                floor,
                nextDue,
                confirmed,
                admitted);
    }

    Subscription withStart(long startNumber, Instant floor) {
        return new Subscription(
                id,
                reader,
                address,
                status,
                statusReason,
                settings,
                created,
                pausedUntil,
                cursor,
                startNumber,
                floor,
                nextDue,
                confirmed,
                admitted);
    }

    Subscription withReader(String reader) {
        return new Subscription(
                id,
                reader,
                address,
                status,
                statusReason,
                settings,
                created,
                pausedUntil,
                cursor,
                startNumber,
                floor,
                nextDue,
                confirmed,
                admitted);
    }

    Subscription withLeave(boolean confirmed, boolean admitted) {
        return new Subscription(
                id,
                reader,
                address,
                status,
                statusReason,
                settings,
                created,
                pausedUntil,
                cursor,
                startNumber,
                floor,
                nextDue,
                confirmed,
                admitted);
    }

    Subscription withCursor(long cursor) {
        return new Subscription(
                id,
                reader,
                address,
                status,
                statusReason,
                settings,
                created,
                pausedUntil,
                cursor,
                startNumber,
                floor,
                nextDue,
                confirmed,
                admitted);
    }
}
