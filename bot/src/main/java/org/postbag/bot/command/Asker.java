package org.postbag.bot.command;

import org.jspecify.annotations.Nullable;
import org.postbag.posts.ReaderLanguage;
import org.postbag.subscriptions.Address;

/**
 * Who asks, as the channel knows them.
 *
 * @param address whose subscription is meant
 * @param hint what the channel knows of a stranger's language
 * @param repliedTo id of the message that is answered, if any
 * @param person the Telegram user, where there is one
 * @param operator whether the channel is sure that one of {@code telegram.admins} asks, in private
 */
public record Asker(
        Address address,
        @Nullable ReaderLanguage hint,
        @Nullable String repliedTo,
        @Nullable Long person,
        boolean operator) {

    /** A reader of whom no more is known than the address. */
    public static Asker at(Address address, @Nullable String repliedTo) {
        return new Asker(address, null, repliedTo, null, false);
    }
}
