package org.postbag.digest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.Post;
import org.postbag.posts.TagPath;

/**
 * Which tag a story stands under, and in which order the tags come: a followed one first, in the reader's order; otherwise
 * the one with the most posts in this digest; of a tag and one below it ({@link TagPath}) the more particular. Following a
 * tag is following those below it. Case does not tell tags apart.
 */
final class TagChoice {

    private final Map<String, Topic> bySpelling = new HashMap<>();
    private final Map<String, Topic> byFolded = new HashMap<>();
    private final Topic none = new Topic("", null);
    private boolean nested;

    TagChoice(List<Post> posts, List<String> preferred) {
        int rank = 0;
        for (String tag : preferred) {
            Topic topic = topic(tag);
            if (topic != none && topic.followed() != topic) topic.follow(rank++);
        }
        for (int i = 0; i < posts.size(); i++) {
            for (String tag : posts.get(i).topics()) {
                Topic topic = topic(tag);
                if (topic != none) topic.count(i);
            }
        }
    }

    /** The best topic for a story's posts, earliest first; that of stories without a tag when none has one. */
    Topic best(List<Post> posts) {
        Topic best = best(posts, null);
        if (best == null) return none;
        while (nested) {
            Topic finer = best(posts, best);
            if (finer == null) break;
            best = finer;
        }
        return best;
    }

    /** @param above only tags below this one are looked at; null for all */
    private @Nullable Topic best(List<Post> posts, @Nullable Topic above) {
        Topic best = null;
        for (Post post : posts) {
            for (String tag : post.topics()) {
                Topic topic = topic(tag);
                if (topic == none || topic == best || (above != null && !topic.isBelow(above))) continue;
                if (best == null || better(topic, best)) best = topic;
            }
        }
        return best;
    }

    private static boolean better(Topic topic, Topic than) {
        int rank = topic.rank();
        int best = than.rank();
        // Equal counts: the tag named first stays.
        return rank == best ? topic.posts() > than.posts() : rank < best;
    }

    /** How many of the reader's tags a story has. */
    int followedTags(List<Post> posts) {
        long bits = 0;
        for (Post post : posts)
            for (String tag : post.topics()) bits |= topic(tag).followedBits();
        return Long.bitCount(bits);
    }

    /** The topics that stories were put under, in the order they are shown; those without a tag last. */
    List<Topic> order() {
        List<Topic> topics = new ArrayList<>();
        for (Topic topic : byFolded.values()) if (!topic.groups().isEmpty()) topics.add(topic);
        topics.forEach(Topic::close);
        topics.sort(Topic::compare);
        if (!none.groups().isEmpty()) {
            none.close();
            topics.add(none);
        }
        return topics;
    }

    private Topic topic(String tag) {
        Topic known = bySpelling.get(tag);
        if (known == null) {
            known = met(tag);
            bySpelling.put(tag, known);
        }
        return known;
    }

    private Topic met(String tag) {
        if (tag.isBlank()) return none;
        String folded = tag.strip().toLowerCase(Locale.ROOT);
        Topic known = byFolded.get(folded);
        if (known != null) return known;
        String above = TagPath.parent(tag);
        if (above != null) nested = true;
        Topic topic = new Topic(tag, above == null ? null : topic(above));
        byFolded.put(folded, topic);
        return topic;
    }
}
