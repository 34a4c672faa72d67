package org.postbag.bot.app;

import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.command.ChangeConfirmation;
import org.postbag.bot.config.Config;
import org.postbag.bot.email.bounce.BounceDesk;
import org.postbag.bot.email.bounce.BounceReports;
import org.postbag.bot.email.bounce.SignedMessageIds;
import org.postbag.bot.email.inbox.Alignment;
import org.postbag.bot.email.inbox.AnswerDispatch;
import org.postbag.bot.email.inbox.AnswerMails;
import org.postbag.bot.email.inbox.AnswerSender;
import org.postbag.bot.email.inbox.ChangeQuestions;
import org.postbag.bot.email.inbox.InboxReader;
import org.postbag.bot.email.inbox.MailAnswers;
import org.postbag.bot.email.inbox.MailConversation;
import org.postbag.bot.email.inbox.MailIds;
import org.postbag.bot.email.inbox.MailParser;
import org.postbag.bot.email.inbox.MailWords;
import org.postbag.bot.email.inbox.MailtoUnsubscribe;
import org.postbag.bot.email.inbox.SenderBudget;
import org.postbag.bot.email.inbox.SenderProof;
import org.postbag.bot.store.ChangeRequests;
import org.postbag.posts.store.Database;

/** Mail that comes in, put together: who is believed, what is asked and answered, and what came back. */
final class OnEmail {
    final MailIds ids;
    final ChangeRequests requests;
    final ChangeConfirmation changes;
    private final Application app;
    private final SenderBudget budget;
    private final BounceDesk returned;

    OnEmail(Application app, Database db, Clock clock) {
        this.app = app;
        ids = new MailIds(app.tokens, app.mailWriter.domain());
        requests = new ChangeRequests(db);
        changes = new ChangeConfirmation(requests, app.conversation(), app.says, clock);
        budget = new SenderBudget(clock);
        returned = new BounceDesk(
                new BounceReports(app.mailWriter.verp()),
                new SignedMessageIds(app.tokens::name, this::subscriptionOf),
                id -> app.mailLog.first(id, clock.instant()),
                app.subscriptions()::bounced);
    }

    private OptionalLong subscriptionOf(long delivery) {
        return app.ledger().find(delivery).stream()
                .mapToLong(row -> row.subscription())
                .findFirst();
    }

    /** Reads the mailbox readers answer to; null without one. */
    @Nullable
    InboxReader reader() {
        AnswerSender sender = new MailAnswers(app.mailWriter, app.mail);
        return reader(sender, mail -> returned.take(mail).report());
    }

    /**
     * The same with another way out.
     *
     * @param reports whether a mail was a bounce or a complaint, which is dealt with then
     */
    @Nullable
    InboxReader reader(AnswerSender sender, Predicate<MimeMessage> reports) {
        Config.Imap imap = app.config().email().imap();
        if (imap == null) return null;
        AnswerMails mails = new AnswerMails(
                app.emailRenderer,
                app.posts(),
                app.lists,
                app.says,
                new MailWords(app.commandList().all()),
                ids,
                sender,
                app.config().zone());
        MailConversation conversation = new MailConversation(
                app.conversation(),
                new SenderProof(new Alignment(trusted(imap)), ids, app.ledger()),
                budget,
                new MailtoUnsubscribe(app.tokens, app.subscriptions()),
                new ChangeQuestions(requests, changes, mails, ids, app.links(), app.says, app.mailLog, app.clock()),
                changes,
                ids,
                mails,
                new AnswerDispatch(sender, app.mailLog, app.clock()),
                app.says);
        MailParser parser = new MailParser(app.mailWriter.fromAddress());
        return new InboxReader(imap, parser, conversation, reports, app.clock());
    }

    private Set<String> trusted(Config.Imap imap) {
        return imap.authserv() == null
                ? Alignment.usual(imap.host(), app.mailWriter.fromAddress())
                : Set.copyOf(imap.authserv());
    }
}
