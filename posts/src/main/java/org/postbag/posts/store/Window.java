package org.postbag.posts.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.Post;
import org.postbag.posts.Selection;
import org.postbag.posts.TagPath;
import org.postbag.posts.text.Han;

/**
 * Posts numbered in one stretch, loaded once and shared by every subscription whose cursor lies in it. Words are looked
 * up in the full-text index once each and kept. Not thread safe.
 */
public final class Window {
    /** Words kept at a time; a bound for memory, far above what readers of one window follow. */
    private static final int MAX_WORDS = 50_000;

    private final long after;
    private final long upTo;
    private final List<Post> posts;
    private final Function<String, List<Long>> index;
    private final @Nullable Window before;
    private final Han han = new Han();
    private final Map<String, BitSet> byTopic = new HashMap<>();
    private final Map<Long, Integer> places = new HashMap<>();
    private final Map<String, BitSet> topicsAsked = new HashMap<>();
    private final Map<String, BitSet> wordsAsked = new HashMap<>();

    /**
     * @param index which posts of the window say a word
     * @param before earlier posts that tell a story of this window's
     */
    Window(long after, long upTo, List<Post> posts, Function<String, List<Long>> index, @Nullable Window before) {
        this.before = before;
        this.after = after;
        this.upTo = upTo;
        this.posts = List.copyOf(posts);
        this.index = index;
        for (int i = 0; i < posts.size(); i++) {
            Post post = posts.get(i);
            places.put(post.id(), i);
            for (String topic : post.topics()) {
                at(topic).set(i);
                for (String above : TagPath.above(topic)) at(above).set(i);
            }
        }
    }

    private BitSet at(String topic) {
        return byTopic.computeIfAbsent(han.fold(topic), t -> new BitSet());
    }

    /** The number before the first that can be in it. */
    public long after() {
        return after;
    }

    /** The last number that can be in it. */
    public long upTo() {
        return upTo;
    }

    /** All of its posts in number order. */
    public List<Post> posts() {
        return posts;
    }

    /**
     * Posts with a number above {@code cursor} that the selection takes, and that are new since {@code startNumber} or
     * dated {@code floor} or later. In number order.
     */
    public List<Post> select(Selection selection, long cursor, long startNumber, Instant floor) {
        int from = firstAbove(cursor);
        if (from == posts.size()) return List.of();
        BitSet wanted = wanted(selection);
        wanted.clear(0, from);
        List<Post> selected = new ArrayList<>();
        for (int i = wanted.nextSetBit(0); i >= 0; i = wanted.nextSetBit(i + 1)) {
            Post post = posts.get(i);
            if (post.firstNumber() > startNumber || !post.date().isBefore(floor)) selected.add(post);
        }
        return selected;
    }

    /**
     * The stories of which this reader was told before: those of earlier posts that were selected by the same rules up to
     * {@code cursor}.
     */
    public Set<Long> told(Selection selection, long cursor, long startNumber, Instant floor) {
        Set<Long> told = before == null ? new HashSet<>() : before.told(selection, cursor, startNumber, floor);
        BitSet wanted = wanted(selection);
        for (int i = wanted.nextSetBit(0); i >= 0; i = wanted.nextSetBit(i + 1)) {
            Post post = posts.get(i);
            boolean shown = post.firstNumber() > 0 && post.firstNumber() <= cursor;
            boolean his = post.firstNumber() > startNumber || !post.date().isBefore(floor);
            if (shown && his && post.story() != 0) told.add(post.story());
        }
        return told;
    }

    private BitSet wanted(Selection selection) {
        BitSet wanted = new BitSet(posts.size());
        if (selection.tags().isEmpty() && selection.keywords().isEmpty()) {
            wanted.set(0, posts.size());
        } else {
            for (String tag : selection.tags()) wanted.or(ofTopic(tag));
            for (String word : selection.keywords()) wanted.or(saying(word));
        }
        for (String mute : selection.mute()) {
            wanted.andNot(ofTopic(mute));
            wanted.andNot(saying(mute));
        }
        return wanted;
    }

    private int firstAbove(long cursor) {
        int low = 0;
        int high = posts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (posts.get(middle).number() <= cursor) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private BitSet ofTopic(String tag) {
        BitSet known = topicsAsked.get(tag);
        if (known != null) return known;
        return keep(topicsAsked, tag, byTopic.getOrDefault(han.fold(tag), new BitSet()));
    }

    private BitSet saying(String word) {
        BitSet known = wordsAsked.get(word);
        if (known != null) return known;
        BitSet hits = new BitSet();
        Stream<Long> ids = index.apply(word).stream();
        ids.map(places::get).filter(place -> place != null).forEach(hits::set);
        return keep(wordsAsked, word, hits);
    }

    private static BitSet keep(Map<String, BitSet> asked, String word, BitSet hits) {
        if (asked.size() >= MAX_WORDS) asked.clear();
        asked.put(word, hits);
        return hits;
    }
}
