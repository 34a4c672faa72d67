package org.postbag.bot.command;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.config.Nearest;
import org.postbag.subscriptions.Change;

/** {@code /unmute word…}: lets muted tags and words through again. */
public final class UnmuteCommand implements Command {
    private final Members members;

    public UnmuteCommand(Members members) {
        this.members = members;
    }

    @Override
    public String name() {
        return "unmute";
    }

    @Override
    public String chinese() {
        return "取消屏蔽";
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
            int before = mute.size();
            // What was muted elsewhere may be several words.
            if (!WordLists.remove(mute, request.args()))
                for (String word : request.words()) WordLists.remove(mute, word);
            if (mute.size() == before) return notMuted(request, mute);
            return members.change(
                    request,
                    Change.none().withMute(mute),
                    "mute.done",
                    members.settings().words(mute, request.lang(), "settings.none"));
        });
    }

    private Answer notMuted(Request request, Set<String> mute) {
        String word = request.words().get(0);
        String all = members.settings().words(mute, request.lang(), "settings.none");
        @Nullable String nearest = Nearest.to(word, mute);
        return nearest == null
                ? members.says().said(request, "unmute.unknown", word, all)
                : members.says().said(request, "unmute.unknown.nearest", word, nearest, all);
    }
}
