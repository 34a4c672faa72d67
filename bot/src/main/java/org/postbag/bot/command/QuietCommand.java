package org.postbag.bot.command;

import java.util.Locale;
import java.util.Optional;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.Quiet;

/** {@code /quiet 23:00-07:00}: in these hours a digest arrives without a sound; {@code /quiet off} ends that. */
public final class QuietCommand implements Command {
    private final Members members;

    public QuietCommand(Members members) {
        this.members = members;
    }

    @Override
    public String name() {
        return "quiet";
    }

    @Override
    public String chinese() {
        return "免打扰";
    }

    @Override
    public boolean changes(String args) {
        return true;
    }

    @Override
    public Answer answer(Request request) {
        String wanted = request.args().strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) return members.usage(request, this);
        if (wanted.equals("off") || wanted.equals("关") || wanted.equals("关闭") || wanted.equals("无"))
            return members.change(request, Change.none().withQuiet(Optional.empty()), "quiet.off");
        try {
            Quiet quiet = Quiet.parse(wanted.replaceAll("\\s*[-–—~至到]\\s*", "-"));
            return members.change(request, Change.none().withQuiet(Optional.of(quiet)), "quiet.done", quiet);
        } catch (IllegalArgumentException e) {
            return members.usage(request, this);
        }
    }
}
