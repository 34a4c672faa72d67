package org.postbag.bot.command;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postbag.bot.token.Tokens;

/** {@code confirm}: the owner of a mailbox wants the subscription; only an answer to the question itself counts. */
public final class ConfirmCommand implements Command {
    private final Members members;
    /** How the mails that ask begin their Message-ID; a name of 16 URL-safe letters. */
    private static final Pattern LINK = Pattern.compile("<link\\.(\\d{1,19})\\.([A-Za-z0-9_-]{16})@");

    private final Tokens tokens;
    private final LinkConfirmation linking;

    public ConfirmCommand(Members members, Tokens tokens, LinkConfirmation linking) {
        this.members = members;
        this.linking = linking;
        this.tokens = tokens;
    }

    @Override
    public String name() {
        return "confirm";
    }

    @Override
    public String chinese() {
        return "确认";
    }

    @Override
    public boolean changes(String args) {
        return true;
    }

    @Override
    public Audience audience() {
        return Audience.EMAIL;
    }

    @Override
    public Answer answer(Request request) {
        Matcher link = LINK.matcher(request.repliedTo() == null ? "" : request.repliedTo());
        if (link.lookingAt() && tokens.same(tokens.name("link " + link.group(1)), link.group(2)))
            return link(request, Long.parseLong(link.group(1)));
        if (request.subscription().isEmpty()) return members.says().said(request, "not.subscribed");
        long id = request.subscription().get().id();
        String expected = "<confirm." + id + "." + tokens.name("confirm " + id) + "@";
        if (request.repliedTo() == null || !request.repliedTo().startsWith(expected))
            return members.says().said(request, "confirm.reply");
        return members.result(request, members.subscriptions().confirm(request.address()), "confirm.done");
    }

    private Answer link(Request request, long id) {
        boolean theirs = linking.open(id)
                .filter(asked -> asked.address().equals(request.address()))
                .isPresent();
        if (theirs && linking.confirm(id) instanceof LinkConfirmation.Outcome.Linked)
            return members.says().said(request, "link.agreed");
        return members.says().said(request, "start.old.link");
    }
}
