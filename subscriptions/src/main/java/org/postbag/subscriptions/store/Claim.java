package org.postbag.subscriptions.store;

import org.postbag.subscriptions.Subscription;

/**
 * The right to work on a row until the lease ends.
 *
 * @param token changes with every claim: what is done in the name of an older one has no effect
 */
public record Claim(Delivery delivery, Subscription subscription, String token) {}
