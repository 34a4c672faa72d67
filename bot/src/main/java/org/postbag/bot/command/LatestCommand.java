package org.postbag.bot.command;

import java.util.List;
import java.util.Optional;
import org.postbag.posts.Post;
import org.postbag.posts.store.PostQuery;
import org.postbag.posts.store.PostStore;

/** {@code /latest [n]}: the newest posts as a numbered list. */
public final class LatestCommand implements Command {
    private static final int USUAL = 10;
    private static final int MOST = 30;

    private final PostStore posts;
    private final Members members;

    public LatestCommand(PostStore posts, Members members) {
        this.posts = posts;
        this.members = members;
    }

    @Override
    public String name() {
        return "latest";
    }

    @Override
    public String chinese() {
        return "最新";
    }

    @Override
    public Answer answer(Request request) {
        Optional<Integer> count = count(request);
        if (count.isEmpty()) return members.usage(request, this);
        List<Post> newest = posts.list(PostQuery.all().withLimit(count.get()));
        if (newest.isEmpty()) return members.says().said(request, "latest.none");
        return new Answer.Listing(
                members.says().say(request, "latest.heading", newest.size()),
                newest.stream().map(post -> new Answer.Item(post, "")).toList(),
                members.says().say(request, "list.how"));
    }

    private static Optional<Integer> count(Request request) {
        if (request.words().isEmpty()) return Optional.of(USUAL);
        return Numbers.parse(request.args())
                .filter(numbers -> numbers.size() == 1)
                .map(numbers -> numbers.iterator().next())
                .filter(n -> n >= 1)
                .map(n -> Math.min(n, MOST));
    }
}
