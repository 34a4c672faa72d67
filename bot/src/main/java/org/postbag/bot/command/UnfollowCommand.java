package org.postbag.bot.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.config.Nearest;
import org.postbag.posts.collect.Tagger;
import org.postbag.posts.store.TagCount;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.Subscription;

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
        return members.subscriber(request, subscription -> unfollow(request, subscription));
    }

    private Answer unfollow(Request request, Subscription subscription) {
        Set<String> before = subscription.settings().selection().tags();
        // What is followed is what can be named here, whether posts have it or not.
        KnownTags followed =
                new KnownTags(before.stream().map(tag -> new TagCount(tag, 0)).toList(), tagger);
        Set<String> tags = new LinkedHashSet<>(before);
        List<String> unknown = new ArrayList<>();
        for (String tag : followed.read(request.args()))
            if (!tags.removeIf(other -> followed.same(other, tag))) unknown.add(tag);
        if (tags.size() == before.size()) return notFollowed(request, unknown, before);
        return members.change(
                request,
                Change.none().withTags(tags),
                "unfollow.done",
                members.settings().words(tags, request.lang(), "settings.everything"));
    }

    private Answer notFollowed(Request request, List<String> unknown, Set<String> followed) {
        if (unknown.isEmpty()) return members.usage(request, this);
        String names = members.settings().words(new LinkedHashSet<>(unknown), request.lang(), "settings.none");
        String all = members.settings().words(followed, request.lang(), "settings.everything");
        @Nullable String nearest = Nearest.to(unknown.get(0), followed);
        return nearest == null
                ? members.says().said(request, "unfollow.unknown", names, all)
                : members.says().said(request, "unfollow.unknown.nearest", names, nearest, all);
    }
}
