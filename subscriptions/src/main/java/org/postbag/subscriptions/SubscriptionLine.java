package org.postbag.subscriptions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a list says of one subscription.
 *
 * @param status null when it says none
 * @param created when it was made where the list comes from; null when it does not say
 */
public record SubscriptionLine(Address address, Change settings, @Nullable Status status, @Nullable Instant created) {}
