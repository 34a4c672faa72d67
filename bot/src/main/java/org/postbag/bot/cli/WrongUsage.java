package org.postbag.bot.cli;

/** Something typed cannot be meant; the message says what to type instead. */
final class WrongUsage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongUsage(String message) {
        super(message);
    }
}
