package org.postbag.bot.command;

import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a time of day as people type it: {@code 7:30}, {@code 7.30}, {@code 7}, {@code 7pm}, 7点30, 7点半, 晚上8点一刻. */
public final class ClockTime {
    private static final Pattern FORM =
            Pattern.compile("(凌晨|早上|早晨|上午|中午|下午|傍晚|晚上)?(\\d{1,2})(?:[:.点點时時](\\d{1,2}|半|一刻|三刻)?分?)?(am|pm)?");

    private ClockTime() {}

    /** Empty for anything else, and for hours and minutes that no clock shows. */
    public static Optional<LocalTime> read(String text) {
        Matcher matcher = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) return Optional.empty();
        int hour = hour(Integer.parseInt(matcher.group(2)), matcher.group(1), matcher.group(4));
        int minute = minute(matcher.group(3));
        return hour > 23 || minute > 59 ? Optional.empty() : Optional.of(LocalTime.of(hour, minute));
    }

    private static int minute(@Nullable String minutes) {
        if (minutes == null) return 0;
        return switch (minutes) {
            case "一刻" -> 15;
            case "半" -> 30;
            case "三刻" -> 45;
            default -> Integer.parseInt(minutes);
        };
    }

    private static int hour(int hour, @Nullable String part, @Nullable String half) {
        // Twelve at night is midnight, and one or two at noon is after it.
        if (hour == 12 && ("晚上".equals(part) || "凌晨".equals(part))) return 0;
        if (hour < 4 && "中午".equals(part)) return hour + 12;
        boolean late = "pm".equals(half) || "下午".equals(part) || "傍晚".equals(part) || "晚上".equals(part);
        if (late && hour < 12) return hour + 12;
        return "am".equals(half) && hour == 12 ? 0 : hour;
    }
}
