package org.postbag.posts.collect.feed;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Chinese, Japanese and Korean dates: {@code 2004年5月23日 下午 12:30}, {@code 2004년 5월 28일 오후 01:31:15}, {@code
 * 2004-05-25 오후 11:23:17}, {@code 2004年5月23日12时30分}. Korean blogs write the hour of Seoul and no zone.
 */
final class EastAsianDate {
    private static final Pattern DATE = Pattern.compile(
            "(?<![\\p{L}\\d])(?<year>\\d{2,4})\\s*[年년./-]\\s*(?<month>\\d{1,2})\\s*[月월./-]\\s*(?<day>\\d{1,2})\\s*[日号號일.]?(?<rest>.*)");
    private static final Pattern CLOCK = Pattern.compile(
            "(?<hour>\\d{1,2})\\s*(?:[时時点點시]|:)\\s*(?:(?<minute>\\d{1,2})\\s*(?:[分분]|:)?\\s*(?:(?<second>\\d{1,2})\\s*[秒초]?)?)?(?<zone>.*)");
    private static final Pattern WEEKDAY =
            Pattern.compile("\\(?\\s*(?:(?:星期|周|週|礼拜)[一二三四五六日天]|[月火水木金土日](?:曜日?)?|[월화수목금토일](?:요일)?)\\s*\\)?");
    private static final ZoneOffset SEOUL = ZoneOffset.ofHours(9);

    private EastAsianDate() {}

    /** Whether the text has a letter of these scripts at all. */
    static boolean isOne(String text) {
        return text.codePoints().anyMatch(c -> (c >= 0x3040 && c < 0xa000) || (c >= 0xac00 && c < 0xd7b0));
    }

    /** @param text in lower case */
    static Optional<Instant> parse(String text) {
        Matcher date = DATE.matcher(text);
        if (!date.find()) return Optional.empty();
        String year = date.group("year");
        DateParts parts = DateParts.of(
                DateParts.fullYear(Integer.parseInt(year), year.length()),
                Integer.parseInt(date.group("month")),
                Integer.parseInt(date.group("day")));
        if (text.codePoints().anyMatch(c -> c >= 0xac00 && c < 0xd7b0)) parts.zone = SEOUL;
        String rest = WEEKDAY.matcher(date.group("rest")).replaceAll(" ").strip();
        boolean afternoon = rest.startsWith("下午")
                || rest.startsWith("晚上")
                || rest.startsWith("午後")
                || (rest.startsWith("오") && !rest.startsWith("오전"));
        boolean morning = rest.startsWith("上午")
                || rest.startsWith("午前")
                || rest.startsWith("오전")
                || rest.startsWith("凌晨")
                || rest.startsWith("早上");
        int digit = 0;
        while (digit < rest.length() && !Character.isDigit(rest.charAt(digit))) digit++;
        Matcher clock = CLOCK.matcher(rest.substring(digit));
        if (clock.matches()) {
            parts.hour = number(clock.group("hour"));
            parts.minute = number(clock.group("minute"));
            parts.second = number(clock.group("second"));
            if (!TimeOfDay.read(clock.group("zone"), parts)) return Optional.empty();
            if (rest.contains("pm") || rest.contains("am")) return parts.instant();
        } else if (digit < rest.length()) {
            return Optional.empty();
        }
        if (afternoon || morning) parts.half(afternoon);
        return parts.instant();
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
