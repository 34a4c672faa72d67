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
 * @param weight how much its posts count against those of others when stories are ranked, 0.1 to 10; usually 1
 */
public record Source(String id, Origin origin, Duration every, List<String> tags, ZoneId zone, double weight) {

    /** One that weighs as much as others. */
    public Source(String id, Origin origin, Duration every, List<String> tags, ZoneId zone) {
        this(id, origin, every, tags, zone, 1);
    }

    public Source {
        if (!id.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}"))
            throw new IllegalArgumentException("source id '" + id
                    + "': use 1 to 64 letters, digits, '-', '_' or '.', starting with a letter or digit");
        if (every.isNegative() || every.isZero())
            throw new IllegalArgumentException("source '" + id + "': 'every' must be longer than nothing, such as 10m");
        if (!(weight >= 0.1 && weight <= 10))
            throw new IllegalArgumentException("source '" + id + "': weight " + weight + " must be from 0.1 to 10");
        tags = List.copyOf(tags);
    }
}
