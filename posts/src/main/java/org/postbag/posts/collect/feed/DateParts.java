package org.postbag.posts.collect.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The numbers of a date while they are found. What lies a little out of range rolls over, as people mean it: 31 June is 1
 * July, 25:00 is one o'clock of the next day.
 */
final class DateParts {
    private static final int MIN_YEAR = 1900;
    private static final int MAX_YEAR = 2200;

    int year = -1;
    int month = 1;
    int day = 1;
    int hour;
    int minute;
    int second;
    int nano;

    /** What holds when the text names none. */
    ZoneId zone = ZoneOffset.UTC;

    static DateParts of(int year, int month, int day) {
        DateParts parts = new DateParts();
        parts.year = year;
        parts.month = month;
        parts.day = day;
        return parts;
    }

    /** Two and three digits as RFC 2822 section 4.3 reads them. */
    static int fullYear(int year, int digits) {
        if (digits >= 4) return year;
        if (digits == 3) return 1900 + year;
        return year < 50 ? 2000 + year : 1900 + year;
    }

    /** Twelve-hour clock. */
    void half(boolean afternoon) {
        if (hour <= 12) hour = hour % 12 + (afternoon ? 12 : 0);
    }

    Optional<Instant> instant() {
        boolean sane = year >= MIN_YEAR
                && year <= MAX_YEAR
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= 31
                && hour <= 48
                && minute <= 99
                && second <= 99;
        if (!sane) return Optional.empty();
        LocalDateTime local = LocalDate.of(year, month, 1)
                .plusDays(day - 1L)
                .atStartOfDay()
                .plusHours(hour)
                .plusMinutes(minute)
                .plusSeconds(second)
                .plusNanos(nano);
        return Optional.of(local.atZone(zone).toInstant());
    }
}
