package org.postbag.bot.email.inbox;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.delivery.Outcome;
import org.postbag.digest.email.EmailLinks;
import org.postbag.subscriptions.Subscription;

/** The way out for answers: writes the mail, signs it and hands it to the transport. */
public interface AnswerSender {

    /**
     * Never throws for what a server says.
     *
     * @param leaving asked once at most, just before the mail's envelope leaves; false: it must not leave
     */
    Outcome send(AnswerMail mail, BooleanSupplier leaving);

    /** Where a mail's footer leads; a stranger's has no pages of their own. */
    EmailLinks linksFor(@Nullable Subscription subscription);
}
