package org.postbag.subscriptions.store;

import java.util.Locale;

/** Why a digest was not sent although nothing failed. The posts stay ahead of the cursor. */
public enum Skip {
    /** Nothing new for this reader. */
    EMPTY,
    /** Too old to be of use. */
    EXPIRED,
    PAUSED,
    /** The subscription is no longer active, or no longer there. */
    GONE,
    /** A newer digest of the same subscription takes its posts along. */
    SUPERSEDED;

    /** The word used in JSON and the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
