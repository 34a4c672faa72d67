package org.postbag.digest;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
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
        long cursor) {
    public DigestOptions {
        if (perTag < 0 || max < 0)
            throw new IllegalArgumentException(
                    "per-tag " + perTag + ", max " + max + ": use 0 or more, 0 for no limit");
        preferredTags = List.copyOf(preferredTags);
    }
}
