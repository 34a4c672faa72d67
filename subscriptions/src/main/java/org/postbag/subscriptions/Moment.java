package org.postbag.subscriptions;

import java.time.Instant;

/**
 * When a rule is applied.
 *
 * @param lastNumber the newest post's number then; a subscription that starts now counts from it
 * @param access who may come in then
 */
record Moment(Instant now, long lastNumber, Access access) {}
