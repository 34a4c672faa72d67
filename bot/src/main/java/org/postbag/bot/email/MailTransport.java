package org.postbag.bot.email;

import jakarta.mail.internet.MimeMessage;
import org.postbag.bot.delivery.Outcome;

/** Hands over one finished mail to one recipient: to a server by {@link SmtpTransport}, onto disk by {@link MailOutbox}. */
public interface MailTransport extends AutoCloseable {

    /**
     * Never throws for what a server says. {@link Outcome.Accepted} carries the mail's Message-ID.
     *
     * @param recipient address alone, without a name
     */
    Outcome send(MimeMessage mail, String recipient);

    /** Mails under way at once. */
    int connections();

    @Override
    void close();
}
