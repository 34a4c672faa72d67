/**
 * Keeps subscriptions and the ledger of deliveries, on SQLite and PostgreSQL with the same statements. The rules by which
 * a subscription changes are in {@code org.postbag.subscriptions}; what a digest holds is not known here.
 */
@NullMarked
package org.postbag.subscriptions.store;

import org.jspecify.annotations.NullMarked;
