package org.postbag.bot.email.inbox;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.postbag.bot.command.Answer;
import org.postbag.bot.command.ChangeConfirmation;
import org.postbag.bot.command.Request;
import org.postbag.bot.command.Says;
import org.postbag.bot.store.ChangeRequest;
import org.postbag.bot.store.ChangeRequests;
import org.postbag.bot.store.MailLog;
import org.postbag.bot.token.ReaderLinks;
import org.postbag.digest.email.Button;
import org.postbag.subscriptions.EmailAddress;
import org.postbag.subscriptions.Subscription;

/** Asks the owner of an inbox whether a change is wanted that came without proof; {@link ChangeConfirmation} makes it. */
public final class ChangeQuestions {
    private final ChangeRequests requests;
    private final ChangeConfirmation confirmation;
    private final AnswerMails mails;
    private final MailIds ids;
    private final ReaderLinks links;
    private final Says says;
    private final MailLog log;
    private final Clock clock;

    public ChangeQuestions(
            ChangeRequests requests,
            ChangeConfirmation confirmation,
            AnswerMails mails,
            MailIds ids,
            ReaderLinks links,
            Says says,
            MailLog log,
            Clock clock) {
        this.requests = requests;
        this.confirmation = confirmation;
        this.mails = mails;
        this.ids = ids;
        this.links = links;
        this.says = says;
        this.log = log;
        this.clock = clock;
    }

    /**
     * The mail that asks; none when so many questions are open that it was said today already.
     *
     * @param command the words to carry out once agreed
     */
    List<AnswerMail> ask(EmailAddress to, IncomingMail asked, Request request, String command) {
        Optional<ChangeRequest> kept = requests.ask(to, command, clock.instant());
        if (kept.isEmpty()) return isFirstToday(request) ? mails.of(to, asked, request, tooMany(request)) : List.of();
        ChangeRequest change = kept.get();
        return List.of(mails.question(
                to,
                asked,
                request,
                ids.change(change.id()),
                List.of(
                        says.say(request, "change.question", confirmation.words(change, request.lang())),
                        says.say(request, "change.ignore")),
                new Button(says.say(request, "change.button"), links.change(change.id()))));
    }

    private Answer tooMany(Request request) {
        return says.said(request, "change.many");
    }

    private boolean isFirstToday(Request request) {
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        long subscription = request.subscription().map(Subscription::id).orElse(0L);
        return log.first("changes " + subscription + " " + day, clock.instant());
    }
}
