/**
 * Sending by SMTP (RFC 5321): {@link org.postbag.bot.email.smtp.SmtpTransport} picks the server, a server's pool lends a
 * connection, a connection carries one mail after the other, and {@code Verdict} says what an answer means for a delivery.
 */
@NullMarked
package org.postbag.bot.email.smtp;

import org.jspecify.annotations.NullMarked;
