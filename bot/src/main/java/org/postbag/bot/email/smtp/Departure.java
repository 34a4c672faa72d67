package org.postbag.bot.email.smtp;

import java.util.function.BooleanSupplier;

/** Asks once whether a mail may leave, however many connections it takes to carry it. Used by one thread. */
final class Departure {
    private final BooleanSupplier leaving;
    private boolean asked;
    private boolean granted;

    Departure(BooleanSupplier leaving) {
        this.leaving = leaving;
    }

    boolean granted() {
        if (!asked) {
            asked = true;
            granted = leaving.getAsBoolean();
        }
        return granted;
    }
}
