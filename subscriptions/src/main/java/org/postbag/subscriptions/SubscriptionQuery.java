package org.postbag.subscriptions;

import org.jspecify.annotations.Nullable;

/**
 * Which subscriptions a list holds, in the order of their addresses.
 *
 * @param status null for all
 * @param text part of the address, or the whole reader id, in any case; null for all
 * @param after go on behind this address's key, which stays quick however long the list; null from the start
 * @param offset leave out so many
 * @param limit at most so many; 0 for no limit
 */
public record SubscriptionQuery(
        @Nullable Status status, @Nullable String text, @Nullable String after, int offset, int limit) {

    public SubscriptionQuery {
        if (offset < 0 || limit < 0) throw new IllegalArgumentException("offset and limit must not be negative");
    }

    public static SubscriptionQuery all() {
        return new SubscriptionQuery(null, null, null, 0, 0);
    }

    public SubscriptionQuery withStatus(@Nullable Status status) {
        return new SubscriptionQuery(status, text, after, offset, limit);
    }

    public SubscriptionQuery withText(@Nullable String text) {
        return new SubscriptionQuery(status, text, after, offset, limit);
    }

    public SubscriptionQuery withAfter(@Nullable Address address) {
        return new SubscriptionQuery(status, text, address == null ? null : address.key(), offset, limit);
    }

    public SubscriptionQuery withPage(int offset, int limit) {
        return new SubscriptionQuery(status, text, after, offset, limit);
    }
}
