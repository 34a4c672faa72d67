package org.postbag.bot.command;

import org.postbag.bot.token.Tokens;

/** {@code confirm}: the owner of a mailbox wants the subscription; only an answer to the question itself counts. */
public final class ConfirmCommand implements Command {
    private final Members members;
    private final Tokens tokens;

    public ConfirmCommand(Members members, Tokens tokens) {
        this.members = members;
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
        if (request.subscription().isEmpty()) return members.says().said(request, "not.subscribed");
        long id = request.subscription().get().id();
        String expected = "<confirm." + id + "." + tokens.name("confirm " + id) + "@";
        if (request.repliedTo() == null || !request.repliedTo().startsWith(expected))
            return members.says().said(request, "confirm.reply");
        return members.result(request, members.subscriptions().confirm(request.address()), "confirm.done");
    }
}
