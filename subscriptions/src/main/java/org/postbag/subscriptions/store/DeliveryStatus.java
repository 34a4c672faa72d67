package org.postbag.subscriptions.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The state of a row of the ledger. The first two are open, the others closed. */
public enum DeliveryStatus {
    PENDING,
    /** Somebody holds a lease on it and works on it. */
    CLAIMED,
    SENT,
    FAILED,
    SKIPPED,
    /** A message was sent and not answered; it may have arrived, so it is not sent again by itself. */
    UNCERTAIN;

    /** The word used in commands, JSON and the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DeliveryStatus> of(String word) {
        String sought = word.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(s -> s.word().equals(sought)).findFirst();
    }
}
