package org.postbag.bot.email.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.postbag.bot.email.inbox.MailIds.Kind;
import org.postbag.subscriptions.EmailAddress;
import org.postbag.subscriptions.Subscription;
import org.postbag.subscriptions.store.DeliveryStore;

/** Weighs how sure it is that a mail is from the address it names. */
public final class SenderProof {
    private static final int MOST = 60;

    private final Alignment alignment;
    private final MailIds ids;
    private final DeliveryStore ledger;

    public SenderProof(Alignment alignment, MailIds ids, DeliveryStore ledger) {
        this.alignment = alignment;
        this.ids = ids;
        this.ledger = ledger;
    }

    /** @param subscription of the address {@code mail} says it is from */
    Proof of(IncomingMail mail, Subscription subscription) {
        if (isAligned(mail)) return Proof.ALIGNED;
        List<String> answered = new ArrayList<>(mail.references());
        if (mail.inReplyTo() != null) answered.add(mail.inReplyTo());
        boolean replied = answered.stream()
                .skip(Math.max(0, answered.size() - MOST))
                .anyMatch(id -> wasSentTo(id, subscription.id()));
        return replied ? Proof.REPLIED : Proof.NONE;
    }

    /** Whether the domain vouches for the mail, whoever wrote it. */
    boolean isAligned(IncomingMail mail) {
        EmailAddress from = mail.from();
        return from != null && alignment.isAligned(mail.authentication(), from);
    }

    private boolean wasSentTo(String messageId, long subscription) {
        OptionalLong own = ids.read(Kind.ANSWER, messageId);
        if (own.isEmpty()) own = ids.read(Kind.CONFIRM, messageId);
        if (own.isPresent()) return own.getAsLong() == subscription;
        OptionalLong delivery = ids.read(Kind.DIGEST, messageId);
        return delivery.isPresent()
                && ledger.find(delivery.getAsLong())
                        .filter(sent -> sent.subscription() == subscription)
                        .isPresent();
    }
}
