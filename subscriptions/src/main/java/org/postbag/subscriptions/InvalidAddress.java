package org.postbag.subscriptions;

/** An address that cannot be one. The message names it, says what is wrong and shows one that is right. */
public final class InvalidAddress extends IllegalArgumentException {

    InvalidAddress(String written, String problem, String example) {
        super("address '" + Shown.of(written) + "': " + problem + "; write for example " + example);
    }
}
