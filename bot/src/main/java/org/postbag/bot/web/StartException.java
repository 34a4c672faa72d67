package org.postbag.bot.web;

/** Something outside keeps Postbag from starting; the message says what and what to do. */
public final class StartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartException(String message) {
        super(message);
    }
}
