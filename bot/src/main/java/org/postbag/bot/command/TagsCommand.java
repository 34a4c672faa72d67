package org.postbag.bot.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.postbag.posts.store.PostStore;
import org.postbag.posts.store.TagCount;
import org.postbag.subscriptions.EmailAddress;

/** {@code /tags}: the tags there are, with how many posts each has, thirty a page. */
public final class TagsCommand implements Command {
    private static final int PAGE = 30;

    private final PostStore posts;
    private final Says says;

    public TagsCommand(PostStore posts, Says says) {
        this.posts = posts;
        this.says = says;
    }

    @Override
    public String name() {
        return "tags";
    }

    @Override
    public String chinese() {
        return "标签";
    }

    @Override
    public Answer answer(Request request) {
        List<TagCount> tags = posts.tags();
        if (tags.isEmpty()) return says.said(request, "tags.none");
        int pages = Paging.pages(tags.size(), PAGE);
        int page = Paging.of(request.args()).within(pages);
        String lines = Paging.slice(tags, page, PAGE).stream()
                .map(tag -> tag.tag() + " (" + tag.posts() + ")")
                .collect(Collectors.joining("\n"));
        List<String> paragraphs = new ArrayList<>(List.of(
                says.say(request, "tags.heading"),
                lines,
                says.say(request, "tags.how", tags.get(0).tag())));
        // Where there are no buttons, the next page has to be asked for in words.
        if (request.address() instanceof EmailAddress && page < pages)
            paragraphs.add(says.say(request, "page.next", "tags p" + (page + 1)));
        List<List<Button>> rows = new ArrayList<>(Paging.row("tags", page, pages));
        rows.add(List.of(Button.does(says.say(request, "button.tags.choose"), "settings tags")));
        return new Answer.Menu(paragraphs, rows);
    }
}
