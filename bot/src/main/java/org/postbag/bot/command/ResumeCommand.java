package org.postbag.bot.command;

/** {@code /resume}: digests come again. */
public final class ResumeCommand implements Command {
    private final Members members;

    public ResumeCommand(Members members) {
        this.members = members;
    }

    @Override
    public String name() {
        return "resume";
    }

    @Override
    public String chinese() {
        return "恢复";
    }

    @Override
    public boolean changes(String args) {
        return true;
    }

    @Override
    public Answer answer(Request request) {
        return members.subscriber(
                request,
                s -> members.result(request, members.subscriptions().resume(request.address()), "resume.done"));
    }
}
