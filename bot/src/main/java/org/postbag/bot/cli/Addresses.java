package org.postbag.bot.cli;

import org.postbag.bot.app.Application;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.InvalidAddress;
import org.postbag.subscriptions.Subscription;

/** Reads addresses as typed. */
final class Addresses {
    private Addresses() {}

    static Address parse(String text) {
        try {
            return Address.parse(text);
        } catch (InvalidAddress e) {
            throw new WrongUsage(String.valueOf(e.getMessage()));
        }
    }

    /** The subscription of an address, or a message that there is none. */
    static Subscription known(Application application, Address address) {
        return application
                .subscriptions()
                .find(address)
                .orElseThrow(() -> new NotThere(
                        "Nobody subscribes as " + address + "; 'postbag subscriber list' shows who does."));
    }
}
