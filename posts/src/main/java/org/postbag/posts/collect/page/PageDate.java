package org.postbag.posts.collect.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds a date in a line of a page, however it is written: ISO 8601, RFC 822, Chinese and Japanese, with the month's
 * name, as a count of seconds. {@link RelativeDate} knows those that say how long ago.
 */
final class PageDate {
    private static final int MAX = 200;

    private static final Pattern YEAR_FIRST = Pattern.compile(
            "(?<![\\d./-])((?:19|20)\\d\\d)\\s?[-/.年]\\s?(\\d{1,2})\\s?[-/.月]\\s?(\\d{1,2})(?!\\d)\\s?日?");
    private static final Pattern COMPACT = Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)([01]\\d)([0-3]\\d)(?=T\\d|\\b)");
    private static final Pattern DAY_MONTH = Pattern.compile(
            "(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|\\.|º)?[\\s-](?:(?:de|of)\\s)?(\\p{L}{3,10})\\.?,?[\\s-](?:(?:de|del)\\s)?((?:19|20)\\d\\d)(?!\\d)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MONTH_DAY = Pattern.compile(
            "(?<!\\p{L})(\\p{L}{3,10})\\.?\\s(\\d{1,2})(?:st|nd|rd|th)?,?\\s((?:19|20)\\d\\d)(?!\\d)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?<![\\d.])(\\d{1,2})([./])(\\d{1,2})\\2((?:19|20)\\d\\d)(?!\\d)");

    private static final Pattern TIME = Pattern.compile(
            "^[\\s,T(（|·•-]{0,4}(?:(?:at|um|à|[周星][期]?[一二三四五六日天])[)）\\s]{0,3})?(?:(上午|下午|晚上|早上|凌晨|午前|午後)\\s?)?([01]?\\d|2[0-4])[:：时時]([0-5]\\d)(?:[:：分]([0-5]\\d))?(?:[.,]\\d{1,9})?(?:\\s?([AaPp])\\.?[Mm]\\.?)?");
    private static final Pattern ZONE =
            Pattern.compile("^\\s?\\(?(Z(?![A-Za-z])|(?:UTC|GMT)?[+-]\\d\\d?(?::?\\d\\d)?|[A-Z]{3,4}(?![A-Za-z]))");

    private static final Pattern EPOCH = Pattern.compile("[12]\\d{9}(?:\\d{3})?");

    private PageDate() {}

    /**
     * The first date in the text.
     *
     * @param zone where a time without a zone was written; a day without a time is taken at noon there
     */
    static Optional<Instant> find(String text, ZoneId zone) {
        String s = text.length() > MAX ? text.substring(0, MAX) : text;
        s = s.replace('\u00a0', ' ').replace('\u3000', ' ').strip();
        if (s.isEmpty()) return Optional.empty();
        if (EPOCH.matcher(s).matches()) {
            long n = Long.parseLong(s);
            return Optional.of(s.length() == 10 ? Instant.ofEpochSecond(n) : Instant.ofEpochMilli(n));
        }
        Matcher m = YEAR_FIRST.matcher(s);
        if (m.find()) return instant(m.group(1), m.group(2), m.group(3), s.substring(m.end()), zone);
        m = DAY_MONTH.matcher(s);
        while (m.find()) {
            int month = MonthNames.month(m.group(2));
            if (month > 0) return instant(m.group(3), "" + month, m.group(1), s.substring(m.end()), zone);
        }
        m = MONTH_DAY.matcher(s);
        while (m.find()) {
            int month = MonthNames.month(m.group(1));
            if (month > 0) return instant(m.group(3), "" + month, m.group(2), s.substring(m.end()), zone);
        }
        m = COMPACT.matcher(s);
        if (m.find()) return instant(m.group(1), m.group(2), m.group(3), s.substring(m.end()), zone);
        m = DAY_FIRST.matcher(s);
        return m.find() ? numeric(m, s, zone) : Optional.empty();
    }

    /** With dots the day is first; with slashes only when one of the two cannot be a month. */
    private static Optional<Instant> numeric(Matcher m, String s, ZoneId zone) {
        int first = Integer.parseInt(m.group(1));
        int second = Integer.parseInt(m.group(3));
        String rest = s.substring(m.end());
        if (m.group(2).equals(".") || first > 12) return instant(m.group(4), m.group(3), m.group(1), rest, zone);
        return second > 12 || first == second
                ? instant(m.group(4), m.group(1), m.group(3), rest, zone)
                : Optional.empty();
    }

    private static Optional<Instant> instant(String year, String month, String day, String rest, ZoneId zone) {
        try {
            LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            Matcher time = TIME.matcher(rest);
            if (!time.find()) return Optional.of(date.atTime(12, 0).atZone(zone).toInstant());
            int hour = hour(Integer.parseInt(time.group(2)), time.group(1), time.group(5));
            int second = time.group(4) == null ? 0 : Integer.parseInt(time.group(4));
            LocalDateTime at = hour == 24
                    ? date.plusDays(1).atStartOfDay()
                    : date.atTime(LocalTime.of(hour, Integer.parseInt(time.group(3)), second));
            Matcher offset = ZONE.matcher(rest.substring(time.end()));
            ZoneId said = offset.find() ? zone(offset.group(1)) : null;
            return Optional.of(at.atZone(said == null ? zone : said).toInstant());
        } catch (DateTimeException e) {
            // 31 February and the like: no date.
            return Optional.empty();
        }
    }

    private static int hour(int hour, @Nullable String chinese, @Nullable String english) {
        boolean afternoon = "下午".equals(chinese)
                || "晚上".equals(chinese)
                || "午後".equals(chinese)
                || (english != null && english.equalsIgnoreCase("p"));
        if (afternoon) return hour < 12 ? hour + 12 : hour;
        boolean morning = english != null || "午前".equals(chinese) || "凌晨".equals(chinese);
        return morning && hour == 12 ? 0 : hour;
    }

    private static @Nullable ZoneId zone(String name) {
        String s = name.toUpperCase(Locale.ROOT);
        if (s.length() > 3 && (s.startsWith("UTC") || s.startsWith("GMT"))) s = s.substring(3);
        if (s.startsWith("+") || s.startsWith("-")) {
            String digits = s.replace(":", "");
            return ZoneOffset.of(digits.length() <= 3 ? s : digits);
        }
        return switch (s) {
            case "Z", "UTC", "GMT" -> ZoneOffset.UTC;
            case "EST" -> ZoneOffset.ofHours(-5);
            case "EDT" -> ZoneOffset.ofHours(-4);
            case "CDT" -> ZoneOffset.ofHours(-5);
            case "MST" -> ZoneOffset.ofHours(-7);
            case "MDT" -> ZoneOffset.ofHours(-6);
            case "PST" -> ZoneOffset.ofHours(-8);
            case "PDT" -> ZoneOffset.ofHours(-7);
            case "BST" -> ZoneOffset.ofHours(1);
            case "CET" -> ZoneOffset.ofHours(1);
            case "CEST" -> ZoneOffset.ofHours(2);
            case "MSK" -> ZoneOffset.ofHours(3);
            case "HKT", "SGT" -> ZoneOffset.ofHours(8);
            case "JST", "KST" -> ZoneOffset.ofHours(9);
            case "AEST" -> ZoneOffset.ofHours(10);
            case "AEDT" -> ZoneOffset.ofHours(11);
            default -> null;
        };
    }
}
