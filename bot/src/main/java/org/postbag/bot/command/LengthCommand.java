package org.postbag.bot.command;

import java.util.List;
import java.util.Optional;
import org.postbag.posts.Length;
import org.postbag.subscriptions.Change;

/** {@code /length short}: how much of each post a digest tells. */
public final class LengthCommand implements Command {
    private static final List<String> KNOWN = List.of("titles", "short", "long", "标题", "短", "长", "仅标题", "简短", "详细");

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
        if (length.isEmpty()) return members.usage(request, this, request.args(), KNOWN);
        return members.change(
                request,
                Change.none().withLength(length.get()),
                "length.done",
                members.says().say(request, "length." + length.get().word()));
    }
}
