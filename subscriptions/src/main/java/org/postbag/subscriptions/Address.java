package org.postbag.subscriptions;

import java.util.Locale;

/** Where a digest goes. One record a channel; a channel that is added gets its own. */
public sealed interface Address permits TelegramAddress, EmailAddress {

    /** The word before the colon, which also names the channel in the ledger and in metrics. */
    String channel();

    /** As written in commands and JSON: {@code telegram:-100123/7}, {@code email:reader@example.org}. */
    @Override
    String toString();

    /** What makes two addresses the same: the written form without regard to case. */
    default String key() {
        return toString().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the written form.
     *
     * @throws InvalidAddress says what is wrong and shows an address that is right
     */
    static Address parse(String written) {
        String address = written.strip();
        int colon = address.indexOf(':');
        String channel = colon < 0 ? "" : address.substring(0, colon).toLowerCase(Locale.ROOT);
        String rest = address.substring(colon + 1);
        return switch (channel) {
            case TelegramAddress.CHANNEL -> TelegramAddress.parse(rest);
            case EmailAddress.CHANNEL -> EmailAddress.parse(rest);
            default ->
                throw new InvalidAddress(
                        address,
                        "it must start with 'telegram:' or 'email:'",
                        "telegram:123456789, telegram:-100123456/7 or email:reader@example.org");
        };
    }
}
