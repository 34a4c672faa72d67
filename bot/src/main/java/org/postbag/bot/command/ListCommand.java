package org.postbag.bot.command;

/** {@code /list}: what the reader follows and when it comes. */
public final class ListCommand implements Command {
    private final Members members;

    public ListCommand(Members members) {
        this.members = members;
    }

    @Override
    public String name() {
        return "list";
    }

    @Override
    public String chinese() {
        return "我的订阅";
    }

    @Override
    public Answer answer(Request request) {
        return members.subscriber(
                request,
                s -> Answer.said(
                        members.says().say(request, "list.heading"),
                        members.settings().all(s)));
    }
}
