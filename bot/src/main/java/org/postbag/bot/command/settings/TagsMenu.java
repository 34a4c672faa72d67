package org.postbag.bot.command.settings;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postbag.bot.command.Answer;
import org.postbag.bot.command.Button;
import org.postbag.bot.command.KnownTags;
import org.postbag.bot.command.Members;
import org.postbag.bot.command.Paging;
import org.postbag.bot.command.WordLists;
import org.postbag.posts.collect.Tagger;
import org.postbag.posts.store.PostStore;
import org.postbag.posts.store.TagCount;
import org.postbag.subscriptions.Change;

/** The tags there are with their number of posts, page by page, each to be followed or not. */
final class TagsMenu extends SettingsMenu {
    private static final int PAGE = 16;
    private static final int LABEL = 24;

    private final PostStore posts;
    private final Tagger tagger;

    TagsMenu(Members members, PostStore posts, Tagger tagger) {
        super(members);
        this.posts = posts;
        this.tagger = tagger;
    }

    @Override
    Map<String, String> words() {
        return Map.ofEntries(
                Map.entry("tags", "tags"),
                Map.entry("话题", "tags"),
                Map.entry("标签", "tags"),
                Map.entry("follow", "follow"),
                Map.entry("关注", "follow"),
                Map.entry("unfollow", "unfollow"),
                Map.entry("取消关注", "unfollow"),
                Map.entry("everything", "everything"),
                Map.entry("全部", "everything"));
    }

    @Override
    boolean changes(String word, String rest) {
        return word.equals("everything")
                || (!word.equals("tags") && !Paging.of(rest).rest().isEmpty());
    }

    @Override
    Answer answer(Visit visit, String word, String rest) {
        Paging paging = Paging.of(rest);
        KnownTags known = new KnownTags(posts.tags(), tagger);
        if (!changes(word, rest)) return show(visit, known, paging);
        Set<String> followed = new LinkedHashSet<>();
        if (!word.equals("everything"))
            followed.addAll(visit.settings().selection().tags());
        String tag = known.named(paging.rest());
        if (word.equals("unfollow")) followed.removeIf(other -> known.same(other, tag));
        else if (word.equals("follow") && !known.among(followed, tag)) followed.add(tag);
        Optional<Change> change = WordLists.tags(followed);
        if (change.isEmpty()) return members().says().said(visit.request(), "words.limit");
        return set(visit, change.get(), after -> show(after, known, paging));
    }

    private Answer show(Visit visit, KnownTags known, Paging paging) {
        Set<String> followed = visit.settings().selection().tags();
        List<TagCount> all = new ArrayList<>(known.all());
        for (String tag : followed) if (!known.exists(tag)) all.add(new TagCount(tag, 0));
        int pages = Paging.pages(all.size(), PAGE);
        int page = paging.within(pages);
        List<Button> tags = new ArrayList<>();
        for (TagCount tag : Paging.slice(all, page, PAGE))
            tags.add(button(tag, known.among(followed, tag.tag()), page));
        List<List<Button>> rows = new ArrayList<>(rows(tags, 2));
        rows.addAll(Paging.row("settings tags", page, pages));
        rows.add(List.of(choice(followed.isEmpty(), say(visit, "button.everything"), "everything p" + page)));
        String is =
                say(visit, "settings.tags", members().settings().words(followed, visit.lang(), "settings.everything"));
        return menu(visit, explained(visit, is, all.isEmpty() ? "tags.none" : "menu.tags"), rows, "follow");
    }

    private static Button button(TagCount tag, boolean followed, int page) {
        String name = tag.tag();
        boolean whole = name.codePointCount(0, name.length()) <= LABEL;
        String label = whole ? name : name.substring(0, name.offsetByCodePoints(0, LABEL - 1)) + "…";
        String does = (followed ? "unfollow " : "follow ") + name + " p" + page;
        return choice(followed, label + " (" + tag.posts() + ")", does);
    }
}
