package org.postbag.subscriptions.csv;

/** A file that cannot be imported as a whole; the message says what to change. */
public final class UnusableCsv extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UnusableCsv(String message) {
        super(message);
    }
}
