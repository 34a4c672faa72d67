package org.postbag.bot.email;

/**
 * A mail as it goes over the wire.
 *
 * @param messageId with its angle brackets
 * @param sender envelope sender, one for each subscription, so that a bounce says whose it is
 * @param plainSender the address of {@code email.from}, used where a server refuses {@code sender}
 * @param recipient address alone, without a name
 * @param bytes the whole message (RFC 5322) with CRLF line ends, signed; nobody changes them any more
 */
@SuppressWarnings("ArrayRecordComponent") // Mails are neither compared nor copied.
public record OutgoingMail(String messageId, String sender, String plainSender, String recipient, byte[] bytes) {

    /** Without addresses, since it may get into a log. */
    @Override
    public String toString() {
        return "OutgoingMail[" + bytes.length + " bytes]";
    }
}
