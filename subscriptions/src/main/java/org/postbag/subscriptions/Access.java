package org.postbag.subscriptions;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who may subscribe without the operator: everybody, everybody whom the operator approves, nobody. */
public enum Access {
    OPEN,
    APPROVAL,
    CLOSED;

    /** The word used in configuration. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Access> of(String word) {
        String sought = word.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(a -> a.word().equals(sought)).findFirst();
    }
}
