package org.postbag.bot.command;

/** {@code /settings}: every setting, and the command that changes each. */
public final class SettingsCommand implements Command {
    private final Members members;

    public SettingsCommand(Members members) {
        this.members = members;
    }

    @Override
    public String name() {
        return "settings";
    }

    @Override
    public String chinese() {
        return "设置";
    }

    @Override
    public Answer answer(Request request) {
        return members.subscriber(
                request,
                s -> Answer.said(
                        members.says().say(request, "list.heading"),
                        members.settings().all(s),
                        members.says().say(request, "settings.how")));
    }
}
