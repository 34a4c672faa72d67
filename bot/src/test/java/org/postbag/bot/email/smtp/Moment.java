package org.postbag.bot.email.smtp;

/** When a {@link MailSink} may do something unusual. */
enum Moment {
    GREETING,
    MAIL,
    RCPT,
    DATA,
    /** The first lines of a mail have come, not yet its end. */
    BODY,
    END
}
