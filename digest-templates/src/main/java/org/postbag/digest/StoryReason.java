package org.postbag.digest;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.Post;

/**
 * Why a story stands where it does, in English words for machines and the curious: clauses separated by {@code "; "}. The
 * first three are always there: tag, sources, age of the lead. The others follow where they say something: the newest post's
 * age, the posts where a source has several, the heaviest source's weight, the reader's tags, and that the story was sent
 * before. {@link StoryRanking} makes an order of the same.
 */
final class StoryReason {

    private final StoryRanking ranking;
    private final Instant now;

    /** @param now from when ages count */
    StoryReason(StoryRanking ranking, Instant now) {
        this.ranking = ranking;
        this.now = now;
    }

    String of(Group group, Post lead, Topic topic) {
        StringBuilder reason = new StringBuilder(48);
        Topic followed = topic.followed();
        if (topic.tag.isEmpty()) reason.append("no tag");
        else if (followed != null) reason.append("followed tag ").append(followed.tag);
        else reason.append("tag ").append(topic.tag).append(" of ").append(counted(topic.posts(), "post"));
        long sources = group.sources();
        reason.append("; ").append(counted(sources, "source"));
        String age = age(lead.date());
        reason.append("; ").append(age).append(" old");
        if (group.size() > 1) {
            String newest = age(group.newest());
            if (!newest.equals(age)) reason.append("; newest ").append(newest).append(" old");
            if (group.size() > sources) reason.append("; ").append(counted(group.size(), "post"));
        }
        String weight = weight(group);
        if (weight != null) reason.append("; source weight ").append(weight);
        if (group.followedTags() > 1) reason.append("; ").append(counted(group.followedTags(), "followed tag"));
        if (group.sentBefore()) reason.append("; sent before");
        return reason.toString();
    }

    /** The heaviest source's; null where that is the usual 1. */
    private @Nullable String weight(Group group) {
        double heaviest = 0;
        for (Post post : group.posts()) heaviest = Math.max(heaviest, ranking.weight(post));
        if (heaviest == 1) return null;
        return heaviest == Math.rint(heaviest) && heaviest < 1e9
                ? Long.toString((long) heaviest)
                : Double.toString(heaviest);
    }

    private String age(Instant date) {
        Duration age = Duration.between(date, now);
        if (age.isNegative()) age = Duration.ZERO;
        if (age.toHours() < 1) return age.toMinutes() + " min";
        return age.toHours() < 48 ? age.toHours() + " h" : age.toDays() + " d";
    }

    private static String counted(long n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }
}
