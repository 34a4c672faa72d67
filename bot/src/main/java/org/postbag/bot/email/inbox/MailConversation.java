package org.postbag.bot.email.inbox;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.command.Answer;
import org.postbag.bot.command.Asker;
import org.postbag.bot.command.ChangeConfirmation;
import org.postbag.bot.command.Command;
import org.postbag.bot.command.Conversation;
import org.postbag.bot.command.Conversation.Understood;
import org.postbag.bot.command.Request;
import org.postbag.bot.command.Says;
import org.postbag.bot.email.inbox.MailIds.Kind;
import org.postbag.bot.email.inbox.MailtoUnsubscribe.Outcome;
import org.postbag.bot.email.inbox.SenderBudget.Verdict;
import org.postbag.bot.store.ChangeRequest;
import org.postbag.posts.ReaderLanguage;
import org.postbag.subscriptions.EmailAddress;
import org.postbag.subscriptions.Status;
import org.postbag.subscriptions.Subscription;

/**
 * Answers mails from readers, each at most once. {@link Wanted} says what a mail asks for, {@link SenderProof} whether its
 * sender may have it changed, {@link Conversation} does it, {@link AnswerMails} and {@link AnswerDispatch} bring it home.
 */
public final class MailConversation {
    private static final Handled DONE = new Handled.Done();

    private final Conversation conversation;
    private final SenderProof proofs;
    private final SenderBudget budget;
    private final MailtoUnsubscribe leaving;
    private final ChangeQuestions questions;
    private final ChangeConfirmation changes;
    private final MailIds ids;
    private final AnswerMails mails;
    private final AnswerDispatch dispatch;
    private final Says says;

    public MailConversation(
            Conversation conversation,
            SenderProof proofs,
            SenderBudget budget,
            MailtoUnsubscribe leaving,
            ChangeQuestions questions,
            ChangeConfirmation changes,
            MailIds ids,
            AnswerMails mails,
            AnswerDispatch dispatch,
            Says says) {
        this.conversation = conversation;
        this.proofs = proofs;
        this.budget = budget;
        this.leaving = leaving;
        this.questions = questions;
        this.changes = changes;
        this.ids = ids;
        this.mails = mails;
        this.dispatch = dispatch;
        this.says = says;
    }

    Handled receive(IncomingMail mail) {
        Outcome left = leaving.carryOut(mail);
        EmailAddress from = mail.from();
        if (from == null || mail.automatic() || dispatch.isAnswered(mail)) return DONE;
        Asker asker = new Asker(from, language(mail), mail.inReplyTo(), null, false);
        if (left instanceof Outcome.Left gone) return left(from, mail, asker, gone.subscription());
        if (left instanceof Outcome.Invalid) return invalid(from, mail, asker);
        Wanted wanted = Wanted.in(mail, asker, conversation);
        Request request = wanted.understood()
                .map(understood -> conversation.request(asker, understood))
                .orElseGet(() -> conversation.request(asker, ""));
        // A stranger's letter that asks for nothing we know is no business of ours.
        if (wanted.understood().isEmpty() && request.subscription().isEmpty()) return DONE;
        Proof proof = request.subscription().map(s -> proofs.of(mail, s)).orElse(Proof.NONE);
        if (proof == Proof.NONE && isSuppressed(request)) return DONE;
        Verdict verdict = budget.ask(from, isSubscriber(request));
        if (wanted.understood().isEmpty())
            return verdict == Verdict.ANSWER
                    ? show(from, mail, request, conversation.unknown(request, wanted.text()), false)
                    : quiet(from, mail, request, verdict, false);
        return understood(from, mail, request, wanted, proof, verdict);
    }

    /** What a stranger writes in; a subscriber has said what they read. */
    private static @Nullable ReaderLanguage language(IncomingMail mail) {
        String said = mail.subject() + String.join(" ", mail.lines());
        if (said.codePoints().anyMatch(c -> UnicodeScript.of(c) == UnicodeScript.HAN)) return ReaderLanguage.ZH;
        boolean latin = said.codePoints().anyMatch(c -> UnicodeScript.of(c) == UnicodeScript.LATIN);
        return latin ? ReaderLanguage.EN : null;
    }

    /** Tries once more to send what could not leave. */
    Handled again(Handled.Reply reply) {
        return dispatch.send(reply);
    }

    private Handled understood(
            EmailAddress from, IncomingMail mail, Request request, Wanted wanted, Proof proof, Verdict verdict) {
        Understood understood = wanted.understood().orElseThrow();
        Command command = understood.command();
        boolean unproven = proof == Proof.NONE && needsProof(command, request);
        if (verdict != Verdict.ANSWER) {
            // Whoever may leave or agree can do so however much was said; only the answer is saved.
            boolean done = !unproven && isAlwaysDone(command) && dispatch.note(mail);
            if (done) perform(from, mail, request, command);
            return quiet(from, mail, request, verdict, done);
        }
        if (unproven) return send(mail, questions.ask(from, mail, request, wanted.text()), false);
        boolean noted = command.name().equals("start");
        if (noted && !dispatch.note(mail)) return DONE;
        Request asked = noted && !proofs.isAligned(mail) ? request.withArgs("") : request;
        return show(from, mail, asked, perform(from, mail, asked, command), noted);
    }

    /** A yes to a change asked about by mail is for {@link ChangeConfirmation}, everything else for the command. */
    private Answer perform(EmailAddress from, IncomingMail mail, Request request, Command command) {
        OptionalLong change = mail.inReplyTo() == null || !command.name().equals("confirm")
                ? OptionalLong.empty()
                : ids.read(Kind.CHANGE, mail.inReplyTo());
        if (change.isEmpty()) return command.answer(request);
        Optional<ChangeRequest> theirs =
                changes.find(change.getAsLong()).filter(kept -> kept.address().equals(from));
        return theirs.isPresent() ? changes.confirm(change.getAsLong()) : says.said(request, "change.over");
    }

    private static boolean isAlwaysDone(Command command) {
        return command.name().equals("stop") || command.name().equals("confirm");
    }

    /** Joining is asked about by itself, agreeing needs the question; who is no member has nothing to change. */
    private static boolean needsProof(Command command, Request request) {
        return command.changes(request.args())
                && !command.name().equals("start")
                && !command.name().equals("confirm")
                && request.subscription()
                        .filter(s -> s.status() != Status.UNSUBSCRIBED && s.status() != Status.GONE)
                        .isPresent();
    }

    private static boolean isSubscriber(Request request) {
        return request.subscription()
                .filter(s -> s.status() == Status.ACTIVE || s.status() == Status.PAUSED)
                .isPresent();
    }

    private static boolean isSuppressed(Request request) {
        return request.subscription()
                .filter(s -> s.status() == Status.SUPPRESSED)
                .isPresent();
    }

    /** The answer goes to the one who left, not to whoever brought the token. */
    private Handled left(EmailAddress from, IncomingMail mail, Asker asker, Subscription gone) {
        if (!from.equals(gone.address()) || gone.status() == Status.SUPPRESSED) return DONE;
        Request request = conversation.request(asker, "");
        if (budget.ask(from, true) != Verdict.ANSWER) return DONE;
        return show(from, mail, request, says.said(request, "stop.done"), false);
    }

    private Handled invalid(EmailAddress from, IncomingMail mail, Asker asker) {
        Request request = conversation.request(asker, "");
        if (!isSubscriber(request)) return DONE;
        Verdict verdict = budget.ask(from, true);
        return verdict == Verdict.ANSWER
                ? show(from, mail, request, says.said(request, "stop.bad.token"), false)
                : quiet(from, mail, request, verdict, false);
    }

    private Handled quiet(EmailAddress from, IncomingMail mail, Request request, Verdict verdict, boolean noted) {
        if (verdict != Verdict.NOTICE) return DONE;
        return show(from, mail, request, says.said(request, "mail.too.many"), noted);
    }

    private Handled show(EmailAddress to, IncomingMail mail, Request request, Answer answer, boolean noted) {
        // A command may have changed the language, or whose mail this is.
        Request after = conversation.request(request.asker(), request.args());
        return send(mail, mails.of(to, mail, after, answer), noted);
    }

    private Handled send(IncomingMail mail, List<AnswerMail> answers, boolean noted) {
        return answers.isEmpty() ? DONE : dispatch.send(new Handled.Reply(mail.messageId(), answers, noted));
    }
}
