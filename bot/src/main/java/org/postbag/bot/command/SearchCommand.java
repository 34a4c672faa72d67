package org.postbag.bot.command;

import java.util.List;
import org.postbag.posts.store.Hit;
import org.postbag.posts.store.PostStore;

/** {@code /search words [p2]}: posts that say the words, best first, as a numbered list of ten a page. */
public final class SearchCommand implements Command {
    private static final int PAGE = 10;

    private final PostStore posts;
    private final Members members;
    private final ListPages pages;

    public SearchCommand(PostStore posts, Members members) {
        this.posts = posts;
        this.members = members;
        this.pages = new ListPages(members.says());
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
        Paging paging = Paging.of(request.args());
        // What is nothing but a page's name may be meant as words, too.
        if (paging.rest().isEmpty()) paging = new Paging(request.args().strip(), 1);
        String words = paging.rest();
        int page = paging.page();
        List<Hit> hits = posts.search(words, PAGE + 1, (page - 1) * PAGE);
        if (hits.isEmpty())
            return page == 1
                    ? members.says().said(request, "search.none", words)
                    : members.says().said(request, "search.no.more", words);
        List<Answer.Item> items = hits.stream()
                .limit(PAGE)
                .map(hit -> new Answer.Item(hit.post(), hit.snippet()))
                .toList();
        return pages.listing(
                request,
                heading(request, words, page),
                items,
                paging.page(),
                PAGE,
                "search " + words,
                hits.size() > PAGE);
    }

    private String heading(Request request, String words, int page) {
        return page == 1
                ? members.says().say(request, "search.heading", words)
                : members.says().say(request, "search.heading.page", words, Integer.toString(page));
    }
}
