package org.postbag.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.postbag.posts.ReaderLanguage;

/** Dates as each language writes them: 2026年11月22日 星期日, Sunday, 22 November 2026. */
public final class Dates {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final Dates ZH =
            new Dates("yyyy年M月d日 EEEE", "M月d日 EEE", "M月d日", "yyyy年M月d日", Locale.SIMPLIFIED_CHINESE);
    private static final Dates EN = new Dates("EEEE, d MMMM yyyy", "EEE d MMM", "d MMM", "d MMM yyyy", Locale.ENGLISH);

    private final DateTimeFormatter full;
    private final DateTimeFormatter brief;
    private final DateTimeFormatter day;
    private final DateTimeFormatter dayOfYear;

    private Dates(String full, String brief, String day, String dayOfYear, Locale locale) {
        this.full = DateTimeFormatter.ofPattern(full, locale);
        this.brief = DateTimeFormatter.ofPattern(brief, locale);
        this.day = DateTimeFormatter.ofPattern(day, locale);
        this.dayOfYear = DateTimeFormatter.ofPattern(dayOfYear, locale);
    }

    public static Dates in(ReaderLanguage lang) {
        return switch (lang) {
            case ZH -> ZH;
            case EN -> EN;
        };
    }

    /** With year and weekday. */
    public String full(LocalDate date) {
        return full.format(date);
    }

    /** Day, month and short weekday: 11月22日 周日, Sun 22 Nov. */
    public String brief(LocalDate date) {
        return brief.format(date);
    }

    /** With the year, without weekday: 2026年11月22日, 22 Nov 2026. */
    public String day(LocalDate date) {
        return dayOfYear.format(date);
    }

    /** An instant seen from a day: its time, with the day before it unless it is that day, and the year where it differs. */
    public String moment(Instant at, ZoneId zone, LocalDate seenFrom) {
        var local = at.atZone(zone);
        String time = TIME.format(local);
        if (local.toLocalDate().equals(seenFrom)) return time;
        boolean sameYear = local.getYear() == seenFrom.getYear();
        return (sameYear ? day : dayOfYear).format(local) + " " + time;
    }

    /** An instant on its own: day, year and time. */
    public String moment(Instant at, ZoneId zone) {
        var local = at.atZone(zone);
        return dayOfYear.format(local) + " " + TIME.format(local);
    }
}
