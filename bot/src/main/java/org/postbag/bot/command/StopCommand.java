package org.postbag.bot.command;

import java.util.List;

/** {@code /stop}, {@code unsubscribe}: ends the subscription at once. */
public final class StopCommand implements Command {
    private final Members members;

    public StopCommand(Members members) {
        this.members = members;
    }

    @Override
    public String name() {
        return "stop";
    }

    @Override
    public String chinese() {
        return "退订";
    }

    @Override
    public List<String> otherWords() {
        return List.of("unsubscribe", "取消订阅");
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Answer answer(Request request) {
        if (request.subscription().isEmpty()) return members.says().said(request, "stop.done");
        members.subscriptions().unsubscribe(request.address());
        return members.says().said(request, "stop.done");
    }
}
