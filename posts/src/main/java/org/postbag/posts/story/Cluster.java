package org.postbag.posts.story;

import java.time.Duration;
import java.time.Instant;

/** Posts taken for one story so far, or a single one; {@link StoryClusterer} decides which of them join. */
final class Cluster {
    /** Between the average of all pairs (0) and the cosine of the sums (1), where large stories run into one another. */
    private static final double PULL = 0.65;
    /** How alike two headlines are, and two texts, before they tell the same; in steps of .02 and .03. */
    private static final double SAME_HEADLINE = 0.1;

    private static final double SAME_TEXT = 0.18;
    /** How alike they have to be when nothing is known of which words are common. */
    private static final double SURELY_SAME = 0.5;

    /** A single word in common never joins two headlines: a word, its neighbour or the pair of them must be, too. */
    private static final int SHARED = 2;
    /** Features of a sum that are kept; 2,000 measure the same. */
    private static final int FEATURES = 400;

    /** An instalment of a series comes out after this time at the soonest. */
    private static final Duration DAY = Duration.ofHours(20);

    final Instant date;
    final long id;
    /** Its letters and digits, see {@link #repeats}. */
    final String words;

    private final Script script;
    private final Serial serial;
    private final long story;
    private final double body;

    private StoryVector sum;
    private double length;
    private double doubt;
    private int count = 1;
    private double bodies;
    private long name;
    private Instant first;
    private Instant last;
    private long firstId;
    private int changes;
    private Cluster into = this;

    Cluster(StoryItem item, String words, StoryVector vector, Serial serial, Script script, double body) {
        id = item.id();
        this.words = words;
        firstId = id;
        story = item.story();
        name = story;
        date = item.date();
        first = date;
        last = date;
        sum = vector;
        this.serial = serial;
        this.script = script;
        this.body = body;
        bodies = body;
    }

    StoryVector sum() {
        return sum;
    }

    /** To be called when the vector of a post has been weighed. */
    void weighed(double doubt) {
        this.doubt = doubt;
        length = sum.length();
    }

    boolean isOpen() {
        return story == 0;
    }

    long story() {
        return name != 0 ? name : firstId;
    }

    int changes() {
        return changes;
    }

    /** The cluster that this one has become part of. */
    Cluster root() {
        Cluster root = this;
        while (root.into != root) {
            root.into = root.into.into;
            root = root.into;
        }
        return root;
    }

    double similarity(Cluster other) {
        if (length == 0 || other.length == 0) return 0;
        double pairs = (double) count * other.count;
        return sum.dot(other.sum) / (Math.pow(length * other.length, PULL) * Math.pow(pairs, 1 - PULL));
    }

    /** Below this they tell different stories. */
    double least(Cluster other) {
        double share = (bodies / count + other.bodies / other.count) / 2;
        double known = SAME_HEADLINE + share * (SAME_TEXT - SAME_HEADLINE);
        return known + doubt * (SURELY_SAME - known);
    }

    /** Whether they could become one story, however alike they are. */
    boolean suits(Cluster other) {
        return (name == 0 || other.name == 0 || name == other.name)
                && script == other.script
                && isNear(other)
                && !serial.differs(other.serial);
    }

    boolean sharesEnough(Cluster other) {
        return sum.shared(other.sum) >= SHARED;
    }

    boolean isNear(Cluster other) {
        return !first.isAfter(other.last.plus(StoryClusterer.WINDOW))
                && !other.first.isAfter(last.plus(StoryClusterer.WINDOW));
    }

    /** Whether a post of the same words is the same post seen again, and not the next instalment under its old title. */
    boolean repeats(Cluster other) {
        return isNear(other)
                && (body > 0
                        || !serial.isNamed()
                        || Duration.between(other.date, date).abs().compareTo(DAY) < 0);
    }

    /** Takes in all of another one; the larger one does, so that its neighbours see little change. */
    void join(Cluster other) {
        if (other.count > count) {
            other.join(this);
            return;
        }
        sum = sum.plus(other.sum).heaviest(FEATURES);
        length = sum.length();
        count += other.count;
        bodies += other.bodies;
        cover(other);
        serial.add(other.serial);
        changes++;
        other.into = this;
    }

    /** Takes in a post that repeats one of this cluster word for word, which says nothing new. */
    void repeat(Cluster other) {
        cover(other);
        other.into = this;
    }

    private void cover(Cluster other) {
        if (name == 0) name = other.name;
        if (other.first.isBefore(first) || (other.first.equals(first) && other.firstId < firstId)) {
            first = other.first;
            firstId = other.firstId;
        }
        if (other.last.isAfter(last)) last = other.last;
    }
}
