package org.postbag.bot.command;

import java.util.List;
import java.util.stream.Collectors;
import org.postbag.posts.store.PostStore;
import org.postbag.posts.store.TagCount;

/** {@code /tags}: the tags there are, with how many posts each has. */
public final class TagsCommand implements Command {
    private static final int SHOWN = 60;

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
        String lines = tags.stream()
                .limit(SHOWN)
                .map(tag -> tag.tag() + " (" + tag.posts() + ")")
                .collect(Collectors.joining("\n"));
        int more = tags.size() - SHOWN;
        return more > 0
                ? Answer.said(says.say(request, "tags.heading"), lines, says.say(request, "tags.more", more))
                : Answer.said(
                        says.say(request, "tags.heading"),
                        lines,
                        says.say(request, "tags.how", tags.get(0).tag()));
    }
}
