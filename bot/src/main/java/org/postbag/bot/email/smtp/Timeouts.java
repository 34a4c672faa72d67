package org.postbag.bot.email.smtp;

import java.time.Duration;

/**
 * How long a server may take.
 *
 * @param connect until the TCP connection stands
 * @param login greeting, TLS and login together
 * @param command for the answer to one command, and for taking what is written
 * @param end for the answer to a complete mail; servers look for spam before it, and giving up early makes the mail
 *     uncertain (RFC 5321, 4.5.3.2.6 recommends ten minutes)
 * @param leave for closing after we said goodbye
 * @param idle how long an unused connection is kept
 * @param grace how long closing waits for mails under way
 */
record Timeouts(
        Duration connect,
        Duration login,
        Duration command,
        Duration end,
        Duration leave,
        Duration idle,
        Duration grace) {
    static final Timeouts USUAL = new Timeouts(
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofMinutes(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(60),
            Duration.ofSeconds(10));
}
