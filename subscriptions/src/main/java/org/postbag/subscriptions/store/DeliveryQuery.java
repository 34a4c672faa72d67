package org.postbag.subscriptions.store;

import org.jspecify.annotations.Nullable;
import org.postbag.subscriptions.Address;

/**
 * Which deliveries a list holds, newest first.
 *
 * @param status null for all
 * @param address null for all
 * @param before only ids below this one, to go on where a list ended; null from the newest
 * @param limit at most so many; at least 1
 */
public record DeliveryQuery(
        @Nullable DeliveryStatus status, @Nullable Address address, @Nullable Long before, int limit) {

    private static final int PAGE = 1000;

    public DeliveryQuery {
        if (limit < 1) throw new IllegalArgumentException("limit must be at least 1, but was " + limit);
    }

    /** The newest thousand. */
    public static DeliveryQuery all() {
        return new DeliveryQuery(null, null, null, PAGE);
    }

    public DeliveryQuery withStatus(@Nullable DeliveryStatus status) {
        return new DeliveryQuery(status, address, before, limit);
    }

    public DeliveryQuery withAddress(@Nullable Address address) {
        return new DeliveryQuery(status, address, before, limit);
    }

    public DeliveryQuery withBefore(@Nullable Long before) {
        return new DeliveryQuery(status, address, before, limit);
    }

    public DeliveryQuery withLimit(int limit) {
        return new DeliveryQuery(status, address, before, limit);
    }
}
