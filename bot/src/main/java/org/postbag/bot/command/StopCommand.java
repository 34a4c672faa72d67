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
    public boolean changes(String args) {
        return !isQuestion(args);
    }

    @Override
    public boolean concernsSubscription() {
        return true;
    }

    /** What the button below a digest says, which is easily pressed by mistake. */
    private static boolean isQuestion(String args) {
        return args.strip().equals("?");
    }

    @Override
    public Answer answer(Request request) {
        Says says = members.says();
        if (isQuestion(request.args()))
            return new Answer.Menu(
                    List.of(says.say(request, "stop.sure")),
                    List.of(List.of(
                            Button.does(says.say(request, "button.stop.yes"), "stop"),
                            Button.does(says.say(request, "button.stop.no"), "settings"))));
        if (request.subscription().isEmpty()) return members.says().said(request, "stop.done");
        members.subscriptions().unsubscribe(request.address());
        return members.says().said(request, "stop.done");
    }
}
