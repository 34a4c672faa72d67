package org.postbag.bot.command;

import java.util.List;
import org.postbag.posts.store.Hit;
import org.postbag.posts.store.PostStore;

/** {@code /search words}: posts that say the words, best first, as a numbered list. */
public final class SearchCommand implements Command {
    private static final int SHOWN = 10;

    private final PostStore posts;
    private final Members members;

    public SearchCommand(PostStore posts, Members members) {
        this.posts = posts;
        this.members = members;
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public String chinese() {
        return "搜索";
    }

    @Override
    public Answer answer(Request request) {
        if (request.args().isBlank()) return members.usage(request, this);
        List<Hit> hits = posts.search(request.args(), SHOWN, 0);
        if (hits.isEmpty()) return members.says().said(request, "search.none", request.args());
        return new Answer.Listing(
                members.says().say(request, "search.heading", request.args()),
                hits.stream()
                        .map(hit -> new Answer.Item(hit.post(), hit.snippet()))
                        .toList(),
                members.says().say(request, "list.how"));
    }
}
