/**
 * Who gets a digest, where, when and of what: addresses, timetables, settings, and the rules by which a subscription
 * changes. Keeping them, and the ledger of what was delivered, lives in {@code store}.
 */
@NullMarked
package org.postbag.subscriptions;

import org.jspecify.annotations.NullMarked;
