package org.postbag.posts.collect.feed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * When a feed asks not to be looked at: {@code ttl}, {@code skipHours} and {@code skipDays} of RSS 2.0, and {@code
 * sy:updatePeriod}.
 *
 * @param ttlMinutes least time between two looks; 0 when it does not say
 * @param hours of the day, UTC, to leave out
 * @param days to leave out, UTC
 */
record FeedPauses(long ttlMinutes, Set<Integer> hours, Set<DayOfWeek> days) {
    private static final Duration MOST = Duration.ofDays(1);

    FeedPauses {
        hours = Set.copyOf(hours);
        days = Set.copyOf(days);
    }

    static FeedPauses of(FeedDocument.Feed feed) {
        return new FeedPauses(feed.ttl() == null ? 0 : feed.ttl().toMinutes(), feed.skipHours(), feed.skipDays());
    }

    /** How long to leave it alone from now on, given the interval that the operator wants; a day at most. */
    Duration after(Instant now, Duration every) {
        Duration ttl = Duration.ofMinutes(Math.max(0, Math.min(ttlMinutes, MOST.toMinutes())));
        Instant next = now.plus(ttl.compareTo(every) > 0 ? ttl : every);
        Instant latest = now.plus(MOST);
        ZonedDateTime look = next.atZone(ZoneOffset.UTC);
        while (isLeftOut(look) && look.toInstant().isBefore(latest))
            look = look.truncatedTo(ChronoUnit.HOURS).plusHours(1);
        Instant wanted = isLeftOut(look) ? latest : look.toInstant();
        return wanted.equals(next) ? ttl : Duration.between(now, wanted);
    }

    private boolean isLeftOut(ZonedDateTime at) {
        return hours.contains(at.getHour()) || days.contains(at.getDayOfWeek());
    }
}
