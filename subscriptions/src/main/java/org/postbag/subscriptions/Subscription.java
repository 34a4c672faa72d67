package org.postbag.subscriptions;

import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One address's digest. Which posts it has had is one number, the cursor; what a new one may look back at is bounded by
 * {@code startNumber} and {@code floor}: a post is taken when its number is above the cursor and either it was first
 * numbered after {@code startNumber} or its date is not before {@code floor}.
 *
 * <p>The addresses of one reader that are shared have equal settings; everything else is each address's own.
 *
 * @param id 0 until it is stored
 * @param reader shared by the addresses of one person
 * @param statusReason why it is gone or suppressed; null otherwise
 * @param pausedUntil end of a pause; null when not paused, or paused without an end
 * @param cursor posts up to this number are done; never goes down
 * @param nextDue the next due instant of an active subscription that is not {@code instant}; else null
 * @param confirmed the reader showed that the address is theirs (always so for Telegram)
 * @param admitted the operator, or open access, lets the reader in
 * @param shared its settings follow those of the reader's other shared addresses, and these follow its
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
        boolean admitted,
        boolean shared) {

    public boolean isActive() {
        return status == Status.ACTIVE;
    }

    /**
     * This subscription with other settings. An active one follows a new timetable from {@code now} on, and instants that
     * have passed are not due again; any other has no due instant with whichever.
     */
    public Subscription following(Settings to, Instant now) {
        boolean replan = isActive() && !to.timetable().equals(settings.timetable());
        return withSettings(to, replan ? to.timetable().next(now).orElse(null) : nextDue);
    }

    Subscription withSettings(Settings to, @Nullable Instant nextDue) {
        return with(copy -> {
            copy.settings = to;
            copy.nextDue = nextDue;
        });
    }

    Subscription withStatus(
            Status to, @Nullable String reason, @Nullable Instant pausedUntil, @Nullable Instant nextDue) {
        return with(copy -> {
            copy.status = to;
            copy.statusReason = reason;
            copy.pausedUntil = pausedUntil;
            copy.nextDue = nextDue;
        });
    }

    Subscription withStart(long startNumber, Instant floor) {
        return with(copy -> {
            copy.startNumber = startNumber;
            copy.floor = floor;
        });
    }

    Subscription withCreated(Instant created) {
        return with(copy -> copy.created = created);
    }

    Subscription withReader(String reader) {
        return with(copy -> copy.reader = reader);
    }

    Subscription withLeave(boolean confirmed, boolean admitted) {
        return with(copy -> {
            copy.confirmed = confirmed;
            copy.admitted = admitted;
        });
    }

    Subscription withCursor(long cursor) {
        return with(copy -> copy.cursor = cursor);
    }

    Subscription withShared(boolean shared) {
        return with(copy -> copy.shared = shared);
    }

    private Subscription with(Consumer<SubscriptionCopy> change) {
        SubscriptionCopy copy = new SubscriptionCopy(this);
        change.accept(copy);
        return copy.made();
    }
}
