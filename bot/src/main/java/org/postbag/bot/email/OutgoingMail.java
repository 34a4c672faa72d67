package org.postbag.bot.email;

/**
 * A mail as it goes over the wire. {@link MailWriter} makes it, a {@link MailTransport} carries it.
 *
 * @param messageId with its angle brackets
 * @param sender envelope sender, by which a bounce is known to be about this recipient
 * @param plainSender the address of {@code email.from}, for servers that take no other sender
 * @param recipient address alone, without a name
 * @param bytes the whole message (RFC 5322), lines ended by CRLF, signed where a key is configured; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and too large to copy for each look
public record OutgoingMail(String messageId, String sender, String plainSender, String recipient, byte[] bytes) {}
