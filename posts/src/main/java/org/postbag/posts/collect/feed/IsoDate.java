package org.postbag.posts.collect.feed;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates of ISO 8601 with its reduced and old forms (two-digit years, weeks, days of the year), of W3CDTF and RFC 3339,
 * and the same with a blank, slashes or dots: {@code 2004-07-08 23:56:58.0}, {@code 2006/09/15 08:19:53 EDT}.
 */
final class IsoDate {
    private static final String END = "(?:(?:t|\\s*[,;]?\\s+t?|(?=[z+]))(?<time>.*))?";

    private static final List<Pattern> CALENDAR = List.of(
            form("(?<year>\\d{4})(?<sign>[-/.])(?<month>\\d{1,2})\\k<sign>(?<day>\\d{1,2})" + END),
            form("(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})" + END),
            form(
                    "(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})(?<time>\\d{4}(?:\\d{2})?(?:[.,]\\d+)?\\s*(?:z|[-+].*)?)"),
            form("-?(?<year>\\d{2})-(?<month>\\d{2})-(?<day>\\d{2})" + END),
            form("(?<year>\\d{2})(?<month>\\d{2})(?<day>\\d{2})" + END));
    private static final List<Pattern> MONTH = List.of(
            form("(?<year>\\d{4})[-/](?<month>\\d{1,2})"),
            form("-(?<year>\\d{2})-?(?<month>\\d{2})"),
            form("(?<year>(?:19|20)\\d{2})(?<month>\\d{2})"));
    private static final Pattern YEAR = form("(?<year>\\d{4})(?:t(?<time>.*))?");
    private static final List<Pattern> DAY_OF_YEAR =
            List.of(form("(?<year>\\d{4})-?(?<day>\\d{3})" + END), form("(?<year>\\d{2})-?(?<day>\\d{3})" + END));
    private static final Pattern WEEK = form("(?<year>\\d{4})-?w(?<week>\\d{2})(?:-?(?<day>[1-7]))?(?:t(?<time>.*))?");

    private IsoDate() {}

    private static Pattern form(String form) {
        return Pattern.compile(form);
    }

    /** @param text in lower case */
    static Optional<Instant> parse(String text) {
        for (Pattern form : CALENDAR) {
            Matcher found = form.matcher(text);
            if (!found.matches()) continue;
            Optional<Instant> instant = timed(year(found), number(found, "month"), number(found, "day"), found);
            if (instant.isPresent()) return instant;
        }
        for (Pattern form : MONTH) {
            Matcher found = form.matcher(text);
            if (!found.matches()) continue;
            Optional<Instant> instant =
                    DateParts.of(year(found), number(found, "month"), 1).instant();
            if (instant.isPresent()) return instant;
        }
        return byDayOrWeek(text);
    }

    private static Optional<Instant> byDayOrWeek(String text) {
        Matcher year = YEAR.matcher(text);
        if (year.matches()) return timed(year(year), 1, 1, year);
        Matcher week = WEEK.matcher(text);
        if (week.matches()) return week(week);
        for (Pattern form : DAY_OF_YEAR) {
            Matcher found = form.matcher(text);
            if (!found.matches()) continue;
            int day = number(found, "day");
            if (day < 1 || day > 366) continue;
            LocalDate date = LocalDate.ofYearDay(year(found), 1).plusDays(day - 1L);
            return timed(date.getYear(), date.getMonthValue(), date.getDayOfMonth(), found);
        }
        return Optional.empty();
    }

    private static Optional<Instant> week(Matcher found) {
        try {
            LocalDate date = LocalDate.of(year(found), 1, 4)
                    .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number(found, "week"))
                    .with(DayOfWeek.of(found.group("day") == null ? 1 : number(found, "day")));
            return timed(date.getYear(), date.getMonthValue(), date.getDayOfMonth(), found);
        } catch (DateTimeException e) {
            // There is no such week.
            return Optional.empty();
        }
    }

    private static Optional<Instant> timed(int year, int month, int day, Matcher found) {
        DateParts parts = DateParts.of(year, month, day);
        String time = found.group("time");
        if (time != null && !TimeOfDay.read(time, parts)) return Optional.empty();
        return parts.instant();
    }

    private static int year(Matcher found) {
        String digits = found.group("year");
        return DateParts.fullYear(Integer.parseInt(digits), digits.length());
    }

    private static int number(Matcher found, String group) {
        return Integer.parseInt(found.group(group));
    }
}
