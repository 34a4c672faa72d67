package org.postbag.bot.app;

import jakarta.mail.internet.MimeMessage;
import java.util.function.Predicate;
import org.postbag.bot.command.ChangeConfirmation;
import org.postbag.bot.email.inbox.InboxReader;
import org.postbag.bot.email.inbox.MailAnswers;
import org.postbag.bot.email.inbox.MailIds;
import org.postbag.bot.email.inbox.ScriptedAnswers;
import org.postbag.bot.store.ChangeRequests;
import org.postbag.bot.store.MailLog;
import org.postbag.bot.token.Tokens;

/** The parts that read and answer mail, on a whole bot. */
public final class InboxParts {
    public final Tokens tokens;
    public final MailIds ids;
    public final MailLog log;
    public final ChangeRequests requests;
    public final ChangeConfirmation changes;
    public final ScriptedAnswers sender;
    public final InboxReader reader;

    public InboxParts(Application app, Predicate<MimeMessage> reports) {
        tokens = app.tokens;
        ids = app.onEmail.ids;
        log = app.mailLog;
        requests = app.onEmail.requests;
        changes = app.onEmail.changes;
        sender = new ScriptedAnswers(new MailAnswers(app.mailWriter, app.mail));
        reader = java.util.Objects.requireNonNull(app.onEmail.reader(sender, reports));
    }
}
