package org.postbag.subscriptions;

import java.time.Instant;

/** A bounce and when it was recorded. */
public record BounceLine(Instant at, Bounce bounce) {}
