package org.postbag.bot.command;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.postbag.subscriptions.Change;

/** {@code /mute word…}: leaves out posts with these tags or words. The way back is {@link UnmuteCommand}. */
public final class MuteCommand implements Command {
    private final Members members;

    public MuteCommand(Members members) {
        this.members = members;
    }

    @Override
    public String name() {
        return "mute";
    }

    @Override
    public String chinese() {
        return "屏蔽";
    }

    @Override
    public boolean changes(String args) {
        return true;
    }

    @Override
    public Answer answer(Request request) {
        if (request.words().isEmpty()) return members.usage(request, this);
        return members.subscriber(request, subscription -> {
            Set<String> mute =
                    new LinkedHashSet<>(subscription.settings().selection().mute());
            mute.addAll(request.words());
            Optional<Change> change = WordLists.mute(mute);
            if (change.isEmpty()) return members.says().said(request, "words.limit");
            return members.change(
                    request,
                    change.get(),
                    "mute.done",
                    members.settings().words(mute, request.lang(), "settings.none"));
        });
    }
}
