package org.postbag.subscriptions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When digests come: a time of day on certain days in a zone. A time inside a daylight-saving gap moves forward by the
 * gap; of a time that an overlap brings twice, the first counts. {@code instant} days have no due times at all.
 *
 * @param at to the minute
 */
public record Timetable(LocalTime at, Days days, ZoneId zone) {

    // A week, and room for a zone that skips or repeats a whole day (Pacific/Apia, 30 December 2011).
    private static final int FAR = 10;
    private static final int NEAR = 2;

    public Timetable {
        if (!at.equals(at.truncatedTo(ChronoUnit.MINUTES)))
            throw new IllegalArgumentException("a timetable's time is to the minute, such as 07:30, but was " + at);
    }

    /** The first due instant strictly after {@code after}; none for {@code instant}. */
    public Optional<Instant> next(Instant after) {
        LocalDate around = after.atZone(zone).toLocalDate();
        for (int day = -NEAR; day <= FAR; day++) {
            LocalDate date = around.plusDays(day);
            if (!days.on().contains(date.getDayOfWeek())) continue;
            Instant due = due(date);
            if (due.isAfter(after)) return Optional.of(due);
        }
        return Optional.empty();
    }

    /** The newest due instant in (after, upTo]; none for {@code instant}. */
    public Optional<Instant> latest(Instant after, Instant upTo) {
        LocalDate around = upTo.atZone(zone).toLocalDate();
        for (int day = NEAR; day >= -FAR; day--) {
            LocalDate date = around.plusDays(day);
            if (!days.on().contains(date.getDayOfWeek())) continue;
            Instant due = due(date);
            if (!due.isAfter(upTo)) return Optional.of(due).filter(d -> d.isAfter(after));
        }
        return Optional.empty();
    }

    /** The next due instants at or after {@code from}, in order; none for {@code instant}. */
    public List<Instant> upcoming(Instant from, int count) {
        List<Instant> upcoming = new ArrayList<>();
        Optional<Instant> due = next(from.minusNanos(1));
        while (due.isPresent() && upcoming.size() < count) {
            upcoming.add(due.get());
            due = next(due.get());
        }
        return List.copyOf(upcoming);
    }

    private Instant due(LocalDate date) {
        return ZonedDateTime.of(date, at, zone).toInstant();
    }
}
