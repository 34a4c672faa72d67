package org.postbag.bot.cli;

/** What a command was asked about does not exist; the message says where to look. */
final class NotThere extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotThere(String message) {
        super(message);
    }
}
