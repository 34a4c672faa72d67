package org.postbag.digest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postbag.posts.Post;

/**
 * Turns the posts of one stretch into a digest: a post once, a story once, under its best tag. Pure and thread safe; which
 * posts come in is decided by the selection in {@code posts.store}, which tag is best by {@link TagChoice}, which
 * story comes first by {@link StoryRanking}.
 */
public final class DigestBuilder {

    /** Builds the digest. The order of {@code posts} does not matter. */
    public Digest build(Collection<Post> posts, DigestOptions o) {
        List<Post> once = newestRevisions(posts);
        TagChoice choice = new TagChoice(once, o.preferredTags());
        StoryRanking ranking = new StoryRanking(o.weights(), o.to());
        List<List<Post>> told = byStory(once);
        for (List<Post> same : told) {
            Group group = Group.of(same, o, choice, ranking);
            choice.best(group.posts()).add(group);
        }
        List<Topic> topics = choice.order();
        List<Section> sections = sections(topics, ranking, o);
        return new Digest(
                o.name(),
                o.to().atZone(o.zone()).toLocalDate(),
                o.zone(),
                o.from(),
                o.to(),
                once.size(),
                told.size(),
                sections,
                o.lang(),
                o.length(),
                ReadingTime.minutes(sections));
    }

    private static List<Section> sections(List<Topic> topics, StoryRanking ranking, DigestOptions o) {
        StoryReason reason = new StoryReason(ranking, o.to());
        int[] shown = Caps.share(topics, o.perTag(), o.max());
        List<Section> sections = new ArrayList<>();
        int number = 1;
        for (int i = 0; i < shown.length; i++) {
            Topic topic = topics.get(i);
            List<Story> stories = new ArrayList<>();
            int more = 0;
            for (Group group : topic.groups()) {
                if (stories.size() == shown[i]) {
                    more += group.size();
                    continue;
                }
                Post lead = group.lead(ranking);
                boolean update = group.sentBefore() || (lead.firstNumber() > 0 && lead.firstNumber() <= o.cursor());
                stories.add(
                        Story.of(number++, lead, group.also(lead), o.length(), reason.of(group, lead, topic), update));
            }
            sections.add(new Section(topic.tag, stories, more));
        }
        return sections;
    }

    private static List<Post> newestRevisions(Collection<Post> posts) {
        Map<Long, Post> byId = new TreeMap<>();
        for (Post post : posts) byId.merge(post.id(), post, (a, b) -> a.revision() >= b.revision() ? a : b);
        return List.copyOf(byId.values());
    }

    private static List<List<Post>> byStory(List<Post> posts) {
        List<List<Post>> stories = new ArrayList<>();
        Map<Long, List<Post>> told = new HashMap<>();
        for (Post post : posts) {
            if (post.story() == 0) stories.add(List.of(post));
            else told.computeIfAbsent(post.story(), s -> new ArrayList<>()).add(post);
        }
        stories.addAll(told.values());
        return stories;
    }
}
