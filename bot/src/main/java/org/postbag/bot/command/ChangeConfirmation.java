package org.postbag.bot.command;

import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import org.postbag.bot.store.ChangeRequest;
import org.postbag.bot.store.ChangeRequests;
import org.postbag.posts.ReaderLanguage;

/**
 * The owner of an inbox agrees to a change that a mail asked for in its name without proof. The mail's reply and the web
 * page bring the request's id.
 */
public final class ChangeConfirmation {
    private static final int LONGEST = 60;

    /** What could be a link or an address is not repeated to somebody who may not have written it. */
    private static final Pattern HARMLESS = Pattern.compile("[\\p{L}\\p{N} ,，、;；:：/+_-]*");

    private static final Pattern LINK = Pattern.compile("(?i)//|www|https?|\\d{7,}");

    private final ChangeRequests requests;
    private final Conversation conversation;
    private final Says says;
    private final Clock clock;

    public ChangeConfirmation(ChangeRequests requests, Conversation conversation, Says says, Clock clock) {
        this.requests = requests;
        this.conversation = conversation;
        this.says = says;
        this.clock = clock;
    }

    /** The request, while it can be agreed to; changes nothing. */
    public Optional<ChangeRequest> open(long id) {
        return requests.find(id).filter(request -> request.done() == null && isYoung(request));
    }

    /** The request in whatever state, until it is forgotten. */
    public Optional<ChangeRequest> find(long id) {
        return requests.find(id);
    }

    /** The language of whoever is asked. */
    public ReaderLanguage language(ChangeRequest request) {
        return conversation.request(asker(request), "").lang();
    }

    private boolean isYoung(ChangeRequest request) {
        return request.asked().plus(ChangeRequests.VALID).isAfter(clock.instant());
    }

    /** What is asked for, fit to be shown: the command's word, and what follows it unless that could lead somewhere. */
    public String words(ChangeRequest request, ReaderLanguage lang) {
        Optional<Conversation.Understood> understood = conversation.understand(request.command(), asker(request));
        if (understood.isEmpty()) return "";
        Command command = understood.get().command();
        String word = lang == ReaderLanguage.ZH ? command.chinese() : command.name();
        String args = understood.get().args().replaceAll("\\s+", " ");
        boolean shown = args.length() <= LONGEST
                && HARMLESS.matcher(args).matches()
                && !LINK.matcher(args).find();
        return shown && !args.isEmpty() ? word + " " + args : word;
    }

    /**
     * Carries the change out in the name of the address, once; the answer says what came of it. Silence when there never
     * was such a request, or so long ago that it was forgotten.
     */
    public Answer confirm(long id) {
        Optional<ChangeRequest> found = requests.find(id);
        if (found.isEmpty()) return new Answer.Silence();
        Request request = conversation.request(asker(found.get()), "");
        if (found.get().done() != null) return says.said(request, "change.done.before");
        if (!isYoung(found.get())) return says.said(request, "change.over");
        if (!requests.use(id, clock.instant())) return says.said(request, "change.done.before");
        Asker asker = asker(found.get());
        return conversation
                .understand(found.get().command(), asker)
                .map(understood -> understood.command().answer(conversation.request(asker, understood)))
                .orElseGet(() -> says.said(request, "change.over"));
    }

    private static Asker asker(ChangeRequest request) {
        return Asker.at(request.address(), null);
    }
}
