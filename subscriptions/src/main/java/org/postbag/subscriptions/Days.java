package org.postbag.subscriptions;

import java.time.DayOfWeek;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The days of the week on which a digest comes: {@code daily}, {@code weekdays}, {@code weekly} (Monday), a list such as
 * {@code mon,thu}, or {@code instant}, which waits for no day and sends as soon as there is news. The Chinese words are
 * read too: 每天, 工作日, 每周, 周一, 周一三五, 即时.
 */
public final class Days {

    public static final Days DAILY = new Days("daily", EnumSet.allOf(DayOfWeek.class));
    public static final Days WEEKDAYS = new Days("weekdays", EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
    public static final Days WEEKLY = new Days("weekly", EnumSet.of(DayOfWeek.MONDAY));
    public static final Days INSTANT = new Days("instant", EnumSet.noneOf(DayOfWeek.class));

    private static final List<String> SHORT = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final String CHINESE = "一二三四五六日";
    private static final Pattern CHINESE_DAYS = Pattern.compile("(?:周|週|星期|礼拜|禮拜)([一二三四五六日天]+)");
    private static final Pattern SEPARATOR = Pattern.compile("[\\s,;，；、]+");
    private static final int MAX_LENGTH = 200;

    private final String word;
    private final Set<DayOfWeek> on;

    private Days(String word, EnumSet<DayOfWeek> on) {
        this.word = word;
        this.on = Collections.unmodifiableSet(on);
    }

    /** @throws IllegalArgumentException with a message for the person who typed it */
    public static Days parse(String written) {
        String typed = written.strip().toLowerCase(Locale.ROOT);
        return switch (typed) {
            case "daily", "每天", "每日", "天天" -> DAILY;
            case "weekdays", "工作日", "平日" -> WEEKDAYS;
            case "weekly", "每周", "每週", "每星期" -> WEEKLY;
            case "instant", "即时", "即時", "实时" -> INSTANT;
            default -> list(written, typed);
        };
    }

    private static Days list(String written, String typed) {
        if (typed.length() > MAX_LENGTH) throw unreadable(written);
        EnumSet<DayOfWeek> on = EnumSet.noneOf(DayOfWeek.class);
        for (String day : SEPARATOR.split(typed, -1)) {
            Set<DayOfWeek> named = named(day);
            if (named.isEmpty()) throw unreadable(written);
            on.addAll(named);
        }
        return of(on);
    }

    /** @param on at least one day */
    public static Days of(Set<DayOfWeek> on) {
        if (on.isEmpty()) throw new IllegalArgumentException("days: name at least one day, such as mon");
        EnumSet<DayOfWeek> days = EnumSet.copyOf(on);
        if (days.equals(DAILY.on)) return DAILY;
        if (days.equals(WEEKDAYS.on)) return WEEKDAYS;
        return new Days(days.stream().map(d -> SHORT.get(d.getValue() - 1)).collect(Collectors.joining(",")), days);
    }

    private static Set<DayOfWeek> named(String word) {
        EnumSet<DayOfWeek> named = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values())
            if (word.equals(SHORT.get(day.getValue() - 1))
                    || word.equals(day.name().toLowerCase(Locale.ROOT))) named.add(day);
        Matcher chinese = CHINESE_DAYS.matcher(word);
        if (chinese.matches())
            chinese.group(1).replace('天', '日').chars().forEach(c -> named.add(DayOfWeek.of(CHINESE.indexOf(c) + 1)));
        return named;
    }

    private static IllegalArgumentException unreadable(String written) {
        return new IllegalArgumentException(
                "days '" + Shown.of(written) + "': write daily, weekdays, weekly, instant, or days such as mon,thu");
    }

    /** Empty for {@code instant}. */
    public Set<DayOfWeek> on() {
        return on;
    }

    public boolean isInstant() {
        return on.isEmpty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Days d && word.equals(d.word);
    }

    @Override
    public int hashCode() {
        return word.hashCode();
    }

    /** The word used in commands and JSON, which {@link #parse} reads back. */
    @Override
    public String toString() {
        return word;
    }
}
