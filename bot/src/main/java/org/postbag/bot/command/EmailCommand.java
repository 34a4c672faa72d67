package org.postbag.bot.command;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postbag.bot.store.LinkRequests;
import org.postbag.bot.store.LinkRequests.Asked;
import org.postbag.bot.store.LinkRequests.Often;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.EmailAddress;
import org.postbag.subscriptions.InvalidAddress;
import org.postbag.subscriptions.Status;
import org.postbag.subscriptions.Subscription;
import org.postbag.subscriptions.TelegramAddress;

/**
 * {@code /email me@example.org}: asks the owner of an inbox whether it shall get the digests, too. What is linked is
 * {@link Inboxes}' to show and to take away, the owner's yes is {@link LinkConfirmation}'s. Whether somebody else gets
 * digests at an address is told to nobody.
 */
public final class EmailCommand implements Command {
    private static final List<String> QUESTION = List.of("?", "add", "添加");

    private final Members members;
    private final LinkRequests requests;
    private final LinkMails mails;
    private final Inboxes inboxes;
    private final Clock clock;

    public EmailCommand(Members members, LinkRequests requests, LinkMails mails, Clock clock) {
        this.members = members;
        this.requests = requests;
        this.mails = mails;
        this.inboxes = new Inboxes(members);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "email";
    }

    @Override
    public String chinese() {
        return "邮箱";
    }

    @Override
    public Audience audience() {
        return Audience.TELEGRAM;
    }

    /** It is about the person who writes, whichever channel they manage: in a group nobody may, administrator or not. */
    @Override
    public boolean concernsSubscription() {
        return false;
    }

    @Override
    public Answer answer(Request request) {
        if (!(request.address() instanceof TelegramAddress chat) || chat.chatId() < 0)
            return members.says().said(request, "email.private");
        return members.subscriber(request, subscription -> {
            String wanted = request.args().strip();
            if (QUESTION.contains(wanted.toLowerCase(Locale.ROOT)))
                return new Answer.Question(members.says().say(request, "email.ask"), name());
            Optional<Answer> done = inboxes.answer(request, subscription);
            return done.isPresent() ? done.get() : ask(request, subscription, wanted);
        });
    }

    private Answer ask(Request request, Subscription subscription, String wanted) {
        Says says = members.says();
        Optional<EmailAddress> address = address(wanted);
        if (address.isEmpty())
            return Answer.said(says.say(request, "form.bad.email"), says.say(request, "usage", usage(request)));
        if (!LinkConfirmation.mayLink(subscription))
            return Answer.said(members.settings().next(subscription));
        Optional<Subscription> there = members.subscriptions().find(address.get());
        if (there.filter(inbox -> inbox.reader().equals(subscription.reader()) && inbox.isActive())
                .isPresent()) return says.said(request, "email.already");
        Asked asked = requests.ask(subscription.id(), address.get(), clock.instant());
        if (asked instanceof Asked.TooOften often && often.often() == Often.ASKER)
            return says.said(request, "email.often");
        boolean unwanted = there.filter(inbox -> isKeptOut(inbox.status())).isPresent();
        if (asked instanceof Asked.Kept kept && !unwanted) mails.ask(kept.request(), request.lang());
        // The same sentence whatever is known of the address: it is not the asker's business yet.
        return says.said(request, "email.asked", address.get().mailbox());
    }

    private String usage(Request request) {
        return members.says().say(request, "usage.email");
    }

    private static boolean isKeptOut(Status status) {
        return status == Status.SUPPRESSED || status == Status.BLOCKED;
    }

    /** As people paste it: in angle brackets, as a link, with a full stop behind it. */
    static Optional<EmailAddress> address(String typed) {
        String plain = typed.strip()
                .replaceFirst("(?i)^mailto:", "")
                .replaceFirst("^[^<>]*<([^<>]*)>.*$", "$1")
                .replaceFirst("[。.,;、]+$", "");
        try {
            return Optional.of((EmailAddress) Address.parse("email:" + plain));
        } catch (InvalidAddress e) {
            return Optional.empty(); // the answer shows one that is right
        }
    }
}
