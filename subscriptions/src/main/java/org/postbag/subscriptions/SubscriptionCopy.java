package org.postbag.subscriptions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A {@link Subscription} being changed: the one place that takes it apart and puts it together again. */
final class SubscriptionCopy {

    private final long id;
    private final Address address;
    Instant created;
    String reader;
    Status status;

    @Nullable
    String statusReason;

    Settings settings;

    @Nullable
    Instant pausedUntil;

    long cursor;
    long startNumber;
    Instant floor;

    @Nullable
    Instant nextDue;

    boolean confirmed;
    boolean admitted;
    boolean shared;

    SubscriptionCopy(Subscription of) {
        id = of.id();
        address = of.address();
        created = of.created();
        reader = of.reader();
        status = of.status();
        statusReason = of.statusReason();
        settings = of.settings();
        pausedUntil = of.pausedUntil();
        cursor = of.cursor();
        startNumber = of.startNumber();
        floor = of.floor();
        nextDue = of.nextDue();
        confirmed = of.confirmed();
        admitted = of.admitted();
        shared = of.shared();
    }

    Subscription made() {
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
                admitted,
                shared);
    }
}
