package org.postbag.posts.collect.jekyll;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as front matter and file names write them. One without a zone is the site's, but a plain YAML timestamp is UTC,
 * because that is how YAML reads it before Jekyll does.
 */
final class JekyllDate {
    private static final String TIME =
            "(?:(?:[Tt]|,?\\s+)(?<hour>\\d{1,2}):(?<minute>\\d{1,2})(?::(?<second>\\d{1,2})(?:[.,](?<fraction>\\d{1,9})\\d*)?)?"
                    + "(?:\\s*(?<half>[AaPp])\\.?[Mm]\\.?)?)?(?:\\s*(?<zone>Z|[A-Za-z][\\w/+:-]*|[-+]\\d{1,2}(?::?\\d{2})?))?";
    private static final String MONTH = "(?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
    private static final List<Pattern> FORMS = List.of(
            form("(?<year>\\d{2,4})(?<sign>[-/.])(?<month>\\d{1,2})\\k<sign>(?<day>\\d{1,2})" + TIME),
            form("(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})" + TIME),
            form("(?<year>\\d{4})\\s*年\\s*(?<month>\\d{1,2})\\s*月\\s*(?<day>\\d{1,2})\\s*[日号]" + TIME),
            form("(?:[a-z]{3,9},?\\s+)?(?<day>\\d{1,2})(?:st|nd|rd|th)?[\\s-]+" + MONTH + ",?[\\s-]+(?<year>\\d{4})"
                    + TIME),
            form("(?:[a-z]{3,9},?\\s+)?" + MONTH + "\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})" + TIME));
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /** The zone names of RFC 822 and Ruby's {@code Time.parse}; other abbreviations mean different things to different people. */
    private static final Map<String, ZoneOffset> NAMED = Map.of(
            "Z", ZoneOffset.UTC,
            "UTC", ZoneOffset.UTC,
            "GMT", ZoneOffset.UTC,
            "EST", ZoneOffset.ofHours(-5),
            "EDT", ZoneOffset.ofHours(-4),
            "CST", ZoneOffset.ofHours(-6),
            "CDT", ZoneOffset.ofHours(-5),
            "MST", ZoneOffset.ofHours(-7),
            "PST", ZoneOffset.ofHours(-8),
            "PDT", ZoneOffset.ofHours(-7));

    private static final Pattern OFFSET = Pattern.compile("([-+])(\\d{1,2})(?::?(\\d{2}))?");
    private static final int MAX_LENGTH = 100;

    private JekyllDate() {}

    private static Pattern form(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }

    /** @param value a text or a {@link FrontMatterYaml.Timestamp}; empty when it is no date */
    static Optional<Instant> of(Object value, ZoneId site) {
        String text = value.toString().strip();
        if (text.length() > MAX_LENGTH) return Optional.empty();
        ZoneId zone = value instanceof FrontMatterYaml.Timestamp ? ZoneOffset.UTC : site;
        for (Pattern form : FORMS) {
            Matcher found = form.matcher(text);
            if (found.matches()) return instant(found, zone);
        }
        return Optional.empty();
    }

    private static Optional<Instant> instant(Matcher found, ZoneId missing) {
        try {
            Optional<ZoneId> zone = zone(found.group("zone"), missing);
            if (zone.isEmpty()) return Optional.empty();
            LocalDateTime local = LocalDateTime.of(
                    year(found.group("year")),
                    month(found),
                    Integer.parseInt(found.group("day")),
                    hour(found),
                    number(found.group("minute")),
                    number(found.group("second")),
                    nanos(found.group("fraction")));
            return Optional.of(local.atZone(zone.get()).toInstant());
        } catch (DateTimeException e) {
            // A 30th of February or a 25th hour is no date.
            return Optional.empty();
        }
    }

    /** Two digits as Ruby's {@code Time.parse} takes them. */
    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        if (digits.length() > 2) return year;
        return year < 69 ? 2000 + year : 1900 + year;
    }

    private static int month(Matcher found) {
        String name = found.pattern().pattern().contains("<name>") ? found.group("name") : null;
        if (name != null) return MONTHS.indexOf(name.toLowerCase(Locale.ROOT)) + 1;
        return Integer.parseInt(found.group("month"));
    }

    private static int hour(Matcher found) {
        int hour = number(found.group("hour"));
        String half = found.group("half");
        if (half == null) return hour;
        return hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int nanos(@Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
    }

    private static Optional<ZoneId> zone(@Nullable String written, ZoneId missing) {
        if (written == null) return Optional.of(missing);
        ZoneOffset named = NAMED.get(written.toUpperCase(Locale.ROOT));
        if (named != null) return Optional.of(named);
        Matcher offset = OFFSET.matcher(written);
        if (offset.matches()) {
            int minutes = number(offset.group(2)) * 60 + number(offset.group(3));
            return Optional.of(ZoneOffset.ofTotalSeconds((offset.group(1).equals("-") ? -60 : 60) * minutes));
        }
        return written.contains("/") ? Optional.of(ZoneId.of(written)) : Optional.empty();
    }
}
