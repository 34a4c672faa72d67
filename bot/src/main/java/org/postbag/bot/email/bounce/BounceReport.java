package org.postbag.bot.email.bounce;

import java.util.List;
import java.util.OptionalLong;

/**
 * What a mail system says of one mail.
 *
 * @param status enhanced status code (RFC 3463) such as {@code 5.1.1}, or empty when none is given
 * @param said the system's words: one line, at most 200 code points, addresses replaced by {@code <…>}; may be empty
 * @param subscription by a rightly signed envelope sender; empty when there is none
 * @param messageIds what may be the mail's Message-ID, the likeliest first, at most 20; unproven, see {@link
 *     SignedMessageIds}
 * @param id the report's own Message-ID, or a name made of its headers when it has none
 */
public record BounceReport(
        Kind kind, String status, String said, OptionalLong subscription, List<String> messageIds, String id) {
    public BounceReport {
        messageIds = List.copyOf(messageIds);
    }

    public enum Kind {
        /** The mail was not delivered, and no later one will be: there is no such inbox. */
        HARD,
        /** The mail was not delivered; a later one may be. */
        SOFT,
        /** The mail was delivered, and its reader called it spam. */
        COMPLAINT,
        /** The mail is still under way: nothing to do. */
        DELAYED
    }
}
