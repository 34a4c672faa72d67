package org.postbag.bot.email;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.postbag.bot.delivery.DeliveryChannel;
import org.postbag.bot.delivery.Outcome;
import org.postbag.bot.delivery.Parcel;
import org.postbag.digest.Digest;
import org.postbag.digest.Section;
import org.postbag.digest.Story;
import org.postbag.digest.email.EmailBody;
import org.postbag.digest.email.EmailLinks;
import org.postbag.digest.email.EmailRenderer;
import org.postbag.subscriptions.Address;

/** Carries digests to inboxes, one mail a digest and one recipient a mail. */
public final class EmailChannel implements DeliveryChannel {
    private final MailTransport transport;
    private final EmailRenderer renderer;
    private final MailWriter writer;

    public EmailChannel(MailTransport transport, EmailRenderer renderer, MailWriter writer) {
        this.transport = transport;
        this.renderer = renderer;
        this.writer = writer;
    }

    @Override
    public String name() {
        return "email";
    }

    /** While some mails are on a connection, others are written, or wait for their marks in the ledger. */
    @Override
    public int parallelism() {
        return 2 * transport.connections();
    }

    /** A mail has one page. */
    @Override
    public List<List<Integer>> paginate(Digest digest, Address address) {
        return List.of(digest.sections().stream()
                .map(Section::stories)
                .flatMap(List::stream)
                .map(Story::number)
                .toList());
    }

    @Override
    public int messages(Parcel parcel) {
        return 1;
    }

    @Override
    public Outcome send(Parcel parcel, int message, BooleanSupplier leaving) {
        return transport.send(mail(parcel), leaving);
    }

    /** The digest as it would be sent. */
    public OutgoingMail mail(Parcel parcel) {
        EmailLinks links = writer.linksFor(parcel.subscription());
        EmailBody body = renderer.digest(parcel.digest(), links);
        return writer.digest(parcel.delivery(), parcel.subscription(), body, links);
    }
}
