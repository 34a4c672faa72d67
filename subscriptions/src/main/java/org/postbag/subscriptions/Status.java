package org.postbag.subscriptions;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a subscription stands. Only an active one gets digests. */
public enum Status {
    /** Waits for the reader's confirmation, the operator's approval, or both. */
    PENDING,
    ACTIVE,
    /** The reader's or the operator's wish, with or without an end. */
    PAUSED,
    /** The address no longer takes messages: the bot was blocked, the chat deleted, the inbox closed. */
    GONE,
    /** Must not be written to: hard bounce or complaint. Whoever adds it, it stays so. */
    SUPPRESSED,
    /** The operator does not want this reader. */
    BLOCKED,
    UNSUBSCRIBED;

    /** The word used in commands and JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Status> of(String word) {
        String sought = word.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(s -> s.word().equals(sought)).findFirst();
    }
}
