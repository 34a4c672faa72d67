package org.postbag.bot.email;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.postbag.bot.command.Answer;
import org.postbag.bot.command.Confirmations;
import org.postbag.bot.command.Says;
import org.postbag.bot.delivery.Outcome;
import org.postbag.bot.store.MailLog;
import org.postbag.digest.email.Button;
import org.postbag.digest.email.EmailBody;
import org.postbag.digest.email.EmailRenderer;
import org.postbag.posts.ReaderLanguage;
import org.postbag.subscriptions.EmailAddress;
import org.postbag.subscriptions.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks by mail whether a subscription is wanted, three times a day and address at most. */
public final class ConfirmationMails implements Confirmations {
    private static final Logger LOG = LoggerFactory.getLogger(ConfirmationMails.class);
    private static final int MOST_A_DAY = 3;

    private final MailTransport transport;
    private final MailWriter writer;
    private final EmailRenderer renderer;
    private final Says says;
    private final MailLog log;
    private final Clock clock;

    public ConfirmationMails(
            MailTransport transport, MailWriter writer, EmailRenderer renderer, Says says, MailLog log, Clock clock) {
        this.transport = transport;
        this.writer = writer;
        this.renderer = renderer;
        this.says = says;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public Answer ask(Subscription pending) {
        if (mayAsk(pending.id())) {
            EmailAddress to = (EmailAddress) pending.address();
            Outcome outcome = transport.send(
                    writer.question(
                            to,
                            body(pending),
                            writer.confirmationId(pending.id()),
                            writer.verp().make(pending.id())),
                    () -> true);
            if (!(outcome instanceof Outcome.Accepted)) LOG.warn("a confirmation could not be mailed: {}", outcome);
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
                says.say(lang, "confirm.subject"),
                List.of(says.say(lang, "confirm.question"), says.say(lang, "confirm.ignore")),
                new Button(says.say(lang, "confirm.button"), writer.confirmLink(pending.id())),
                lang,
                writer.linksFor(null));
    }
}
