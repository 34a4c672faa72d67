package org.postbag.bot.email;

import java.util.function.BooleanSupplier;
import org.postbag.bot.delivery.Outcome;

/** Hands over one finished mail to one recipient: to a server by {@code SmtpTransport}, onto disk by {@link MailOutbox}. */
public interface MailTransport extends AutoCloseable {

    /**
     * Never throws for what a server says.
     *
     * @param leaving asked once, after all waiting and just before the envelope leaves; where it answers no, nothing leaves
     *     and the outcome is {@link Outcome.Later}, not counted
     */
    Outcome send(OutgoingMail mail, BooleanSupplier leaving);

    /** Mails under way at once. */
    int connections();

    @Override
    void close();
}
