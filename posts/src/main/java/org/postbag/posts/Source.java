package org.postbag.posts;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/**
 * Something that publishes posts, as the operator described it.
 *
 * @param id short name, unique in the installation: letters, digits, {@code - _ .}
 * @param origin where and how it is read
 * @param every how often it is looked at
 * @param tags added to every post of it
 * @param zone the zone of dates that name none
 */
public record Source(String id, Origin origin, Duration every, List<String> tags, ZoneId zone) {

    public Source {
        if (!id.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}"))
            throw new IllegalArgumentException("source id '" + id
                    + "': use 1 to 64 letters, digits, '-', '_' or '.', starting with a letter or digit");
        if (every.isNegative() || every.isZero())
            throw new IllegalArgumentException("source '" + id + "': 'every' must be longer than nothing, such as 10m");
        tags = List.copyOf(tags);
    }
}
