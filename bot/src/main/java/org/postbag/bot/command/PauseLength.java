package org.postbag.bot.command;

import java.time.Duration;
import java.util.Optional;
import org.postbag.bot.config.Values;

/** Reads how long somebody wants no digests: {@code 3d}, {@code 12 hours}, 3天, or a bare number of days. */
public final class PauseLength {
    private static final Duration LONGEST = Duration.ofDays(366);

    private PauseLength() {}

    /** Empty for anything else, for nothing, and for more than a year. */
    public static Optional<Duration> read(String text) {
        String wanted = text.strip()
                .replaceAll("\\s*(天|日|days?)$", "d")
                .replaceAll("\\s*(个?小时|hours?)$", "h")
                .replaceAll("\\s*(周|个?星期|weeks?)$", "w");
        try {
            Duration length = Values.duration(wanted.matches("\\d{1,9}") ? wanted + "d" : wanted);
            return length.isZero() || length.compareTo(LONGEST) > 0 ? Optional.empty() : Optional.of(length);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no duration; the command says how to write one
        }
    }
}
