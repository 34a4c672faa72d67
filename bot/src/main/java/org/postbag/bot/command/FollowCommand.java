package org.postbag.bot.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postbag.posts.collect.Tagger;
import org.postbag.posts.store.PostStore;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.Result;
import org.postbag.subscriptions.Subscription;

/** {@code /follow tag…}: adds tags to what the reader gets. The way back is {@link UnfollowCommand}. */
public final class FollowCommand implements Command {
    private final Members members;
    private final Tagger tagger;
    private final PostStore posts;

    public FollowCommand(Members members, Tagger tagger, PostStore posts) {
        this.members = members;
        this.tagger = tagger;
        this.posts = posts;
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
        return members.subscriber(request, subscription -> follow(request, subscription));
    }

    private Answer follow(Request request, Subscription subscription) {
        KnownTags known = new KnownTags(posts.tags(), tagger);
        List<String> added = known.read(request.args());
        if (added.isEmpty()) return members.usage(request, this);
        Set<String> tags =
                new LinkedHashSet<>(subscription.settings().selection().tags());
        for (String tag : added) if (!known.among(tags, tag)) tags.add(tag);
        Optional<Change> change = WordLists.tags(tags);
        if (change.isEmpty()) return members.says().said(request, "words.limit");
        Result result = members.subscriptions().set(request.address(), change.get());
        String names = members.settings().words(new LinkedHashSet<>(added), request.lang(), "settings.none");
        Answer done = members.result(request, result, "follow.done", names);
        Optional<String> remark = known.remark(request, members.says(), added);
        if (!(result instanceof Result.Done) || !(done instanceof Answer.Said said) || remark.isEmpty()) return done;
        List<String> paragraphs = new ArrayList<>(said.paragraphs());
        paragraphs.add(1, remark.get());
        return new Answer.Said(paragraphs);
    }
}
