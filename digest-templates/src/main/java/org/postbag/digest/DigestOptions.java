package org.postbag.digest;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postbag.posts.Length;
import org.postbag.posts.ReaderLanguage;

/**
 * How a digest is to be built.
 *
 * @param name the installation's name
 * @param perTag most stories told under one tag; 0 for no limit
 * @param max most stories told in the whole digest; 0 for no limit
 * @param from start of the time it covers, inclusive
 * @param to end of the time it covers, exclusive; ages and the digest's date count from here
 * @param preferredTags the tags the reader follows, in the reader's order
 * @param cursor the subscription's cursor: a post with {@code 0 < firstNumber <= cursor} was told before and is shown as an
 *     update
 * @param weights how much a source counts, by its id, 0 or more; 1 for those not named
 * @param retold ids of posts whose story this reader has been sent before, told by another post, and which bring nothing new:
 *     they are counted and not told
 * @param followUps ids of posts whose story this reader has been sent before and which bring something new: told, as an
 *     update; a post that is also in {@code retold} is told
 */
public record DigestOptions(
        String name,
        ReaderLanguage lang,
        ZoneId zone,
        Length length,
        int perTag,
        int max,
        Instant from,
        Instant to,
        List<String> preferredTags,
        long cursor,
        Map<String, Double> weights,
        Set<Long> retold,
        Set<Long> followUps) {
    public DigestOptions {
        if (perTag < 0 || max < 0)
            throw new IllegalArgumentException(
                    "per-tag " + perTag + ", max " + max + ": use 0 or more, 0 for no limit");
        weights.forEach((source, weight) -> {
            if (!(weight >= 0) || weight.isInfinite())
                throw new IllegalArgumentException(
                        "source " + source + " has the weight " + weight + ": use a number of 0 or more, 1 as usual");
        });
        preferredTags = List.copyOf(preferredTags);
        weights = Map.copyOf(weights);
        retold = Set.copyOf(retold);
        followUps = Set.copyOf(followUps);
    }

    /** All sources alike, and no story sent before. */
    public DigestOptions(
            String name,
            ReaderLanguage lang,
            ZoneId zone,
            Length length,
            int perTag,
            int max,
            Instant from,
            Instant to,
            List<String> preferredTags,
            long cursor) {
        this(name, lang, zone, length, perTag, max, from, to, preferredTags, cursor, Map.of(), Set.of(), Set.of());
    }

    public DigestOptions withWeights(Map<String, Double> other) {
        return new DigestOptions(
                name, lang, zone, length, perTag, max, from, to, preferredTags, cursor, other, retold, followUps);
    }

    /** With what the reader has been sent of these stories before. */
    public DigestOptions withSentBefore(Set<Long> retoldPosts, Set<Long> followUpPosts) {
        return new DigestOptions(
                name,
                lang,
                zone,
                length,
                perTag,
                max,
                from,
                to,
                preferredTags,
                cursor,
                weights,
                retoldPosts,
                followUpPosts);
    }
}
