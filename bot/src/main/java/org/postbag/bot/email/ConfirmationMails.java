package org.postbag.bot.email;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.postbag.bot.command.Answer;
import org.postbag.bot.command.Confirmations;
import org.postbag.bot.command.Says;
import org.postbag.bot.store.MailLog;
import org.postbag.digest.email.Button;
import org.postbag.digest.email.EmailBody;
import org.postbag.digest.email.EmailRenderer;
import org.postbag.posts.ReaderLanguage;
import org.postbag.subscriptions.EmailAddress;
import org.postbag.subscriptions.Subscription;
import org.postbag.subscriptions.Subscriptions;

/** Asks by mail whether a subscription is wanted, three times a day and address at most. */
public final class ConfirmationMails implements Confirmations {
    private static final int MOST_A_DAY = 3;

    private final PatientMails mails;
    private final Subscriptions subscriptions;
    private final MailWriter writer;
    private final EmailRenderer renderer;
    private final Says says;
    private final String name;
    private final MailLog log;
    private final Clock clock;

    public ConfirmationMails(
            PatientMails mails,
            Subscriptions subscriptions,
            MailWriter writer,
            EmailRenderer renderer,
            Says says,
            String name,
            MailLog log,
            Clock clock) {
        this.mails = mails;
        this.subscriptions = subscriptions;
        this.writer = writer;
        this.renderer = renderer;
        this.says = says;
        this.name = name;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public Answer ask(Subscription pending) {
        if (mayAsk(pending.id())) {
            EmailAddress to = (EmailAddress) pending.address();
            String sender = writer.verp().make(pending.id());
            mails.send(
                    writer.question(to, body(pending), writer.confirmationId(pending.id()), sender),
                    bounce -> subscriptions.bounced(pending.id(), bounce));
        }
        return new Answer.Silence();
    }

    private boolean mayAsk(long subscription) {
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (int n = 1; n <= MOST_A_DAY; n++)
            if (log.first("confirmation " + subscription + " " + day + " " + n, clock.instant())) return true;
        return false;
    }

    private EmailBody body(Subscription pending) {
        ReaderLanguage lang = pending.settings().lang();
        return renderer.plain(
                says.say(lang, "confirm.subject", name),
                List.of(says.say(lang, "confirm.question", name), says.say(lang, "confirm.ignore")),
                new Button(says.say(lang, "confirm.button"), writer.confirmLink(pending.id())),
                lang,
                writer.linksFor(null));
    }
}
