package org.postbag.bot.command;

import java.util.List;
import java.util.Optional;
import org.postbag.posts.Post;
import org.postbag.posts.store.PostQuery;
import org.postbag.posts.store.PostStore;

/** {@code /latest [n] [p2]}: the newest posts as a numbered list, with older ones on its further pages. */
public final class LatestCommand implements Command {
    private static final int USUAL = 10;
    private static final int MOST = 30;
    private static final int MOST_PAGES = 10;

    private final PostStore posts;
    private final Members members;
    private final ListPages pages;

    public LatestCommand(PostStore posts, Members members) {
        this.posts = posts;
        this.members = members;
        this.pages = new ListPages(members.says());
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
        Paging paging = Paging.of(request.args());
        Optional<Integer> count = count(request.withArgs(paging.rest()));
        if (count.isEmpty()) return members.usage(request, this);
        int size = count.get();
        int page = Math.min(paging.page(), MOST_PAGES);
        List<Post> all = posts.list(PostQuery.all().withLimit(page * size + 1));
        List<Post> shown = Paging.slice(all, page, size);
        if (shown.isEmpty()) return members.says().said(request, page == 1 ? "latest.none" : "latest.no.more");
        String heading = page == 1
                ? members.says().say(request, "latest.heading", shown.size())
                : members.says().say(request, "latest.heading.page", Integer.toString(page));
        List<Answer.Item> items =
                shown.stream().map(post -> new Answer.Item(post, "")).toList();
        boolean more = all.size() > page * size && page < MOST_PAGES;
        return pages.listing(request, heading, items, page, size, size == USUAL ? "latest" : "latest " + size, more);
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
