package org.postbag.bot.command;

import java.util.LinkedHashSet;
import java.util.Set;
import org.postbag.posts.collect.Tagger;
import org.postbag.subscriptions.Change;

/** {@code /follow tag…}: adds tags to what the reader gets. The way back is {@link UnfollowCommand}. */
public final class FollowCommand implements Command {
    private final Members members;
    private final Tagger tagger;

    public FollowCommand(Members members, Tagger tagger) {
        this.members = members;
        this.tagger = tagger;
    }

    @Override
    public String name() {
        return "follow";
    }

    @Override
    public String chinese() {
        return "关注";
    }

    @Override
    public boolean changes(String args) {
        return true;
    }

    @Override
    public Answer answer(Request request) {
        if (request.words().isEmpty()) return members.usage(request, this);
        return members.subscriber(request, subscription -> {
            Set<String> tags =
                    new LinkedHashSet<>(subscription.settings().selection().tags());
            Set<String> added = new LinkedHashSet<>();
            for (String word : request.words())
                added.add(tagger.canonical(word.startsWith("#") ? word.substring(1) : word));
            tags.addAll(added);
            return members.change(
                    request,
                    Change.none().withTags(tags),
                    "follow.done",
                    members.settings().words(added, request.lang(), "settings.none"));
        });
    }
}
