package org.postbag.bot.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.postbag.bot.config.Values;

/** Reads a moment as people type it: an instant, a day, or an age such as {@code 24h}. */
final class When {
    private When() {}

    /**
     * @param zone in which a day begins
     * @throws WrongUsage saying what to type
     */
    static Instant parse(String text, Instant now, ZoneId zone) {
        try {
            if (text.matches("\\d{4}-\\d{2}-\\d{2}"))
                return LocalDate.parse(text).atStartOfDay(zone).toInstant();
            if (text.contains("T")) return java.time.OffsetDateTime.parse(text).toInstant();
            return now.minus(Values.duration(text));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new WrongUsage(
                    "'" + text
                            + "' is no moment; write an instant (2026-11-20T07:30:00Z), a day (2026-11-20) or an age (24h, 7d)");
        }
    }
}
