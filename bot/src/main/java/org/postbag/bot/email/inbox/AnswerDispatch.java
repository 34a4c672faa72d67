package org.postbag.bot.email.inbox;

import java.time.Clock;
import java.util.function.BooleanSupplier;
import org.postbag.bot.delivery.Outcome;
import org.postbag.bot.email.inbox.Handled.Reply;
import org.postbag.bot.store.MailLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends an answer at most once. The answered mail is noted when the answer's envelope is about to leave: a crash before
 * that has it answered after the restart, a crash after it costs the answer but never doubles it. Where the server did not
 * take it for now, the note is taken back.
 */
public final class AnswerDispatch {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerDispatch.class);

    private final AnswerSender sender;
    private final MailLog log;
    private final Clock clock;

    public AnswerDispatch(AnswerSender sender, MailLog log, Clock clock) {
        this.sender = sender;
        this.log = log;
        this.clock = clock;
    }

    boolean isAnswered(IncomingMail mail) {
        return log.has(mail.messageId());
    }

    /** Notes a mail whose command mails something itself; false when it was noted before. */
    boolean note(IncomingMail mail) {
        return log.first(mail.messageId(), clock.instant());
    }

    Handled send(Reply reply) {
        Leaving leaving = new Leaving(reply);
        Outcome outcome = sender.send(reply.mails().get(0), leaving);
        if (outcome instanceof Outcome.Later later) {
            if (leaving.refused) return new Handled.Done(); // somebody else has answered in the meantime
            if (leaving.noted) log.forget(reply.asked());
            return new Handled.Later(reply, later.problem());
        }
        if (!reply.noted() && !leaving.noted) log.first(reply.asked(), clock.instant());
        report(outcome);
        // What follows is a remark; without it the answer is still one, so it is tried once.
        for (AnswerMail more : reply.mails().subList(1, reply.mails().size())) report(sender.send(more, () -> true));
        return new Handled.Done();
    }

    private static void report(Outcome outcome) {
        if (!(outcome instanceof Outcome.Accepted)) LOG.warn("an answer could not be mailed: {}", outcome);
    }

    private final class Leaving implements BooleanSupplier {
        private final Reply reply;
        private boolean noted;
        private boolean refused;

        Leaving(Reply reply) {
            this.reply = reply;
        }

        @Override
        public boolean getAsBoolean() {
            if (reply.noted()) return true;
            noted = log.first(reply.asked(), clock.instant());
            refused = !noted;
            return noted;
        }
    }
}
