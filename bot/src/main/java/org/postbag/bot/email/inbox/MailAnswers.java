package org.postbag.bot.email.inbox;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.delivery.Outcome;
import org.postbag.bot.email.MailTransport;
import org.postbag.bot.email.MailWriter;
import org.postbag.digest.email.EmailLinks;
import org.postbag.subscriptions.Subscription;

/** The way out for answers: {@link MailWriter} writes them, the transport carries them. */
public final class MailAnswers implements AnswerSender {
    private final MailWriter writer;
    private final MailTransport transport;

    public MailAnswers(MailWriter writer, MailTransport transport) {
        this.writer = writer;
        this.transport = transport;
    }

    @Override
    public Outcome send(AnswerMail mail, BooleanSupplier leaving) {
        return transport.send(
                writer.answer(
                        mail.to(), mail.messageId(), mail.subject(), mail.body(), mail.inReplyTo(), mail.references()),
                leaving);
    }

    @Override
    public EmailLinks linksFor(@Nullable Subscription subscription) {
        return writer.linksFor(subscription);
    }
}
