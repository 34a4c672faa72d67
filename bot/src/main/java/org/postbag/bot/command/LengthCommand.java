package org.postbag.bot.command;

import java.util.Optional;
import org.postbag.posts.Length;
import org.postbag.subscriptions.Change;

/** {@code /length short}: how much of each post a digest tells. */
public final class LengthCommand implements Command {
    private final Members members;

    public LengthCommand(Members members) {
        this.members = members;
    }

    @Override
    public String name() {
        return "length";
    }

    @Override
    public String chinese() {
        return "长度";
    }

    @Override
    public boolean changes(String args) {
        return true;
    }

    @Override
    public Answer answer(Request request) {
        Optional<Length> length = Length.of(request.args());
        if (length.isEmpty()) return members.usage(request, this);
        return members.change(
                request,
                Change.none().withLength(length.get()),
                "length.done",
                members.says().say(request, "length." + length.get().word()));
    }
}
