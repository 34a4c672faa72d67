package org.postbag.posts.collect.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the dates of lists as they are read there: {@link PageDate}'s forms first, then those that count from now ("2
 * hours ago", 昨天 08:30) or leave out the year (11月20日, 11-20 08:30), which are of the year that puts them in the past.
 */
final class RelativeDate {
    private static final Pattern AGO = Pattern.compile(
            "(?i)(\\d{1,4}|an?|one|半)\\s?(?:个|個)?\\s?(seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|秒钟?|分钟?|分鐘|小时|小時|钟头|時間|天|日|周|週|星期|月)\\s?(?:ago|之?前|以前)");
    private static final Pattern DAY = Pattern.compile("(?i)(刚刚|剛剛|just now|今天|今日|today|昨天|昨日|yesterday|前天)");
    private static final Pattern NO_YEAR =
            Pattern.compile("(?<![\\d./-])(\\d{1,2})\\s?[-/月]\\s?(\\d{1,2})(?![\\d./-])\\s?日?");
    private static final Pattern CLOCK = Pattern.compile("(?<!\\d)([01]?\\d|2[0-3])[:：]([0-5]\\d)");

    private final Instant now;
    private final ZoneId zone;

    RelativeDate(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    Optional<Instant> read(String text) {
        Optional<Instant> full = PageDate.find(text, zone);
        if (full.isPresent()) return full;
        String s = text.length() > 200 ? text.substring(0, 200) : text;
        Matcher ago = AGO.matcher(s);
        if (ago.find()) return Optional.of(before(ago.group(1), ago.group(2)));
        ZonedDateTime here = now.atZone(zone);
        Matcher day = DAY.matcher(s);
        if (day.find()) return Optional.of(named(day.group(1).toLowerCase(Locale.ROOT), here, s));
        Matcher m = NO_YEAR.matcher(s);
        return m.find()
                ? yearless(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), here, s)
                : Optional.empty();
    }

    private Instant before(String count, String unit) {
        String u = unit.toLowerCase(Locale.ROOT);
        Duration one = u.startsWith("s") || u.startsWith("秒")
                ? Duration.ofSeconds(1)
                : u.startsWith("mi") || u.startsWith("分")
                        ? Duration.ofMinutes(1)
                        : u.startsWith("h") || u.startsWith("小") || u.equals("钟头") || u.equals("時間")
                                ? Duration.ofHours(1)
                                : u.startsWith("d") || u.equals("天") || u.equals("日")
                                        ? Duration.ofDays(1)
                                        : u.startsWith("mo") || u.equals("月")
                                                ? Duration.ofDays(30)
                                                : Duration.ofDays(7);
        if (count.equals("半")) return now.minus(one.dividedBy(2));
        return now.minus(one.multipliedBy(Character.isDigit(count.charAt(0)) ? Long.parseLong(count) : 1));
    }

    private Instant named(String word, ZonedDateTime here, String text) {
        int back =
                switch (word) {
                    case "刚刚", "剛剛", "just now" -> -1;
                    case "昨天", "昨日", "yesterday" -> 1;
                    case "前天" -> 2;
                    default -> 0;
                };
        if (back < 0) return now;
        Matcher clock = CLOCK.matcher(text);
        boolean timed = clock.find();
        if (back == 0 && !timed) return now;
        LocalTime time = timed
                ? LocalTime.of(Integer.parseInt(clock.group(1)), Integer.parseInt(clock.group(2)))
                : LocalTime.NOON;
        return here.toLocalDate().minusDays(back).atTime(time).atZone(zone).toInstant();
    }

    private Optional<Instant> yearless(int month, int day, ZonedDateTime here, String text) {
        if (month < 1 || month > 12 || day < 1 || day > 28 + (month == 2 ? 1 : 3)) return Optional.empty();
        Matcher clock = CLOCK.matcher(text);
        LocalTime time = clock.find()
                ? LocalTime.of(Integer.parseInt(clock.group(1)), Integer.parseInt(clock.group(2)))
                : LocalTime.NOON;
        for (int year = here.getYear(); year > here.getYear() - 5; year--) {
            LocalDate first = LocalDate.of(year, month, 1);
            if (day > first.lengthOfMonth()) continue;
            Instant at = first.withDayOfMonth(day).atTime(time).atZone(zone).toInstant();
            if (!at.isAfter(now.plus(Duration.ofDays(1)))) return Optional.of(at);
        }
        return Optional.empty();
    }
}
