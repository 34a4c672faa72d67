package org.postbag.bot.command;

import java.util.LinkedHashSet;
import java.util.Set;
import org.postbag.posts.collect.Tagger;
import org.postbag.subscriptions.Change;

/** {@code /unfollow tag…}: takes tags away again; with the last one gone, everything is sent. */
public final class UnfollowCommand implements Command {
    private final Members members;
    private final Tagger tagger;

    public UnfollowCommand(Members members, Tagger tagger) {
        this.members = members;
        this.tagger = tagger;
    }

    @Override
    public String name() {
        return "unfollow";
    }

    @Override
    public String chinese() {
        return "取消关注";
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
            Set<String> unknown = new LinkedHashSet<>();
            for (String word : request.words()) {
                String tag = tagger.canonical(word.startsWith("#") ? word.substring(1) : word);
                if (!tags.removeIf(tag::equalsIgnoreCase)) unknown.add(tag);
            }
            if (!unknown.isEmpty())
                return members.says()
                        .said(
                                request,
                                "unfollow.unknown",
                                members.settings().words(unknown, request.lang(), "settings.none"),
                                members.settings()
                                        .words(
                                                subscription
                                                        .settings()
                                                        .selection()
                                                        .tags(),
                                                request.lang(),
                                                "settings.everything"));
            return members.change(
                    request,
                    Change.none().withTags(tags),
                    "unfollow.done",
                    members.settings().words(tags, request.lang(), "settings.everything"));
        });
    }
}
