package org.postbag.digest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postbag.posts.Length;
import org.postbag.posts.Post;

/**
 * Turns the posts of one stretch into a digest: a post once, a story once, under its best tag. Pure and thread safe; which
 * posts come in is decided by the selection in {@code posts.store}, which tag is best by {@link TagChoice}.
 */
public final class DigestBuilder {

    private static final Comparator<Group> BY_COVERAGE = Comparator.comparingInt(Group::size)
            .reversed()
            .thenComparing(Group::newest, Comparator.reverseOrder())
            .thenComparing(g -> g.first().id());

    /** Builds the digest. The order of {@code posts} does not matter. */
    public Digest build(Collection<Post> posts, DigestOptions o) {
        List<Post> once = newestRevisions(posts);
        List<Group> groups = groups(once);
        TagChoice choice = new TagChoice(once, o.preferredTags());
        Map<String, List<Group>> byTag = new LinkedHashMap<>();
        for (Group group : groups)
            byTag.computeIfAbsent(choice.best(group.posts()), t -> new ArrayList<>())
                    .add(group);
        byTag.values().forEach(list -> list.sort(BY_COVERAGE));
        List<String> tags = choice.order(byTag);
        Map<String, Integer> shown = Caps.share(tags, byTag, o.perTag(), o.max());

        List<Section> sections = new ArrayList<>();
        int number = 1;
        for (String tag : tags) {
            List<Group> all = byTag.getOrDefault(tag, List.of());
            int told = shown.getOrDefault(tag, 0);
            List<Story> stories = new ArrayList<>();
            for (Group group : all.subList(0, told)) stories.add(story(number++, group, tag, choice, o));
            int more =
                    all.subList(told, all.size()).stream().mapToInt(Group::size).sum();
            sections.add(new Section(tag, stories, more));
        }
        return new Digest(
                o.name(),
                o.to().atZone(o.zone()).toLocalDate(),
                o.zone(),
                o.from(),
                o.to(),
                once.size(),
                groups.size(),
                sections,
                o.lang(),
                o.length(),
                ReadingTime.minutes(sections));
    }

    private static Story story(int number, Group group, String tag, TagChoice choice, DigestOptions o) {
        Post lead = group.lead();
        boolean update = lead.firstNumber() > 0 && lead.firstNumber() <= o.cursor();
        return new Story(
                number,
                lead,
                group.also(lead),
                summary(lead, o.length()),
                choice.reason(group, lead, tag, o.to()),
                update);
    }

    static String summary(Post post, Length length) {
        return switch (length) {
            case TITLES -> "";
            case SHORT -> post.summary();
            case LONG -> post.longSummary().isEmpty() ? post.summary() : post.longSummary();
        };
    }

    private static List<Post> newestRevisions(Collection<Post> posts) {
        Map<Long, Post> byId = new TreeMap<>();
        for (Post post : posts) byId.merge(post.id(), post, (a, b) -> a.revision() >= b.revision() ? a : b);
        return List.copyOf(byId.values());
    }

    private static List<Group> groups(List<Post> posts) {
        List<Group> groups = new ArrayList<>();
        Map<Long, List<Post>> told = new HashMap<>();
        for (Post post : posts) {
            if (post.story() == 0) groups.add(Group.of(List.of(post)));
            else told.computeIfAbsent(post.story(), s -> new ArrayList<>()).add(post);
        }
        told.values().forEach(same -> groups.add(Group.of(same)));
        return groups;
    }
}
