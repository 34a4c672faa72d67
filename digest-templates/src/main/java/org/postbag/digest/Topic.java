package org.postbag.digest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One tag within one digest: its place under more general tags, how many posts carry it, and the stories that stand under it.
 * {@link TagChoice} makes and fills them; they live as long as one digest is being built.
 */
final class Topic {

    /** The rank of a tag that the reader does not follow. */
    static final int NOT_FOLLOWED = Integer.MAX_VALUE;

    final String tag;
    final @Nullable Topic parent;
    private final int depth;
    private int ownRank = NOT_FOLLOWED;
    private int posts;
    private int lastPost = -1;
    private final List<Group> groups = new ArrayList<>();
    private int branchRank = NOT_FOLLOWED;
    private int branchPosts;

    /** @param tag as it is spelled where it was met first; empty for stories without a tag */
    Topic(String tag, @Nullable Topic parent) {
        this.tag = tag;
        this.parent = parent;
        this.depth = parent == null ? 0 : parent.depth + 1;
    }

    void follow(int rank) {
        if (ownRank == NOT_FOLLOWED) ownRank = rank;
    }

    /** The tag by which the reader follows this one: itself or a more general one; null when the reader does not. */
    @Nullable
    Topic followed() {
        for (Topic topic = this; topic != null; topic = topic.parent) if (topic.ownRank != NOT_FOLLOWED) return topic;
        return null;
    }

    /** Place in the reader's order, from 0. */
    int rank() {
        Topic followed = followed();
        return followed == null ? NOT_FOLLOWED : followed.ownRank;
    }

    /** The followed tags this one stands for, a bit each; those after the reader's 64th are not told apart. */
    long followedBits() {
        long bits = 0;
        for (Topic topic = this; topic != null; topic = topic.parent)
            if (topic.ownRank != NOT_FOLLOWED) bits |= 1L << Math.min(topic.ownRank, 63);
        return bits;
    }

    /** Counts a post for this tag and the more general ones, however many of them it names. */
    void count(int post) {
        for (Topic topic = this; topic != null && topic.lastPost != post; topic = topic.parent) {
            topic.lastPost = post;
            topic.posts++;
        }
    }

    /** How many posts carry it or a tag below it. */
    int posts() {
        return posts;
    }

    boolean isBelow(Topic other) {
        for (Topic topic = parent; topic != null; topic = topic.parent) if (topic == other) return true;
        return false;
    }

    void add(Group group) {
        groups.add(group);
    }

    /** The stories under it; in the order they are told once {@link #close} was called. */
    List<Group> groups() {
        return groups;
    }

    /** How many of them may be told: those the reader does not know already. */
    int tellable() {
        int tellable = groups.size();
        while (tellable > 0 && !groups.get(tellable - 1).isNews()) tellable--;
        return tellable;
    }

    /** Orders its stories and tells the more general tags how much there is below them. */
    void close() {
        groups.sort(StoryRanking.ORDER);
        int rank = rank();
        int size = 0;
        for (Group group : groups) size += group.size();
        for (Topic topic = this; topic != null; topic = topic.parent) {
            topic.branchRank = Math.min(topic.branchRank, rank);
            topic.branchPosts += size;
        }
    }

    /**
     * In the order they are shown: families stay together, the general before the particular; families, and the tags within
     * one, come by the reader's order, then by posts, then by name.
     */
    static int compare(Topic a, Topic b) {
        if (a == b) return 0;
        Topic left = a;
        Topic right = b;
        while (left.depth > right.depth && left.parent != null) left = left.parent;
        while (right.depth > left.depth && right.parent != null) right = right.parent;
        if (left == right) return Integer.compare(a.depth, b.depth);
        while (left.parent != null && right.parent != null && left.parent != right.parent) {
            left = left.parent;
            right = right.parent;
        }
        if (left.branchRank != right.branchRank) return Integer.compare(left.branchRank, right.branchRank);
        if (left.branchPosts != right.branchPosts) return Integer.compare(right.branchPosts, left.branchPosts);
        return left.tag.compareTo(right.tag);
    }
}
