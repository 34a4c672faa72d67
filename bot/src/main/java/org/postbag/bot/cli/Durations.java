package org.postbag.bot.cli;

import java.time.Duration;
import org.postbag.bot.config.Values;

/** Reads durations as typed. */
final class Durations {
    private Durations() {}

    /**
     * @param option that it was typed behind
     * @throws WrongUsage saying what to type
     */
    static Duration of(String option, String text) {
        try {
            return Values.duration(text);
        } catch (IllegalArgumentException e) {
            throw new WrongUsage(option + ": " + e.getMessage());
        }
    }
}
